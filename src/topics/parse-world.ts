import { MENTION_TYPES, type MentionType } from '../core/annotation.ts';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { IdentifiedTopic } from '../core/topic-identity.ts';
import { normaliseName } from '../nlp/normalise-name.ts';

/** A row of data/world.ndjson.gz, as tools/build-world.ts writes it. */
export interface WorldRow {
  /** Wikidata id where the package has it, else one of our own by register: `geonames:706483`, `language:uk`. */
  readonly id: string;
  readonly title: string;
  /** Made when the file is: spelling 25,000 titles in ASCII takes longer than storing them. */
  readonly slug: string;
  readonly type: MentionType;
  readonly description: string;
  readonly source: string;
  readonly licence: string;
  readonly asOf: string;
  readonly keys: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly population: number | null;
  /** Latitude, longitude. */
  readonly position: readonly [number, number] | null;
  /** Other names, in any language. */
  readonly names: readonly string[];
}

export interface World {
  /** Changes with the rows, so that a base that has them is not filled again. */
  readonly version: string;
  readonly topics: readonly IdentifiedTopic[];
}

/** A country weighs as much as in an imported base (topics/parse-topic-row.ts): source weight 20, an early Wikidata number. */
const COUNTRY_WEIGHT = 10_000;
/** Regions of the world and bodies of states. */
const REGION_WEIGHT = 5_000;
/** People per unit, times how prominent the Wikidata number of a town of 100,000 would be: about 20. */
const PEOPLE_PER_WEIGHT = 100_000;
const TOWN_PROMINENCE = 20;
/** A state or province, as a city of five million people. */
const SUBDIVISION_WEIGHT = 1_000;
/** A language or currency is meant less often than the country of the same name. */
const WORD_WEIGHT = 5;
const ALIAS_SHARE = 0.5;

function weightOf(row: WorldRow): number {
  if (row.population !== null) return (row.population / PEOPLE_PER_WEIGHT) * TOWN_PROMINENCE;
  if (row.type === 'other') return WORD_WEIGHT;
  if (row.id.startsWith('iso3166-2:')) return SUBDIVISION_WEIGHT;
  return row.country === null ? REGION_WEIGHT : COUNTRY_WEIGHT;
}

function aliasesOf(row: WorldRow): IdentifiedTopic['aliases'] {
  const weight = weightOf(row);
  const byKey = new Map<string, { key: string; weight: number }>();
  for (const name of [row.title, ...row.names]) {
    const key = normaliseName(name);
    if (key === '' || byKey.has(key)) continue;
    byKey.set(key, { key, weight: name === row.title ? weight : weight * ALIAS_SHARE });
  }
  return [...byKey.values()];
}

function toTopic(row: WorldRow): IdentifiedTopic {
  const qid = /^Q[1-9]\d*$/.test(row.id) ? row.id : null;
  const [latitude, longitude] = row.position ?? [null, null];
  return {
    topic: {
      id: row.id,
      slug: row.slug,
      title: row.title,
      type: row.type,
      qid,
      description: row.description,
      extract: null,
      wikipediaUrl: null,
      imageUrl: null,
      source: row.source,
      licence: row.licence,
      asOf: row.asOf,
      revision: null,
      picture: null,
      origin: 'base',
    },
    aliases: aliasesOf(row),
    identity: {
      keys: row.keys,
      place:
        latitude === null || longitude === null
          ? null
          : { country: row.country, latitude, longitude, population: row.population },
    },
  };
}

function isHeader(value: unknown): value is { readonly version: string; readonly rows: number } {
  return typeof value === 'object' && value !== null && 'version' in value && 'rows' in value;
}

function isRow(value: unknown): value is WorldRow {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, slug, type, names, keys } = value as Partial<Record<keyof WorldRow, unknown>>;
  const isKnown = MENTION_TYPES.some((one) => one === type);
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    typeof slug === 'string' &&
    isKnown &&
    Array.isArray(names) &&
    Array.isArray(keys)
  );
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The version in the first line of the world's file; null when it is no such file. */
export function worldVersion(text: string): string | null {
  const header = jsonOf(text.slice(0, Math.max(0, text.indexOf('\n'))));
  return isHeader(header) ? header.version : null;
}

/** Reads the built-in base: a header line, then one topic a line. Error `topics/bad-row`: the file is cut off or damaged. */
export function parseWorld(text: string): Result<World, Failure> {
  const [first = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const header = jsonOf(first);
  const rows = lines.map(jsonOf).filter(isRow);
  if (!isHeader(header) || rows.length !== header.rows) {
    const message =
      'The built-in base of countries and cities is damaged (data/world.ndjson.gz). Install the program again.';
    return err({ code: 'topics/bad-row', message, retryable: false });
  }
  return ok({ version: header.version, topics: rows.map(toTopic) });
}
