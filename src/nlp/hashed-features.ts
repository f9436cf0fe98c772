const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Bucket of a named feature in a table of 2^`bits` rows: 32-bit FNV-1a over UTF-16 code units, mixed down
 * (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009). A model keeps weights by bucket
 * and no names, so its size does not depend on the vocabulary.
 */
export function hashFeature(feature: string, bits: number): number {
  return bucketOfHash(hashOn(FNV_OFFSET, feature), bits);
}

/** A hash of the beginning of a name, for `hashOn` to go on with: long names are put together without making strings. */
export function hashStart(prefix: string): number {
  return hashOn(FNV_OFFSET, prefix);
}

/** The hash of what was hashed so far with `text` behind it. */
export function hashOn(hash: number, text: string): number {
  let next = hash;
  for (let at = 0; at < text.length; at += 1) next = Math.imul(next ^ text.charCodeAt(at), FNV_PRIME);
  return next;
}

/** The bucket of a whole name hashed by `hashStart` and `hashOn`: that of `hashFeature` for the same name. */
export function bucketOfHash(whole: number, bits: number): number {
  let hash = whole;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash & ((1 << bits) - 1);
}
