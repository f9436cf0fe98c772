import type { Mention } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import type { TextDocument } from '../text-document.ts';

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
  readonly words: Int32Array;
  /** Of the first five letters: a lemma of sorts. */
  readonly stems: Int32Array;
  /** Of the last three letters. */
  readonly endings: Int32Array;
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
  const { tokens } = document;
  const size = tokens.length;
  const table = {
    words: new Int32Array(size),
    stems: new Int32Array(size),
    endings: new Int32Array(size),
    tags: new Uint8Array(size),
    quoted: new Uint8Array(size),
    names: new Uint8Array(size),
    shapes: new Uint8Array(size),
  };
  for (const [at, { text, lower, tag }] of tokens.entries()) {
    const word = hashFeature(lower, 30);
    table.words[at] = word;
    table.stems[at] = lower.length <= 5 ? word : hashFeature(lower.slice(0, 5), 30);
    table.endings[at] = lower.length <= 3 ? word : hashFeature(lower.slice(-3), 30);
    table.tags[at] = TAG_NUMBERS.get(tag) ?? 0;
    table.shapes[at] = shapeOf(text);
  }
  mark(table.quoted, tokens, quoted, () => 1);
  mark(table.names, tokens, mentions, ({ type }) => NAME_NUMBERS[type]);
  return table;
}

/** Gives the tokens of each span its number. Both lists are in order of the text: one sweep. */
function mark<Kind extends Span>(
  numbers: Uint8Array,
  tokens: readonly Span[],
  spans: readonly Kind[],
  numberOf: (span: Kind) => number,
): void {
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const span = spans[next];
    if (span === undefined) return;
    if (span.start <= token.start) numbers[at] = numberOf(span);
  }
}

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return 0;
  if (/^\p{Lu}/u.test(text)) return 1;
  if (/^\p{N}/u.test(text)) return 3;
  return /^\p{L}/u.test(text) ? 0 : 2;
}

/** Bucket of the `template`-th feature with these two values (murmur3's finalisers). */
function bucketOf(template: number, one: number, two: number, bits: number): number {
  let hash = Math.imul(one ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ two, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash & ((1 << bits) - 1);
}

/** Collects the buckets of one example after the other in one array, so that reading a text allocates little. */
export class BucketList {
  readonly #bits: number;
  #buckets: Int32Array;
  #size = 0;

  constructor(bits: number, capacity: number) {
    this.#bits = bits;
    this.#buckets = new Int32Array(capacity);
  }

  add(template: number, one: number, two: number): void {
    if (this.#size === this.#buckets.length) {
      const larger = new Int32Array(2 * this.#size);
      larger.set(this.#buckets);
      this.#buckets = larger;
    }
    this.#buckets[this.#size] = bucketOf(template, one, two, this.#bits);
    this.#size += 1;
  }

  get size(): number {
    return this.#size;
  }

  /** A view, valid until the list is cleared. */
  view(from: number, to: number): Int32Array {
    return this.#buckets.subarray(from, to);
  }

  clear(): void {
    this.#size = 0;
  }
}
