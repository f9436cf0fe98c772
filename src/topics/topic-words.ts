/** Vectors of words (stems) by number, for telling what texts are about. */
export interface WordVectors {
  readonly dimensions: number;
  /** Number of a stem, in the order of how common it is. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How telling each word is, by number. */
  readonly rarities: Float64Array;
  /** Row-major by number; each row has length 127. */
  readonly vectors: Int8Array;
}

/** Ranks up to about this one are hardly told apart from the most common word. */
const COMMON_WORDS = 30;
const UNKNOWN_RARITY = 1;

/**
 * Reads data/models/topic-words.json.
 * @throws TypeError when it is not what the trainer writes: models are part of the program.
 */
export function readWordVectors(json: unknown): WordVectors {
  const stored = json as { dimensions?: unknown; words?: unknown; vectors?: unknown } | null;
  const words = String(stored?.words ?? '').split(' ');
  const dimensions = Number(stored?.dimensions);
  const vectors = Int8Array.from(Buffer.from(String(stored?.vectors ?? ''), 'base64'));
  if (!(dimensions > 0) || vectors.length !== words.length * dimensions) {
    throw new TypeError(
      'data/models/topic-words.json does not hold word vectors; train it with: npm run train -- topic-words',
    );
  }
  const numbers = new Map(words.map((word, number) => [word, number]));
  const top = Math.log1p(numbers.size / COMMON_WORDS);
  const rarities = Float64Array.from(words, (_, rank) => Math.log1p(rank / COMMON_WORDS) / top);
  return { dimensions, numbers, rarities, vectors };
}

/** How telling a word is, 0 to 1, by its rank among all; 1 for a word without a vector. */
export function rarity({ numbers, rarities }: WordVectors, word: string): number {
  const rank = numbers.get(word);
  return rank === undefined ? UNKNOWN_RARITY : (rarities[rank] as number);
}

/** Adds a word's vector, times `factor`, to `sum`; a word without one adds nothing. */
export function addWord(
  sum: Float64Array,
  { numbers, vectors, dimensions }: WordVectors,
  word: string,
  factor: number,
): void {
  const number = numbers.get(word);
  if (number === undefined) return;
  const at = number * dimensions;
  for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] as number) + factor * (vectors[at + d] as number);
}

/** Cosine of two vectors; 0 when one of them is nothing. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let d = 0; d < a.length; d += 1) {
    const x = a[d] as number;
    const y = b[d] as number;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? 0 : dot / Math.sqrt(squareA * squareB);
}
