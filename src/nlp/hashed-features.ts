/**
 * Bucket of a named feature in a table of 2^`bits` rows: 32-bit FNV-1a over UTF-16 code units, mixed down
 * (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009). A model keeps weights by bucket
 * and no names, so its size does not depend on the vocabulary.
 */
export function hashFeature(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash & ((1 << bits) - 1);
}
