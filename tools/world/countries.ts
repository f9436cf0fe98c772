import { createRequire } from 'node:module';
import { borders, feature } from '@rapideditor/country-coder';
import isoCountries from 'i18n-iso-countries';
import { normaliseName } from '../../src/nlp/normalise-name.ts';
import { displayNames, distinctNames, NAME_LANGUAGES, type NamedRow } from './names.ts';

const require = createRequire(import.meta.url);

/** Regions of countries that the package divides into parts in several of them. */
const REGION: Readonly<Record<string, string>> = {
  DK: 'Northern Europe',
  ES: 'Southern Europe',
  FR: 'Western Europe',
  GB: 'Northern Europe',
  NL: 'Western Europe',
  NO: 'Northern Europe',
  RU: 'Eastern Europe and Northern Asia',
  US: 'Northern America',
};

const isoNames = NAME_LANGUAGES.map((language) => isoCountries.getNames(language, { select: 'all' }));
const demonyms = (
  require('i18n-nationality/langs/en.json') as { readonly nationalities: Readonly<Record<string, string>> }
).nationalities;

/** Names that news uses and no list of the packages has. */
const EVERYDAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  CD: ['DR Congo', 'DRC', 'Congolese'],
  CI: ['Ivory Coast', 'Ivorian'],
  CZ: ['Czech', 'Czechs'],
  GB: ['Britain', 'Briton', 'Britons'],
  MM: ['Burma', 'Burmese'],
  NL: ['Holland'],
  PS: ['Palestinian', 'Palestinians', 'Palestinian Territories'],
  SZ: ['Swaziland'],
  TR: ['Turkey'],
  US: ['America'],
  VA: ['Holy See', 'Vatican'],
};

/** "America" is a country to the news, and no continent. */
const ofCountries: ReadonlySet<string> = new Set(Object.values(EVERYDAY_NAMES).flat().map(normaliseName));

const ISO_SOURCE = {
  source: 'ISO 3166 and UN M49, by country-coder',
  licence: 'ISC',
  asOf: '2026-02-27',
};

/** The parts of the United Kingdom that news calls countries. */
const HOME_NATIONS = new Set(['Q21', 'Q22', 'Q25', 'Q26']);

/** The package's types lean on a package of types for GeoJSON that is not installed. */
interface Properties {
  readonly wikidata: string;
  readonly nameEn: string;
  readonly level: string;
  readonly groups: readonly string[];
  readonly aliases?: readonly string[];
  readonly iso1A2?: string;
  readonly isoStatus?: string;
  readonly m49?: string;
}

/** "Eastern Europe": the smallest region of UN M49 that holds a country. */
function regionOf(groups: readonly string[]): string | null {
  for (const level of ['intermediateRegion', 'subregion', 'region']) {
    for (const group of groups) {
      const found = feature(group)?.properties;
      if (found?.level === level) return found.nameEn;
    }
  }
  return null;
}

/** CLDR's short name, unless it is one made for lists of locales ("Congo - Kinshasa", "Hong Kong SAR China"). */
function titleOf(code: string, plain: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) ?? plain;
  return /[(&]| - | SAR |^St\. /.test(name) ? plain : name;
}

/** "Ukrainian", "Ukrainians". Entries that are a country's name once more, or two names in one, are left out. */
function demonymsOf(code: string, title: string): readonly string[] {
  const demonym = demonyms[code] ?? '';
  if (!/^\p{Lu}[\p{L}-]+(?: \p{Lu}\p{Ll}+)?$/u.test(demonym) || demonym === title) return [];
  return /(?:an|i)$/.test(demonym) ? [demonym, `${demonym}s`] : [demonym];
}

function toCountry(properties: Properties, code: string): NamedRow {
  const { nameEn, aliases = [], wikidata, groups, level } = properties;
  const title = titleOf(code, nameEn);
  const region = regionOf(groups) ?? REGION[code] ?? null;
  const kind = level === 'country' ? 'country' : 'territory';
  const iso = isoNames.flatMap((names) => names[code] ?? []);
  const everyday = EVERYDAY_NAMES[code] ?? [];
  return {
    id: wikidata,
    title,
    type: 'place',
    description: region === null ? kind : `${kind} in ${region}`,
    ...ISO_SOURCE,
    keys: [`iso3166:${code}`],
    country: code,
    population: null,
    position: null,
    names: distinctNames([
      nameEn,
      ...displayNames(code, 'region').filter((name) => !/[(]| - /.test(name)),
      ...iso,
      ...aliases,
      ...everyday,
      ...demonymsOf(code, title),
    ]).filter((name) => name !== title),
  };
}

const REGION_LEVELS = new Set(['region', 'subregion', 'intermediateRegion']);

function toRegion({ nameEn, aliases = [], wikidata, level, m49 }: Properties): NamedRow {
  const isBody = level === 'union' || level === 'unitedNations';
  const nation = HOME_NATIONS.has(wikidata);
  const body = level === 'union' ? 'union of European states' : 'organisation of states';
  return {
    id: wikidata,
    title: nameEn,
    type: isBody ? 'organisation' : 'place',
    description: isBody ? body : nation ? 'country of the United Kingdom' : 'region of the world',
    ...ISO_SOURCE,
    keys: m49 === undefined ? [] : [`m49:${m49}`],
    country: nation ? 'GB' : null,
    population: null,
    position: null,
    names: distinctNames([
      ...(m49 === undefined ? [] : displayNames(m49, 'region')),
      ...(isBody ? displayNames(level === 'union' ? 'EU' : 'UN', 'region') : []),
      ...aliases,
    ]).filter((name) => name !== nameEn && !ofCountries.has(normaliseName(name))),
  };
}

/** Every ISO 3166-1 country and territory with its Wikidata id, and the regions of the world they lie in. */
export function worldCountries(): NamedRow[] {
  const all = (borders.features as readonly { readonly properties: Properties }[]).map(
    (one) => one.properties,
  );
  const countries = all.filter(
    ({ iso1A2, isoStatus, level }) =>
      iso1A2 !== undefined && (isoStatus === 'official' || level === 'country'),
  );
  const regions = all.filter(
    ({ level, wikidata }) =>
      REGION_LEVELS.has(level) ||
      level === 'union' ||
      level === 'unitedNations' ||
      HOME_NATIONS.has(wikidata),
  );
  const rows = [
    ...countries.map((properties) => toCountry(properties, properties.iso1A2 ?? '')),
    ...regions.filter((region) => !countries.includes(region)).map(toRegion),
  ];
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
