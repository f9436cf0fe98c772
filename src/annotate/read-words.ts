import { hashFeature } from '../nlp/hashed-features.ts';
import { stem } from '../nlp/stem.ts';
import { type WordTable, wordRow } from '../nlp/word-table.ts';
import { type TextDocument, wordSet } from './text-document.ts';

/** What the judging models see of each token of a document, by token index. */
export interface WordReading {
  /** Hash of the word's stem; all names are one word, all numbers another. */
  readonly hashes: Int32Array;
  /** Row of the word table, -1 for names, marks and words it lacks. */
  readonly rows: Int32Array;
  /** -1 to 1 by the word alone, turned round and weakened after a negation. */
  readonly valences: Float32Array;
  readonly negated: Uint8Array;
  /** Between quotation marks, of one sentence. */
  readonly quoted: Uint8Array;
  /** How much the word itself says, by part of speech: 1 for content words, less for function words, 0 for marks and names. */
  readonly weights: Float32Array;
}

const HASH_BITS = 30;
/** Stands in the place of every name, so that nothing is learned about particular people. */
export const NAME = hashFeature('name', HASH_BITS);
const NUMBER = hashFeature('number', HASH_BITS);

const NEGATIONS = wordSet(
  "not n't no never neither nor without hardly barely scarcely cannot nobody nothing none lack lacks lacked",
);
/** Tokens over which a negation reaches, unless a mark ends it. Fixed beforehand (Das and Chen 2001 use the clause). */
const NEGATION_REACH = 5;
/** "Not good" is bad, but less so than "bad". */
const NEGATED_VALENCE = -0.6;
const FUNCTION_TAGS = wordSet('ADP DET AUX CCONJ SCONJ PRON PART');
const FUNCTION_WEIGHT = 0.3;
const ENDS_REACH = /^[.,;:!?()“”"]$/;

/** Reads all tokens of a tagged English document. */
export function readWords(document: TextDocument, table: WordTable): WordReading {
  const size = document.tokens.length;
  const reading = {
    hashes: new Int32Array(size),
    rows: new Int32Array(size).fill(-1),
    valences: new Float32Array(size),
    negated: new Uint8Array(size),
    quoted: new Uint8Array(size),
    weights: new Float32Array(size),
  };
  for (const sentence of document.sentences)
    readSentence(document, table, reading, sentence.tokenStart, sentence.tokenEnd);
  return reading;
}

/** What is known of a word by itself. */
interface KnownWord {
  /** Hash of its stem. */
  readonly hash: number;
  readonly row: number;
}

/** Most words come again; what is remembered of them depends on word and table alone. */
const KNOWN = new WeakMap<WordTable, Map<string, KnownWord>>();
const MAX_KNOWN_WORDS = 30_000;

function knownWord(table: WordTable, lower: string): KnownWord {
  let words = KNOWN.get(table);
  if (words === undefined) {
    words = new Map();
    KNOWN.set(table, words);
  }
  let word = words.get(lower);
  if (word === undefined) {
    if (words.size >= MAX_KNOWN_WORDS) words.clear();
    word = { hash: hashFeature(stem(lower), HASH_BITS), row: wordRow(table, lower) };
    words.set(lower, word);
  }
  return word;
}

function readSentence(
  document: TextDocument,
  table: WordTable,
  reading: WordReading,
  from: number,
  to: number,
): void {
  let reach = 0;
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at];
    if (token === undefined) continue;
    const { lower, tag } = token;
    isQuoted = afterMark(lower, isQuoted);
    reading.quoted[at] = isQuoted ? 1 : 0;
    if (ENDS_REACH.test(lower)) reach = 0;
    reading.negated[at] = reach > 0 ? 1 : 0;
    reach = NEGATIONS.has(lower) || lower.endsWith("n't") ? NEGATION_REACH : reach - 1;
    readWord(table, reading, at, lower, tag);
  }
}

function readWord(table: WordTable, reading: WordReading, at: number, lower: string, tag: string): void {
  if (tag === 'PROPN') {
    reading.hashes[at] = NAME;
    return;
  }
  if (tag === 'NUM' || /^\d/.test(lower)) {
    reading.hashes[at] = NUMBER;
    return;
  }
  const { hash, row } = knownWord(table, lower);
  reading.hashes[at] = hash;
  if (tag === 'PUNCT' || tag === 'SYM') return;
  reading.rows[at] = row;
  reading.weights[at] = FUNCTION_TAGS.has(tag) ? FUNCTION_WEIGHT : 1;
  if (row < 0) return;
  const valence = (table.valence[row] ?? 0) / 127;
  reading.valences[at] = reading.negated[at] === 1 ? NEGATED_VALENCE * valence : valence;
}

function afterMark(mark: string, isQuoted: boolean): boolean {
  if (mark === '“') return true;
  if (mark === '”') return false;
  return mark === '"' ? !isQuoted : isQuoted;
}

/** One hash of several, in order. */
export function mixHashes(first: number, second: number): number {
  let hash = Math.imul(first ^ (second + 0x9e3779b9 + (first << 6) + (first >>> 2)), 0x2c1b3c6d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 13);
}
