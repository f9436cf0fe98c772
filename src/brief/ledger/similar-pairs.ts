import { claimSimilarity, MOST_AGREEMENT } from './sentence-similarity.ts';
import type { StoryIndex, StorySentence } from './story-sentence.ts';

/**
 * Sentences at least this alike make the same claim. Read on 2026-11-23 on pairs from every ninth allsides
 * development story: below .45 most pairs only share a subject, above .5 nearly all say the same. Of 185 stories of
 * four and more outlets 149 have two shared facts at .47, and 144 at .5.
 */
export const CLAIM_SIMILARITY = 0.47;
/** Terms in more sentences than this find no candidates: they say only that it is the same story. */
const MAX_POSTINGS = 120;
/** Candidates per sentence that are compared in full, by words in common. */
const MAX_CANDIDATES = 60;
/** Share of a sentence's weight that a candidate has in rare terms. */
const LEAST_SHARED = 0.12;
/** Less overlap of words than this makes no claim of two sentences, whatever names and numbers add; a little below, as sums are rounded. */
const LEAST_WORD_SIMILARITY = (CLAIM_SIMILARITY / MOST_AGREEMENT) * (1 - 1e-9);

export interface SimilarPair {
  /** Positions in the list that was compared, `a` below `b`. */
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/** A sentence that may be alike, and the weight of the rare terms it shares. */
interface Candidate {
  readonly position: number;
  readonly shared: number;
}

function postingsOf(nodes: readonly StorySentence[], terms: number): number[][] {
  const postings: number[][] = Array.from({ length: terms }, () => []);
  nodes.forEach((node, position) => {
    for (const term of node.terms) postings[term]?.push(position);
  });
  return postings;
}

/** Earlier nodes that share rare terms with one: those with most of its weight, where there are too many. */
function candidatesOf(
  index: StoryIndex,
  node: StorySentence,
  position: number,
  postings: readonly (readonly number[])[],
  scores: Float64Array,
): Candidate[] {
  const touched: number[] = [];
  for (const term of node.terms) {
    const list = postings[term] ?? [];
    if (list.length > MAX_POSTINGS) continue;
    const weight = index.idf[term] ?? 0;
    for (const other of list) {
      if (other >= position) break;
      if (scores[other] === 0) touched.push(other);
      scores[other] = (scores[other] ?? 0) + weight;
    }
  }
  const kept = takeScores(touched, scores, node.weight * LEAST_SHARED);
  if (kept.length <= MAX_CANDIDATES) return kept;
  return kept.sort((a, b) => b.shared - a.shared || a.position - b.position).slice(0, MAX_CANDIDATES);
}

/** Those that score enough; the scores are set back to nothing for the next sentence. */
function takeScores(touched: readonly number[], scores: Float64Array, least: number): Candidate[] {
  const kept: Candidate[] = [];
  for (const position of touched) {
    const shared = scores[position] ?? 0;
    if (shared >= least) kept.push({ position, shared });
    scores[position] = 0;
  }
  return kept;
}

/** Weight of a sentence's terms that find no candidates. */
function commonWeight(
  { idf }: StoryIndex,
  { terms }: StorySentence,
  postings: readonly (readonly number[])[],
): number {
  let sum = 0;
  for (const term of terms) if ((postings[term]?.length ?? 0) > MAX_POSTINGS) sum += idf[term] ?? 0;
  return sum;
}

/**
 * Pairs of sentences that may make the same claim, most similar first. An inverted index over rare terms keeps the
 * number of comparisons near linear in the number of sentences.
 */
export function similarPairs(index: StoryIndex, nodes: readonly StorySentence[]): SimilarPair[] {
  const postings = postingsOf(nodes, index.idf.length);
  const scores = new Float64Array(nodes.length);
  const pairs: SimilarPair[] = [];
  nodes.forEach((node, b) => {
    const common = commonWeight(index, node, postings);
    for (const { position: a, shared } of candidatesOf(index, node, b, postings, scores)) {
      const other = nodes[a];
      if (other === undefined) continue;
      // All that they can have in common: the rare terms that they do share, and every common one.
      if (shared + common < LEAST_WORD_SIMILARITY * Math.sqrt(node.weight * other.weight)) continue;
      const similarity = claimSimilarity(index, other, node);
      if (similarity >= CLAIM_SIMILARITY) pairs.push({ a, b, similarity });
    }
  });
  return pairs.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}
