import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
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

/** Names of countries, their people and their large cities, from the world that comes with the program. */
export function countryLexicon(): StoredCountryNames {
  const world = gunzipSync(readFileSync(new URL('../../../data/world.ndjson.gz', import.meta.url)));
  const rows = world
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as WorldRow);
  const codesOf = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const key = countryKey(name);
    if (!isPlainName(name) || NOT_A_COUNTRY.has(key)) return;
    codesOf.set(key, (codesOf.get(key) ?? new Set()).add(code));
  };
  for (const row of rows) {
    const { country: code, title } = row;
    if (code === undefined || code === null || title === undefined) continue;
    if (row.keys?.some((key) => key.startsWith('iso3166:'))) {
      for (const name of [title, ...(row.names ?? [])]) add(name, code);
    }
  }
  const countryNames = new Set(codesOf.keys());
  for (const row of rows) {
    const { country: code, title } = row;
    if (code === undefined || code === null || title === undefined) continue;
    if ((row.population ?? 0) >= CITY_POPULATION && !countryNames.has(countryKey(title))) add(title, code);
  }
  const certain = new Map([...codesOf].flatMap(([name, codes]) => (codes.size === 1 ? [[name, [...codes][0] ?? '']] : [])));
  for (const [code, names] of Object.entries(PLACES_OF_COUNTRIES))
    for (const name of names.split(',')) certain.set(name.trim().replaceAll('\n', ''), code);
  const byCode = Map.groupBy([...certain].sort(([a], [b]) => (a < b ? -1 : 1)), ([, code]) => code);
  return Object.fromEntries(
    [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, names]) => [code, names.map(([name]) => name).join('|')]),
  );
}

/** Latin letters, and no mere code ("IT", "PER"). */
function isPlainName(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}'’ .-]+$/u.test(name) && name.length > 3;
}
