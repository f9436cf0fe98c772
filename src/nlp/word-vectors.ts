import { type PackedMatrix, unpackMatrix } from './packed-matrix.ts';

/** What words mean, learned from the company they keep: words of like use have vectors of like direction. */
export interface WordVectors {
  readonly dimensions: number;
  readonly index: ReadonlyMap<string, number>;
  /** Unit vectors, one after another. */
  readonly vectors: Float32Array;
  /** Weight of each word in a mean: rare words say more (Arora et al., ICLR 2017). */
  readonly weights: Float32Array;
}

/** As it stands in data/models/: words by falling frequency, with their share of the running text. */
export interface StoredWordVectors {
  readonly words: readonly string[];
  readonly shares: readonly number[];
  readonly vectors: PackedMatrix;
}

/** The value of the paper; not tuned. */
const SMOOTHING = 1e-3;

/** @throws TypeError when the JSON is none: models are part of the program. */
export function readWordVectors(json: unknown): WordVectors {
  const { words, shares, vectors } = (json ?? {}) as Partial<StoredWordVectors>;
  if (words === undefined || shares === undefined) {
    throw new TypeError(
      'data/models/word-vectors.json holds no vectors; train it with: npm run train -- word-vectors',
    );
  }
  const { columns, values } = unpackMatrix(vectors);
  return {
    dimensions: columns,
    index: new Map(words.map((word, at) => [word, at])),
    vectors: values,
    weights: Float32Array.from(shares, (share) => SMOOTHING / (SMOOTHING + share)),
  };
}

/** The form under which a word is looked up: lower case, numbers and years as such. */
export function vectorWord(lower: string): string {
  const first = lower.charCodeAt(0);
  if (first < 48 || first > 57) return lower;
  return /^(?:19|20)\d\d$/.test(lower) ? '<year>' : '<number>';
}

/** Rows of these words (as `vectorWord` gives them) in order; -1 for one that is not known. */
export function wordRows({ index }: WordVectors, words: readonly string[]): Int32Array {
  const rows = new Int32Array(words.length);
  for (let place = 0; place < rows.length; place += 1) rows[place] = index.get(words[place] ?? '') ?? -1;
  return rows;
}

/**
 * Weighted mean of the vectors of these rows, of length 1; zero when none is known. `takes` tells which places count,
 * all when it is not given.
 */
export function meanVector(
  { dimensions, vectors, weights }: WordVectors,
  rows: Int32Array,
  takes?: (place: number) => boolean,
): Float64Array {
  const sum = new Float64Array(dimensions);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] as number;
    if (row < 0 || takes?.(place) === false) continue;
    const weight = weights[row] as number;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d += 1)
      sum[d] = (sum[d] as number) + weight * (vectors[start + d] as number);
  }
  return toUnit(sum);
}

/** Scales a vector to length 1, in place; zero stays zero. */
export function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  if (length > 0) for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / length;
  return vector;
}

export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
