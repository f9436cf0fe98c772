import { hashFeature } from '../nlp/hashed-features.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { mixHashes } from './read-words.ts';

/** Buckets of the linear halves of the tone and loaded-words models. */
export const JUDGING_BITS = 17;
const MASK = 2 ** JUDGING_BITS - 1;

/** Collects the named features of one example, each once, without making strings. */
export class FeatureSet {
  readonly #buckets = new Set<number>();

  /** A feature of this kind with a value: a word's hash or a small number. */
  add(kind: number, value: number): void {
    this.#buckets.add(mixHashes(kind, value) & MASK);
  }

  toBuckets(): Int32Array {
    return Int32Array.from(this.#buckets);
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
