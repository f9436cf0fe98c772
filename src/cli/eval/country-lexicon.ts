import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { countryKey, type StoredCountryNames } from '../../cluster/sections/country-names.ts';
import { NOT_A_COUNTRY, PLACES_OF_COUNTRIES } from './section-places.ts';

interface WorldRow {
  readonly title?: string;
  readonly keys?: readonly string[];
  readonly country?: string | null;
  readonly population?: number | null;
  readonly names?: readonly string[];
}

/** Cities below this are seldom named without their country, and share their names with others. By judgement. */
const CITY_POPULATION = 300_000;

function worldRows(): (WorldRow & { readonly title: string; readonly country: string })[] {
  const world = gunzipSync(readFileSync(new URL('../../../data/world.ndjson.gz', import.meta.url)));
  return world
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { title, country, ...row } = JSON.parse(line) as WorldRow;
      return title === undefined || country === undefined || country === null
        ? []
        : [{ ...row, title, country }];
    });
}

/** Names with the countries each may mean. */
type Meanings = Map<string, Set<string>>;

function add(meanings: Meanings, name: string, code: string): void {
  const key = countryKey(name);
  if (!isPlainName(name) || NOT_A_COUNTRY.has(key)) return;
  meanings.set(key, (meanings.get(key) ?? new Set()).add(code));
}

type PlaceRow = ReturnType<typeof worldRows>[number];

function countryMeanings(rows: readonly PlaceRow[]): Meanings {
  const meanings: Meanings = new Map();
  for (const { keys = [], title, names = [], country } of rows)
    if (keys.some((key) => key.startsWith('iso3166:')))
      for (const name of [title, ...names]) add(meanings, name, country);
  return meanings;
}

function cityMeanings(rows: readonly PlaceRow[], countries: Meanings): Meanings {
  const meanings: Meanings = new Map();
  for (const { title, population, country } of rows)
    if ((population ?? 0) >= CITY_POPULATION && !countries.has(countryKey(title)))
      add(meanings, title, country);
  return meanings;
}

/** Names of countries, their people and their large cities, from the world that comes with the program. */
export function countryLexicon(): StoredCountryNames {
  const rows = worldRows();
  const countries = countryMeanings(rows);
  const certain = new Map<string, string>();
  for (const [name, [code = '', ...others]] of [...countries, ...cityMeanings(rows, countries)])
    if (others.length === 0) certain.set(name, code);
  for (const [code, names] of Object.entries(PLACES_OF_COUNTRIES))
    for (const name of names.split(',')) certain.set(name.trim(), code);
  return byCountry(certain);
}

function byCountry(codes: ReadonlyMap<string, string>): StoredCountryNames {
  const order = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) =>
    a < b ? -1 : 1;
  const groups = Map.groupBy([...codes].sort(order), ([, code]) => code);
  return Object.fromEntries(
    [...groups].sort(order).map(([code, names]) => [code, names.map(([name]) => name).join('|')]),
  );
}

/** Latin letters, and no mere code ("IT", "PER"). */
function isPlainName(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}'’ .-]+$/u.test(name) && name.length > 3;
}
