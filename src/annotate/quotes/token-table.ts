import type { Mention } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import type { TaggedToken, TextDocument } from '../text-document.ts';

const TAGS = [
  '',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
const TAG_NUMBERS: ReadonlyMap<string, number> = new Map(TAGS.map((tag, at) => [tag, at]));
const NAME_NUMBERS = { person: 1, organisation: 2, place: 3, event: 4, work: 5, other: 6 } as const;

export const VERB = TAGS.indexOf('VERB');
export const AUX = TAGS.indexOf('AUX');
export const NOUN = TAGS.indexOf('NOUN');
export const ADJ = TAGS.indexOf('ADJ');
export const ADP = TAGS.indexOf('ADP');

/** What the features of attributions ask of each token, as numbers: they are mixed into buckets without any string. */
export interface TokenTable {
  readonly tokens: readonly TaggedToken[];
  readonly words: Int32Array;
  readonly tags: Uint8Array;
  /** 1 between quotation marks. */
  readonly quoted: Uint8Array;
  /** Kind of the name the token belongs to, 0 for none. */
  readonly names: Uint8Array;
  /** 1 for a capital letter, 2 for a mark, 3 for a number. */
  readonly shapes: Uint8Array;
}

/** `quoted` and `mentions` in order of the text. */
export function tableOf(
  document: TextDocument,
  mentions: readonly Mention[],
  quoted: readonly Span[],
): TokenTable {
  const table = tableWithoutWords(document, mentions, quoted);
  readWords(table, 0, document.tokens.length);
  return table;
}

/** Fills in the words of some tokens. */
export function readWords({ tokens, words }: TokenTable, from: number, to: number): void {
  for (let at = from; at < to; at += 1) words[at] = hashFeature(tokens[at]?.lower ?? '', 30);
}

/** The same with zeros for words, which `readWords` fills in where they are needed. */
export function tableWithoutWords(
  document: TextDocument,
  mentions: readonly Mention[],
  quoted: readonly Span[],
): TokenTable {
  const { tokens } = document;
  const size = tokens.length;
  const words = new Int32Array(size);
  const tags = new Uint8Array(size);
  const shapes = new Uint8Array(size);
  const [inside, names] = [new Uint8Array(size), new Uint8Array(size)];
  const starts = new Int32Array(size);
  let at = 0;
  for (const { text, tag, start } of tokens) {
    starts[at] = start;
    tags[at] = TAG_NUMBERS.get(tag) ?? 0;
    shapes[at] = shapeOf(text);
    at += 1;
  }
  mark(inside, starts, quoted, () => 1);
  mark(names, starts, mentions, ({ type }) => NAME_NUMBERS[type]);
  return { tokens, words, tags, quoted: inside, names, shapes };
}

/** Number of a token's first five letters: a lemma of sorts. */
export function stemAt({ tokens, words }: TokenTable, at: number): number {
  const lower = tokens[at]?.lower ?? '';
  return lower.length <= 5 ? (words[at] as number) : hashFeature(lower.slice(0, 5), 30);
}

/** Number of a token's last three letters. */
export function endingAt({ tokens, words }: TokenTable, at: number): number {
  const lower = tokens[at]?.lower ?? '';
  return lower.length <= 3 ? (words[at] as number) : hashFeature(lower.slice(-3), 30);
}

/** Gives the tokens of each span, known by where they start, its number. Both lists are in order of the text: one sweep. */
function mark<Kind extends Span>(
  numbers: Uint8Array,
  starts: Int32Array,
  spans: readonly Kind[],
  numberOf: (span: Kind) => number,
): void {
  let at = 0;
  for (const span of spans) {
    while (at < starts.length && (starts[at] as number) < span.start) at += 1;
    const number = numberOf(span);
    for (; at < starts.length && (starts[at] as number) < span.end; at += 1) numbers[at] = number;
  }
}

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return 0;
  if (first < 128) {
    if (first >= 65 && first <= 90) return 1;
    return first >= 48 && first <= 57 ? 3 : 2;
  }
  if (/^\p{Lu}/u.test(text)) return 1;
  if (/^\p{N}/u.test(text)) return 3;
  return /^\p{L}/u.test(text) ? 0 : 2;
}

/** A number of its own for each template of features. */
const TEMPLATES = Int32Array.from({ length: 64 }, (_, template) => Math.imul(template + 1, 0x9e3779b1));

/** Collects the buckets of one example after the other in one array, so that reading a text allocates little. */
export class BucketList {
  readonly #mask: number;
  #buckets: Int32Array;
  #size = 0;

  constructor(bits: number, capacity: number) {
    this.#mask = (1 << bits) - 1;
    this.#buckets = new Int32Array(capacity);
  }

  /** Adds the bucket of the `template`-th feature with these two values (murmur3's finalisers). */
  add(template: number, one: number, two: number): void {
    const size = this.#size;
    if (size === this.#buckets.length) this.#grow();
    let hash = Math.imul(one ^ (TEMPLATES[template] as number), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ two, 0xc2b2ae35);
    hash ^= hash >>> 16;
    hash = Math.imul(hash, 0x85ebca6b);
    this.#buckets[size] = (hash ^ (hash >>> 13)) & this.#mask;
    this.#size = size + 1;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#size);
    larger.set(this.#buckets);
    this.#buckets = larger;
  }

  get size(): number {
    return this.#size;
  }

  /** All buckets, of which the first `size` count; valid until the next one is added. */
  get buckets(): Int32Array {
    return this.#buckets;
  }

  /** A view, valid until the list is cleared. */
  view(from: number, to: number): Int32Array {
    return this.#buckets.subarray(from, to);
  }

  /** Forgets all buckets but the first ones. */
  cut(size: number): void {
    this.#size = size;
  }

  clear(): void {
    this.#size = 0;
  }
}
