import type { SumVector } from './sum-vector.ts';

/** Cells of the hash table of left-out keys; an article has at most some hundred of them. */
const SKIPPED_CELLS = 1024;

/** The keys of one article that are left out at first, with what they weigh: a hash table that stays in the cache. */
export class SkippedKeys {
  readonly #keys = new Int32Array(SKIPPED_CELLS).fill(-1);
  readonly #factors = new Float64Array(SKIPPED_CELLS);
  readonly #isName = new Uint8Array(SKIPPED_CELLS);
  #cells: number[] = [];

  clear(): void {
    for (const cell of this.#cells) this.#keys[cell] = -1;
    this.#cells = [];
  }

  has(id: number): boolean {
    return this.#keys[this.#cell(id)] === id;
  }

  add(id: number, factor: number, isName: boolean): void {
    const cell = this.#cell(id);
    this.#keys[cell] = id;
    this.#factors[cell] = factor;
    this.#isName[cell] = isName ? 1 : 0;
    this.#cells.push(cell);
  }

  /** Dot products of the left-out part with a vector, those of terms and of names apart. */
  multiply({ ids, sums }: SumVector): { terms: number; names: number } {
    const products = { terms: 0, names: 0 };
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number;
      const cell = this.#cell(id);
      if (this.#keys[cell] !== id) continue;
      const product = (this.#factors[cell] as number) * (sums[k] as number);
      if (this.#isName[cell] === 1) products.names += product;
      else products.terms += product;
    }
    return products;
  }

  /** The cell that holds the key, or the empty one where it belongs. */
  #cell(id: number): number {
    let cell = id % SKIPPED_CELLS;
    while (this.#keys[cell] !== id && this.#keys[cell] !== -1) cell = (cell + 1) % SKIPPED_CELLS;
    return cell;
  }
}
