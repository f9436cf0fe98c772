import { hashFeature } from '../nlp/hashed-features.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { mixHashes } from './read-words.ts';

/** Buckets of the linear halves of the tone and loaded-words models. */
export const JUDGING_BITS = 17;
const MASK = 2 ** JUDGING_BITS - 1;

/** In which example each bucket was last met: a set that is emptied by counting on. */
const lastMet = new Uint32Array(2 ** JUDGING_BITS);
let examples = 0;

/** Buckets of the example that is being filled. */
let filled = new Int32Array(1024);

/** Collects the named features of one example, each once, without making strings. One is filled at a time. */
export class FeatureSet {
  readonly #example: number;
  #size = 0;

  constructor() {
    examples = (examples + 1) >>> 0;
    if (examples === 0) lastMet.fill(0);
    this.#example = examples;
  }

  /** A feature of this kind with a value: a word's hash or a small number. */
  add(kind: number, value: number): void {
    const bucket = mixHashes(kind, value) & MASK;
    if (lastMet[bucket] === this.#example) return;
    lastMet[bucket] = this.#example;
    if (this.#size === filled.length) {
      const larger = new Int32Array(2 * this.#size);
      larger.set(filled);
      filled = larger;
    }
    filled[this.#size] = bucket;
    this.#size += 1;
  }

  toBuckets(): Int32Array {
    return filled.slice(0, this.#size);
  }
}

/** Number of a kind of feature, made once from its name. */
export function featureKind(name: string): number {
  return hashFeature(name, 30);
}

/** Sums of word vectors, a stretch each, followed by plain measures. */
export class Measures {
  readonly #values: Float32Array;
  readonly #weights: Float32Array;
  readonly #table: WordTable;

  constructor(table: WordTable, stretches: number, plain: number) {
    this.#table = table;
    this.#values = new Float32Array(table.dimensions * stretches + plain);
    this.#weights = new Float32Array(stretches);
  }

  addWord(stretch: number, row: number, weight: number): void {
    const { dimensions, vectors } = this.#table;
    this.#weights[stretch] = (this.#weights[stretch] ?? 0) + weight;
    const to = stretch * dimensions;
    const from = row * dimensions;
    const scaled = weight / 127;
    for (let at = 0; at < dimensions; at += 1)
      this.#values[to + at] = (this.#values[to + at] as number) + scaled * (vectors[from + at] as number);
  }

  /** The sums divided by the root of their weights: a longer stretch speaks louder, but not in proportion. */
  finish(plain: readonly number[]): Float32Array {
    const { dimensions } = this.#table;
    for (const [stretch, weight] of this.#weights.entries()) {
      if (weight === 0) continue;
      const scale = 2.5 / Math.sqrt(weight);
      for (let at = stretch * dimensions; at < (stretch + 1) * dimensions; at += 1)
        this.#values[at] = (this.#values[at] as number) * scale;
    }
    this.#values.set(plain, this.#weights.length * dimensions);
    return this.#values;
  }
}
