import type { ClaimGroup } from './claims.ts';
import { LEAST_SHARED_TERMS, partialSimilarity } from './sentence-similarity.ts';
import { outletOf, type StoryIndex, type StorySentence } from './story-sentence.ts';

/** Wordings of a claim, best first, that sentences of other outlets are held against for what they say of it. */
const WORDINGS_COMPARED = 3;

/**
 * Looks for what other outlets say of a claim in part: per outlet that does not carry it, the sentence of its own
 * articles that is most of it, in the order of the story. A claim of one outlet has no core to be asked for. An
 * inverted index over the story's own sentences finds those with words enough in common.
 */
export function createPartialSearch(
  index: StoryIndex,
): (group: Pick<ClaimGroup, 'claim' | 'wordings'>) => StorySentence[] {
  const own = index.sentences.filter(({ article }) => index.articles[article]?.isCopy === false);
  const outlets = own.map((sentence) => outletOf(index, sentence));
  const postings: number[][] = index.idf.map(() => []);
  own.forEach(({ terms }, position) => {
    for (const term of terms) postings[term]?.push(position);
  });
  const shared = new Uint8Array(own.length);

  /** Positions of the sentences with words enough in common with one, ascending. */
  function candidates({ terms }: StorySentence): number[] {
    const found: number[] = [];
    for (const term of terms)
      for (const position of postings[term] ?? []) {
        const count = (shared[position] ?? 0) + 1;
        shared[position] = count;
        if (count === LEAST_SHARED_TERMS) found.push(position);
      }
    for (const term of terms) for (const position of postings[term] ?? []) shared[position] = 0;
    return found.sort((a, b) => a - b);
  }

  return ({ claim, wordings }) => {
    if (claim.outlets.length < 2) return [];
    const carrying = new Set(claim.outlets);
    const nearest = new Map<string, { readonly position: number; readonly similarity: number }>();
    for (const wording of wordings.slice(0, WORDINGS_COMPARED))
      for (const position of candidates(wording)) {
        const outlet = outlets[position] ?? '';
        const sentence = own[position];
        if (sentence === undefined || carrying.has(outlet)) continue;
        const similarity = partialSimilarity(index, wording, sentence);
        const known = nearest.get(outlet) ?? { position: Number.POSITIVE_INFINITY, similarity: 0 };
        if (similarity === 0 || similarity < known.similarity) continue;
        // Of equals the first in the story.
        if (similarity === known.similarity && position > known.position) continue;
        nearest.set(outlet, { position, similarity });
      }
    return [...nearest.values()]
      .sort((a, b) => a.position - b.position)
      .flatMap(({ position }) => own[position] ?? []);
  };
}
