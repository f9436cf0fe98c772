import type { Fingerprint } from '../core/story.ts';

/**
 * An item that comes again whatever happens, as a newsletter or a quiz does, without its words: it is like no other article, so that
 * it founds a story of its own and pulls none together. What repeats its text is still its copy.
 */
export function setApart(fingerprint: Fingerprint): Fingerprint {
  return { ...fingerprint, terms: [], names: [] };
}
