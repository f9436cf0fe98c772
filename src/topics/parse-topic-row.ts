import type { MentionType } from '../core/annotation.ts';
import type { Failure } from '../core/failure.ts';
import { stableId } from '../core/hash.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Topic } from '../core/topic.ts';
import type { TopicIdentity } from '../core/topic-identity.ts';
import type { LinearModel } from '../nlp/linear-model.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { inferType } from './infer-type.ts';
import { rowIdentity } from './row-identity.ts';
import { topicSlug } from './topic-slug.ts';
import { topicType } from './topic-type.ts';

/** A name of a topic. */
export interface TopicAlias {
  /** As written. */
  readonly name: string;
  /** `normaliseName` of it: what a mention is looked up by. */
  readonly key: string;
  /** How much the name speaks for the topic; the store sets it against the other topics of the same key. */
  readonly weight: number;
}

/** A row of a knowledge base. `topic.slug` is the slug it would like; the store settles which it gets. */
export interface TopicRow {
  readonly topic: Topic;
  readonly aliases: readonly TopicAlias[];
  readonly identity: TopicIdentity;
}

type Row = Readonly<Record<string, unknown>>;

const MAX_ALIASES = 300;
const NEWEST_QID = 100_000_000;
/** In-base accuracy on msnbc-updated with 0.25, 0.5, 0.75 is .724, .752, .789, on rss-500 .689, .707, .699 (2026-11-23). */
const PROMINENCE_POWER = 0.5;
/** People per unit of weight: a city of a million counts as much as ten entities without a known size. */
const PEOPLE_PER_WEIGHT = 100_000;
/** A name that is not the title means the topic this much less often. */
const ALIAS_SHARE = 0.5;
/** A family name alone means one of its bearers this much less often than the full name does. */
const SHORT_NAME_SHARE = 0.1;
const MIN_SHORT_NAME = 4;
/**
 * Weight of a row by the list it comes from. Brands and shops (nsi) carry everyday words as names and are rarely what news means;
 * heads of state, countries and members of parliament are what it is about.
 */
const SOURCE_WEIGHT: Readonly<Record<string, number>> = {
  country: 20,
  mledoze: 20,
  leaders2026: 10,
  leaders2021: 6,
  congress: 4,
  office: 2,
  nsi: 0.2,
};

function bad(message: string): Result<never, Failure> {
  return err({ code: 'topics/bad-row', message, retryable: false });
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.replace(/\s+/g, ' ').trim();
  return trimmed === '' ? null : trimmed;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.slice(0, MAX_ALIASES).flatMap((item) => text(item) ?? []) : [];
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function parseRow(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function countryName(code: unknown): string | null {
  const region = text(code)?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(region) ? (countryNames.of(region) ?? null) : null;
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  capital: 'capital',
  city: 'city',
  section: 'part of a city',
};

/** "city in France", for a row that has coordinates and a country but no description. */
function describePlace(row: Row): string | null {
  const country = countryName(row.country);
  if (country === null || !isPlace(row)) return null;
  const word = PLACE_WORDS[text(row.type) ?? ''] ?? 'town';
  return `${word} ${word === 'capital' ? 'of' : 'in'} ${country}`;
}

function isPlace(row: Row): boolean {
  return number(row.lat) !== null && number(row.lon) !== null;
}

/** Type words that only say that a list had none. */
const SAYS_NOTHING = new Set(['', 'OTHER', 'DATETIME', 'QUANTITY']);

function typeOf(row: Row, title: string, model: LinearModel | null): MentionType {
  if (isPlace(row)) return 'place';
  const words = [...texts(row.types), text(row.type) ?? ''];
  const declared = topicType(words);
  if (declared !== 'other') return declared;
  const listed = topicType(texts(row.sources));
  if (listed !== 'other' || model === null || words.some((word) => !SAYS_NOTHING.has(word))) return listed;
  return inferType(model, title, text(row.description));
}

/**
 * Prominence by Wikidata id: items were numbered in the order they were made, those with articles in many languages first. 1 for the
 * newest, 1,000 for the hundredth.
 */
function prominence(qid: string | null): number {
  const id = Number(qid?.slice(1));
  return Number.isFinite(id) && id > 0 ? Math.max(1, (NEWEST_QID / id) ** PROMINENCE_POWER) : 1;
}

function weightOf(row: Row, qid: string | null): number {
  const people = number(row.population) ?? 0;
  const listed = Math.max(...texts(row.sources).map((source) => SOURCE_WEIGHT[source] ?? 1), 0.2);
  return Math.max(people / PEOPLE_PER_WEIGHT, listed) * prominence(qid);
}

function demonyms(row: Row): readonly string[] {
  const meta = row.meta;
  const demonym = typeof meta === 'object' && meta !== null && 'demonym' in meta ? meta.demonym : null;
  return Array.isArray(demonym) ? texts(demonym) : [text(demonym) ?? ''];
}

/** What the news calls somebody or a country for short, though no list says so: the family name, the first of two lands. */
function shortNames(title: string, type: MentionType): string[] {
  const words = title.split(' ');
  const last = words.at(-1) ?? '';
  const isName =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}\p{M}'’.-]+$/u.test(word));
  if (type === 'person') return isName && last.length >= MIN_SHORT_NAME ? [last] : [];
  const lands =
    type === 'place' ? /^(\p{Lu}[\p{L}\p{M}-]{3,}) and (?:the )?\p{Lu}\p{L}+$/u.exec(title) : null;
  return lands?.[1] === undefined ? [] : [lands[1]];
}

function readAliases(row: Row, title: string, type: MentionType, qid: string | null): TopicAlias[] {
  const weight = weightOf(row, qid);
  const byKey = new Map<string, TopicAlias>();
  for (const name of [title, ...texts(row.aliases), ...demonyms(row)]) {
    const key = normaliseName(name);
    if (key === '' || byKey.has(key)) continue;
    byKey.set(key, { name, key, weight: name === title ? weight : weight * ALIAS_SHARE });
  }
  for (const name of shortNames(title, type)) {
    const key = normaliseName(name);
    if (!byKey.has(key)) byKey.set(key, { name, key, weight: weight * SHORT_NAME_SHARE });
  }
  return [...byKey.values()];
}

function wikipediaUrl(value: unknown): string | null {
  const page = text(value);
  if (page === null) return null;
  if (/^https?:\/\//.test(page)) return page;
  return `https://en.wikipedia.org/wiki/${encodeURIComponent(page.replaceAll(' ', '_'))}`;
}

/**
 * Reads one NDJSON row of a knowledge base: an entity (`qid, label, description, extract, types, aliases, wikipedia, image, source,
 * licence, asOf`, all but the label optional) or a place (`country` as ISO 3166 code, `population`, `lat`, `lon`), whose description
 * is made from its fields. The type of a row that does not say is guessed with `typeModel`, when there is one. Error: `topics/bad-row` when it is no JSON object or has no label.
 */
export function parseTopicRow(line: string, typeModel: LinearModel | null = null): Result<TopicRow, Failure> {
  const row = parseRow(line);
  if (row === null)
    return bad('The row is no JSON object. The file may be cut off or no NDJSON; check this line.');
  const title = text(row.label)?.toWellFormed() ?? null;
  if (title === null || normaliseName(title) === '') {
    return bad('The row has no label with a letter or number in it. Give every row a "label".');
  }
  const written = text(row.qid);
  const qid = written !== null && /^Q[1-9]\d*$/.test(written) ? written : null;
  const type = typeOf(row, title, typeModel);
  const id = qid ?? `base-${stableId(`${type}\n${normaliseName(title)}`)}`;
  const topic: Topic = {
    id,
    slug: topicSlug(title, id),
    title,
    type,
    qid,
    description: text(row.description) ?? describePlace(row),
    extract: text(row.extract),
    wikipediaUrl: wikipediaUrl(row.wikipedia),
    imageUrl: text(row.image),
    source: text(row.source),
    licence: text(row.licence),
    asOf: text(row.asOf),
    revision: null,
    picture: null,
    origin: 'base',
  };
  return ok({ topic, aliases: readAliases(row, title, type, qid), identity: rowIdentity(row) });
}
