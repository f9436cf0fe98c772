import { MENTION_TYPES } from '../../core/annotation.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { type LinearModel, readLinearModel, scoreLabels } from '../../nlp/linear-model.ts';
import type { TaggedToken, TextDocument } from '../text-document.ts';
import { COLUMN, type WordKnowledge, type WordRows, wordRows } from './name-columns.ts';
import { typeEvidence } from './name-type.ts';
import type { NameRange } from './split-run.ts';
import { hashWord } from './word-atoms.ts';
import { type CommonWords, startsUpper } from './word-use.ts';

export const TYPE_BITS = 15;

/**
 * Of a point of the rules against the learned scores. Linking sets by halves (2026-11-24): 0.3 gives aida-conll-dev .827,
 * wiki-fair-v2 .729; 0.7 gives .812 and .733; rules alone .698 and .574.
 */
const RULE_WEIGHT = 0.5;

/** Nothing is trained for `other`; of the rules only that a ship is named speaks for it, and that is sure. */
const SHIP_WEIGHT = 2;

/** The trained judge of what kind of thing a name names. Labels are MENTION_TYPES. */
export interface NameTyper {
  readonly model: LinearModel;
  readonly words: WordKnowledge;
}

/** @throws TypeError when the JSON is not the model. */
export function readNameTyper(json: unknown, words: WordKnowledge): NameTyper {
  return { model: readLinearModel(json, 'name-types'), words };
}

/** Scores of the types, in the order of MENTION_TYPES, for a name where it stands. */
export function typeScores(
  document: TextDocument,
  name: NameRange,
  isCommon: CommonWords,
  typer: NameTyper,
): number[] {
  const rules = typeEvidence(document, name, isCommon);
  const learned = scoreLabels(
    typer.model,
    typeBuckets(document, name, rules, isCommon, wordRows(typer.words)),
  );
  return rules.map((points, type) =>
    MENTION_TYPES[type] === 'other' ? SHIP_WEIGHT * points : RULE_WEIGHT * points + (learned[type] ?? 0),
  );
}

/** Buckets of what the words of a name, the words around it and the rules (their points by type) say about its type. */
export function typeFeatures(
  document: TextDocument,
  name: NameRange,
  rules: readonly number[],
  isCommon: CommonWords,
  words: WordKnowledge,
): Int32Array {
  return Int32Array.from(typeBuckets(document, name, rules, isCommon, wordRows(words)));
}

function typeBuckets(
  document: TextDocument,
  name: NameRange,
  rules: readonly number[],
  isCommon: CommonWords,
  words: WordRows,
): number[] {
  const { tokens } = document;
  const { from, to, title } = name;
  const size = Math.min(MOST_WORDS, to - from);
  const buckets = [SIZES[size] as number, title === null ? UNTITLED : TITLED];
  for (let at = from; at < to; at += 1) {
    const word = { token: tokens[at] ?? NO_TOKEN, row: words.at(tokens, at) };
    addWord(buckets, word, placeOf(at, name), size, isCommon, words.rows);
  }
  for (const heads of NEIGHBOURS) {
    const at = heads.offset < 0 ? from + heads.offset : to - 1 + heads.offset;
    const cluster = words.rows[words.at(tokens, at) + COLUMN.cluster] as number;
    addNeighbour(buckets, tokens[at] ?? NO_TOKEN, cluster, heads, size);
  }
  addRules(buckets, rules);
  return buckets;
}

const MOST_WORDS = 4;
const MOST_POINTS = 8;
const MASK = (1 << TYPE_BITS) - 1;

/** The bucket `hashFeature` gives the whole: `before` is the hash of the feature's head, `rest` what it goes on with. */
function bucketOf(before: number, rest: string, from = 0): number {
  let hash = hashWord(rest, from, rest.length, before);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash & MASK;
}

const bySize = <Value>(value: (size: number) => Value): readonly Value[] =>
  Array.from({ length: MOST_WORDS + 1 }, (_, size) => value(size));

const NUMBERS: readonly string[] = Array.from({ length: 1024 }, (_, number) => String(number));
const written = (number: number): string => NUMBERS[number] ?? String(number);

const SIZES = bySize((size) => hashFeature(`size ${size}`, TYPE_BITS));
const UNTITLED = hashFeature('title false', TYPE_BITS);
const TITLED = hashFeature('title true', TYPE_BITS);
const WORD = hashWord('word ');
const SHAPES = bySize((size) => hashWord(`shape ${size} `));

/** Hashes of the heads of the features of a word of a name, by where it stands there. */
const placeHeads = (place: string) => ({
  word: hashWord(`${place} `),
  cluster: bySize((size) => hashWord(`${place} ${size} `)),
  list: bySize((size) => hashWord(`${place} ${size} list `)),
  common: hashFeature(`${place} common`, TYPE_BITS),
  isLast: place === 'last',
});
type PlaceHeads = ReturnType<typeof placeHeads>;
const AT_FIRST = placeHeads('first');
const AT_INSIDE = placeHeads('inside');
const AT_LAST = placeHeads('last');

function placeOf(at: number, { from, to }: NameRange): PlaceHeads {
  if (at === from) return AT_FIRST;
  return at === to - 1 ? AT_LAST : AT_INSIDE;
}

function addWord(
  buckets: number[],
  { token, row }: { readonly token: Word; readonly row: number },
  place: PlaceHeads,
  size: number,
  isCommon: CommonWords,
  rows: Int32Array,
): void {
  const { lower } = token;
  const shape = rows[row + COLUMN.shape] as number;
  const cluster = rows[row + COLUMN.cluster] as number;
  const lists = rows[row + COLUMN.kinds] as number;
  buckets.push(
    bucketOf(place.word, lower),
    bucketOf(WORD, lower),
    bucketOf(place.word, lower, Math.max(0, lower.length - 3)),
    bucketOf(place.cluster[size] as number, written(cluster)),
  );
  if (size === 1 || place.isLast) buckets.push(bucketOf(SHAPES[size] as number, written(shape)));
  for (let bit = 0, left = lists; left !== 0; bit += 1, left >>>= 1)
    if ((left & 1) === 1) buckets.push(bucketOf(place.list[size] as number, written(bit)));
  if (isCommon(lower)) buckets.push(place.common);
}

/** Hashes of the heads of the features of a word around a name, by its distance. */
const neighbourHeads = (offset: number) => ({
  offset,
  word: hashWord(`${offset} `),
  cluster: bySize((size) => hashWord(`${offset} ${size} cluster `)),
  sizedWord: bySize((size) => hashWord(`${offset} ${size} `)),
  tag: hashWord(`${offset} tag `),
  isNext: Math.abs(offset) === 1,
});
type NeighbourHeads = ReturnType<typeof neighbourHeads>;
const NEIGHBOURS = [neighbourHeads(-2), neighbourHeads(-1), neighbourHeads(1), neighbourHeads(2)] as const;

function addNeighbour(
  buckets: number[],
  { text, lower, tag }: Word,
  cluster: number,
  heads: NeighbourHeads,
  size: number,
): void {
  buckets.push(bucketOf(heads.word, lower), bucketOf(heads.cluster[size] as number, written(cluster)));
  if (!heads.isNext) return;
  const tagged = hashWord(tag, 0, tag.length, heads.tag);
  buckets.push(
    bucketOf(heads.sizedWord[size] as number, lower),
    bucketOf(tagged, startsUpper(text) ? ' true' : ' false'),
  );
}

type Word = Pick<TaggedToken, 'text' | 'lower' | 'tag'>;
const NO_TOKEN: Word = { text: '', lower: '', tag: '' };

const NO_RULE = hashFeature('rules -1', TYPE_BITS);
const TOP_RULE = MENTION_TYPES.map((_, type) => hashFeature(`rules ${type}`, TYPE_BITS));
const RULE_POINTS = MENTION_TYPES.map((_, type) =>
  Array.from({ length: MOST_POINTS }, (_point, at) => hashFeature(`rules ${type} ${at + 1}`, TYPE_BITS)),
);

/** The points of the rules, once for each whole point, so that more points weigh more. */
function addRules(buckets: number[], points: readonly number[]): void {
  const top = Math.max(...points);
  buckets.push(top < 0.7 ? NO_RULE : (TOP_RULE[points.indexOf(top)] as number));
  for (let type = 0; type < points.length; type += 1) {
    const whole = Math.min(MOST_POINTS, Math.round(points[type] as number));
    for (let at = 0; at < whole; at += 1) buckets.push(RULE_POINTS[type]?.[at] as number);
  }
}
