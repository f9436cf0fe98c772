import { displayNames, distinctNames, type NamedRow } from './names.ts';

const CLDR = {
  type: 'other',
  source: 'Unicode CLDR',
  licence: 'Unicode-3.0',
  /** Of the release in the pinned Node: ICU 78, CLDR 48. */
  asOf: '2025-10-29',
  country: null,
  population: null,
  position: null,
} as const;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Every language with an ISO 639-1 code that CLDR names. */
export function worldLanguages(): NamedRow[] {
  const codes = [...LETTERS].flatMap((a) => [...LETTERS].map((b) => `${a}${b}`));
  return codes.flatMap((code): NamedRow[] => {
    if (Intl.getCanonicalLocales(code)[0] !== code) return [];
    const [title, ...names] = displayNames(code, 'language');
    const isNamed = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code);
    if (title === undefined || isNamed === undefined) return [];
    const row = { ...CLDR, id: `language:${code}`, title: `${title} language`, description: 'language' };
    return [{ ...row, keys: [`iso639:${code}`], names: [title, ...names] }];
  });
}

/** Every currency of ISO 4217 in use that CLDR names. */
export function worldCurrencies(): NamedRow[] {
  return Intl.supportedValuesOf('currency').flatMap((code): NamedRow[] => {
    const [title, ...names] = displayNames(code, 'currency');
    if (title === undefined || title === code) return [];
    const row = {
      ...CLDR,
      id: `currency:${code}`,
      title,
      description: 'currency',
      keys: [`iso4217:${code}`],
    };
    return [{ ...row, names: distinctNames(names) }];
  });
}
