/** Inverted index of a growing list of sparse vectors: numbered key to the positions that hold it, ascending. */
export class Postings {
  readonly #positions: number[][] = [];
  readonly #weights: number[][] = [];

  add(id: number, position: number, weight: number): void {
    const positions = this.#positions[id];
    if (positions === undefined) {
      this.#positions[id] = [position];
      this.#weights[id] = [weight];
      return;
    }
    positions.push(position);
    this.#weights[id]?.push(weight);
  }

  addVector(ids: readonly number[], weights: readonly number[], position: number): void {
    for (const [k, id] of ids.entries()) this.add(id, position, weights[k] ?? 0);
  }

  /**
   * Dot products of a part of a vector with the vectors from position `from` on, into `products`, which is cleared
   * there first.
   */
  multiply(part: VectorPart, from: number, products: Float64Array): void {
    products.fill(0, from);
    for (let k = part.start; k < part.end; k++) {
      const id = part.ids[k] ?? 0;
      const positions = this.#positions[id];
      const others = this.#weights[id];
      if (positions === undefined || others === undefined) continue;
      accumulate(positions, others, part.weights[k] ?? 0, from, products);
    }
  }
}

/** The entries `start` to `end` (exclusive) of a sparse vector. */
export interface VectorPart {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly start: number;
  readonly end: number;
}

function accumulate(
  positions: readonly number[],
  weights: readonly number[],
  weight: number,
  from: number,
  products: Float64Array,
): void {
  for (let i = positions.length - 1; i >= 0; i--) {
    const position = positions[i] as number;
    if (position < from) return;
    products[position] = (products[position] as number) + weight * (weights[i] as number);
  }
}
