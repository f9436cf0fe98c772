/**
 * `npm run build:world`: makes data/world.ndjson.gz anew from the packages named in docs/decisions/0010: countries,
 * cities, languages and currencies with their names in ten languages. The same packages give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { contentHash } from '../src/core/hash.ts';
import { topicSlug } from '../src/topics/topic-slug.ts';
import { worldCities } from './world/cities.ts';
import { worldCountries } from './world/countries.ts';
import { worldCurrencies, worldLanguages } from './world/words.ts';

const FILE = new URL('../data/world.ndjson.gz', import.meta.url);

const rows = [...worldCountries(), ...worldLanguages(), ...worldCurrencies(), ...worldCities()];
const lines = rows
  .map((row) => JSON.stringify({ ...row, slug: topicSlug(row.title, row.id.replace(/\W+/g, '-')) }))
  .join('\n');
const header = { version: contentHash(lines).slice(0, 16), rows: rows.length };
const packed = gzipSync(`${JSON.stringify(header)}\n${lines}\n`, { level: 9 });
writeFileSync(FILE, packed);
const names = rows.reduce((sum, row) => sum + row.names.length, 0);
console.error(`${rows.length} topics, ${names} names, ${packed.length} bytes, version ${header.version}`);
