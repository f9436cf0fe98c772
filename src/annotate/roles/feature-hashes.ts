import { bucketOfHash, hashFeature, hashOn, hashStart } from '../../nlp/hashed-features.ts';

/** Few enough collisions: 20,000 features in 2^30 places. */
const HASH_BITS = 30;
const WORD = hashStart('w:');
const PAIR = hashStart('b:');
const VERB = hashStart('v:');

/** The hashes of a sentence's features, each once. */
export class FeatureHashes {
  readonly #hashes = new Set<number>();

  add(name: string): void {
    this.#hashes.add(hashFeature(name, HASH_BITS));
  }

  addWord(word: string): void {
    this.#hashes.add(bucketOfHash(hashOn(WORD, word), HASH_BITS));
  }

  addVerb(word: string): void {
    this.#hashes.add(bucketOfHash(hashOn(VERB, word), HASH_BITS));
  }

  addPair(word: string, next: string): void {
    const pair = hashOn(hashOn(hashOn(PAIR, word), ' '), next);
    this.#hashes.add(bucketOfHash(pair, HASH_BITS));
  }

  toArray(): number[] {
    return [...this.#hashes];
  }
}
