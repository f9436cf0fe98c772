import type { Claim } from '../../core/ledger.ts';
import { LEAST_SHARED_TERMS, partialSimilarity } from './sentence-similarity.ts';
import { outletOf, type StoryIndex, type StorySentence } from './story-sentence.ts';

/** Wordings of a claim, best first, that sentences of other outlets are held against for what they say of it. */
const WORDINGS_COMPARED = 3;

interface Found {
  readonly position: number;
  readonly similarity: number;
}

/** Of equally near ones the first in the story. */
function isNearer(one: Found, known: Found | undefined): boolean {
  if (known === undefined || one.similarity !== known.similarity)
    return one.similarity > (known?.similarity ?? 0);
  return one.position < known.position;
}

/**
 * Looks for what other outlets say of a claim in part: per outlet that does not carry it, the sentence of its own
 * articles that is most of it, in the order of the story. A claim of one outlet has no core to be asked for. An
 * inverted index over the story's own sentences finds those with words enough in common.
 */
export function createPartialSearch(
  index: StoryIndex,
): (claim: Claim, wordings: readonly StorySentence[]) => StorySentence[] {
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
    const lists = terms.map((term) => postings[term] ?? []);
    for (const list of lists)
      for (const position of list) {
        const count = (shared[position] ?? 0) + 1;
        shared[position] = count;
        if (count === LEAST_SHARED_TERMS) found.push(position);
      }
    for (const list of lists) for (const position of list) shared[position] = 0;
    return found.sort((a, b) => a - b);
  }

  /** What is most of one wording, per outlet; outlets that carry the claim are left out. */
  function compare(wording: StorySentence, carrying: ReadonlySet<string>, nearest: Map<string, Found>): void {
    for (const position of candidates(wording)) {
      const outlet = outlets[position] ?? '';
      const sentence = own[position];
      if (sentence === undefined || carrying.has(outlet)) continue;
      const found = { position, similarity: partialSimilarity(index, wording, sentence) };
      if (found.similarity > 0 && isNearer(found, nearest.get(outlet))) nearest.set(outlet, found);
    }
  }

  return (claim, wordings) => {
    const nearest = new Map<string, Found>();
    const carrying = new Set(claim.outlets);
    if (carrying.size > 1)
      for (const wording of wordings.slice(0, WORDINGS_COMPARED)) compare(wording, carrying, nearest);
    return [...nearest.values()]
      .sort((a, b) => a.position - b.position)
      .flatMap(({ position }) => own[position] ?? []);
  };
}
