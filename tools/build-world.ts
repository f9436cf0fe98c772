/**
 * `npm run build:world`: makes data/world.ndjson.gz anew from the packages named in docs/decisions/0010: countries,
 * cities, languages and currencies with their names in ten languages. The same packages give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { contentHash } from '../src/core/hash.ts';
import { normaliseName } from '../src/nlp/normalise-name.ts';
import { topicSlug } from '../src/topics/topic-slug.ts';
import { worldCities } from './world/cities.ts';
import { worldCountries } from './world/countries.ts';
import { hasStates, worldSubdivisions } from './world/subdivisions.ts';
import { worldCurrencies, worldLanguages } from './world/words.ts';

const FILE = new URL('../data/world.ndjson.gz', import.meta.url);

/** A state called as a city of so many people is seldom what is meant ("Wyoming" in Michigan has fewer); of other regions any city is. */
const NAMESAKE_POPULATION = 100_000;

const countries = worldCountries();
const cities = worldCities();
const taken = new Set([
  ...countries.flatMap(({ country, title, names }) =>
    [title, ...names].map((name) => `${country} ${normaliseName(name)}`),
  ),
  ...cities
    .filter(({ country, population }) => (population ?? 0) >= (hasStates(country) ? NAMESAKE_POPULATION : 0))
    .map(({ country, title }) => `${country} ${normaliseName(title)}`),
]);
const subdivisions = worldSubdivisions(taken);
const ofRegion = new Set(subdivisions.map(({ country, title }) => `${country} ${normaliseName(title)}`));
/** "Oklahoma" is the state now, and Oklahoma City its city. */
const plainCities = cities.map((city) => ({
  ...city,
  names: city.names.filter((name) => !ofRegion.has(`${city.country} ${normaliseName(name)}`)),
}));
const rows = [...countries, ...worldLanguages(), ...worldCurrencies(), ...subdivisions, ...plainCities];
const lines = rows
  .map((row) => JSON.stringify({ ...row, slug: topicSlug(row.title, row.id.replace(/\W+/g, '-')) }))
  .join('\n');
const header = { version: contentHash(lines).slice(0, 16), rows: rows.length };
const packed = gzipSync(`${JSON.stringify(header)}\n${lines}\n`, { level: 9 });
writeFileSync(FILE, packed);
const names = rows.reduce((sum, row) => sum + row.names.length, 0);
console.error(`${rows.length} topics, ${names} names, ${packed.length} bytes, version ${header.version}`);
