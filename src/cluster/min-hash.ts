/** Length of a signature; the standard error of an estimated Jaccard similarity is at most 1 / (2 √128) = 0.044. */
export const SIGNATURE_LENGTH = 128;

/** Words per shingle. Five words in a row are hardly ever shared by chance, and a changed word costs only five shingles. */
const SHINGLE_WORDS = 5;

const SEEDS = seeds(SIGNATURE_LENGTH);

/** A text reduced to what near-duplicate search needs. `shingles` is the number of distinct ones. */
export interface Signature {
  readonly signature: readonly number[];
  readonly shingles: number;
}

/**
 * MinHash signature (Broder, 1997) over shingles of five words; a shorter text is one shingle, an empty one has none
 * and a signature of the largest value only. The same words give the same signature on every machine.
 *
 * @param shingleWords words per shingle; 1 makes it a signature of the set of words
 */
export function minHash(words: readonly string[], shingleWords: number = SHINGLE_WORDS): Signature {
  const shingles = distinctShingles(words, shingleWords);
  const minima = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < SIGNATURE_LENGTH; i++) {
      const value = scramble(shingle ^ (SEEDS[i] ?? 0));
      if (value < (minima[i] ?? 0)) minima[i] = value;
    }
  }
  return { signature: Array.from(minima), shingles: shingles.size };
}

/** Share of positions where two signatures agree: an unbiased estimate of the Jaccard similarity, 0 to 1. */
export function estimateJaccard(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  let equal = 0;
  for (let i = 0; i < length; i++) if (a[i] === b[i]) equal++;
  return length === 0 ? 0 : equal / length;
}

/**
 * Share of the smaller set that lies in the larger one, 0 to 1. From J = |A∩B| / |A∪B| follows
 * |A∩B| = J (|A| + |B|) / (1 + J), so that the signatures and the two counts suffice.
 */
export function estimateContainment(jaccard: number, countA: number, countB: number): number {
  const smaller = Math.min(countA, countB);
  if (smaller === 0) return 0;
  return Math.min(1, (jaccard * (countA + countB)) / (1 + jaccard) / smaller);
}

function distinctShingles(words: readonly string[], shingleWords: number): Set<number> {
  const hashes = words.map(hashWord);
  const shingles = new Set<number>();
  if (hashes.length === 0) return shingles;
  const last = Math.max(0, hashes.length - shingleWords);
  for (let start = 0; start <= last; start++) {
    let hash = 0;
    for (const word of hashes.slice(start, start + shingleWords)) {
      hash = scramble(Math.imul(hash, 31) + word);
    }
    shingles.add(hash);
  }
  return shingles;
}

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll, Vo). */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3 (Appleby): a bijection of 32 bits in which every input bit moves every output bit. */
function scramble(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One seed per position, from the golden-ratio sequence of SplitMix. */
function seeds(count: number): Uint32Array {
  const values = new Uint32Array(count);
  for (let i = 0; i < count; i++) values[i] = scramble(Math.imul(i + 1, 0x9e3779b9));
  return values;
}
