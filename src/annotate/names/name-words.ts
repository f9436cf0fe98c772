import type { WordKnowledge } from './name-columns.ts';

/**
 * What much unlabelled news text says of its words: how each is written where no capital is due, and to which of some
 * hundred groups it belongs by the company it keeps. Keyed by the word's hash; data/models/name-words.json, trained by
 * `npm run train -- name-words`.
 */
export interface StoredNameWords {
  /** Base64 of little-endian 32-bit hashes of the words in lower case. */
  readonly hashes: string;
  /** Base64, a byte a word: 1 (nearly always in lower case) to 7 (in capitals). */
  readonly casings: string;
  /** Base64, a byte a word: group 1 to 255. */
  readonly clusters: string;
}

/** @throws TypeError when the JSON is none: models are part of the program. */
export function readNameWords(json: unknown): WordKnowledge {
  const stored = json as Partial<StoredNameWords> | null;
  const bytes = Buffer.from(stored?.hashes ?? '', 'base64');
  const casings = Buffer.from(stored?.casings ?? '', 'base64');
  const clusters = Buffer.from(stored?.clusters ?? '', 'base64');
  const size = bytes.length / 4;
  if (size === 0 || casings.length !== size || clusters.length !== size) {
    throw new TypeError(
      'data/models/name-words.json does not hold word knowledge; train it with: npm run train -- name-words',
    );
  }
  const packed = new Map<number, number>();
  for (let at = 0; at < size; at += 1) {
    packed.set(bytes.readInt32LE(at * 4), (clusters[at] ?? 0) * 8 + (casings[at] ?? 0));
  }
  return {
    casing: (hash) => (packed.get(hash) ?? 0) & 7,
    cluster: (hash) => (packed.get(hash) ?? 0) >> 3,
  };
}
