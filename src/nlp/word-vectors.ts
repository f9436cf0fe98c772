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

/** Weighted mean of the vectors of these words (as `vectorWord` gives them), of length 1; zero when none is known. */
export function meanVector(vectors: WordVectors, words: readonly string[]): Float64Array {
  const { dimensions, index, weights } = vectors;
  const sum = new Float64Array(dimensions);
  for (const word of words) {
    const at = index.get(word);
    if (at === undefined) continue;
    const weight = weights[at] ?? 0;
    const row = at * dimensions;
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vectors.vectors[row + d] ?? 0);
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
