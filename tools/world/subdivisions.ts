import { readFileSync } from 'node:fs';
import { normaliseName } from '../../src/nlp/normalise-name.ts';
import { distinctNames, isOfWords, NAME_LANGUAGES, type NamedRow } from './names.ts';

/** Codes of subdivisions (ISO 3166-2, lower case without the hyphen: `usfl`) with their names in one language. */
interface Subdivisions {
  readonly subdivisions: {
    readonly localeDisplayNames: { readonly subdivisions: Readonly<Record<string, string>> };
  };
}

/** What a country calls its parts; elsewhere they are regions. */
const KINDS: Readonly<Record<string, string>> = {
  AU: 'state',
  BR: 'state',
  CA: 'province',
  CH: 'canton',
  CN: 'province',
  DE: 'state',
  IN: 'state',
  JP: 'prefecture',
  MX: 'state',
  NG: 'state',
  US: 'state',
};

/** True where the largest parts of a country are known by name abroad. */
export function hasStates(country: string | null): boolean {
  return country !== null && country in KINDS;
}

/** How American news shortens states behind the name of a town. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  'US-AL': ['Ala.'],
  'US-AZ': ['Ariz.'],
  'US-AR': ['Ark.'],
  'US-CA': ['Calif.'],
  'US-CO': ['Colo.'],
  'US-CT': ['Conn.'],
  'US-DE': ['Del.'],
  'US-FL': ['Fla.'],
  'US-GA': ['Ga.'],
  'US-IL': ['Ill.'],
  'US-IN': ['Ind.'],
  'US-KS': ['Kan.'],
  'US-KY': ['Ky.'],
  'US-LA': ['La.'],
  'US-MD': ['Md.'],
  'US-MA': ['Mass.'],
  'US-MI': ['Mich.'],
  'US-MN': ['Minn.'],
  'US-MS': ['Miss.'],
  'US-MO': ['Mo.'],
  'US-MT': ['Mont.'],
  'US-NE': ['Neb.'],
  'US-NV': ['Nev.'],
  'US-NH': ['N.H.'],
  'US-NJ': ['N.J.'],
  'US-NM': ['N.M.'],
  'US-NC': ['N.C.'],
  'US-ND': ['N.D.'],
  'US-OK': ['Okla.'],
  'US-OR': ['Ore.'],
  'US-PA': ['Pa.'],
  'US-RI': ['R.I.'],
  'US-SC': ['S.C.'],
  'US-SD': ['S.D.'],
  'US-TN': ['Tenn.'],
  'US-TX': ['Tex.'],
  'US-VT': ['Vt.'],
  'US-VA': ['Va.'],
  'US-WA': ['Wash.'],
  'US-WV': ['W.Va.'],
  'US-WI': ['Wis.'],
  'US-WY': ['Wyo.'],
};

/** What news means by the name alone is the city: New York, and the District of Columbia is Washington. */
const LEFT_OUT: ReadonlySet<string> = new Set(['US-NY', 'US-DC']);

function namesIn(language: string): Readonly<Record<string, string>> {
  const file = `cldr-subdivisions-full/subdivisions/${language}/${language}.json`;
  const data = JSON.parse(readFileSync(new URL(import.meta.resolve(file)), 'utf8')) as Subdivisions;
  return data.subdivisions.localeDisplayNames.subdivisions;
}

/**
 * States, provinces and other parts of countries (ISO 3166-2) that CLDR names in English. Left out are those that are another row
 * (Hong Kong is a territory of its own in ISO 3166), those called after a city, which is what news means by the name, and those
 * called by words ("Southern").
 *
 * @param taken names that stand for another row of the country already, each as its code and its key: `US boston`
 */
export function worldSubdivisions(taken: ReadonlySet<string>): NamedRow[] {
  const english = namesIn('en');
  const others = NAME_LANGUAGES.filter((language) => language !== 'en').map(namesIn);
  const rows = Object.entries(english).flatMap(([code, title]): NamedRow[] => {
    const [country, part] = [code.slice(0, 2).toUpperCase(), code.slice(2).toUpperCase()];
    const id = `${country}-${part}`;
    const key = normaliseName(title);
    const countryName = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(country);
    if (countryName === undefined || LEFT_OUT.has(id) || (!hasStates(country) && isOfWords(key))) return [];
    if (taken.has(`${country} ${key}`) || taken.has(`${part} ${key}`)) return [];
    return [
      {
        id: `iso3166-2:${id}`,
        title,
        type: 'place',
        description: `${KINDS[country] ?? 'region'} in ${countryName}`,
        source: 'Unicode CLDR',
        licence: 'Unicode-3.0',
        asOf: '2025-10-29',
        keys: [`iso3166-2:${id}`],
        country,
        population: null,
        position: null,
        names: distinctNames([...others.map((names) => names[code]), ...(SHORT_FORMS[id] ?? [])]).filter(
          (name) => name !== title,
        ),
      },
    ];
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
