import type { ArticleVector } from './article-vector.ts';
import type { LiveStory } from './live-story.ts';
import { visitSums } from './live-story.ts';
import { Postings } from './postings.ts';
import type { ClusterSettings } from './settings.ts';
import { DAY_MS } from './settings.ts';
import type { TermTable } from './term-table.ts';
import { isNameKey } from './term-table.ts';

/** An article that is to be assigned. */
export interface Candidate {
  readonly articleId: string;
  readonly language: string;
  readonly publishedAt: number;
  readonly vector: ArticleVector;
}

/** What two groups have in common, summed over the pairs of their members. */
export interface Edge {
  /** Cosines. */
  plain: number;
  /** Cosines, each times the decay of the two articles' distance in time. */
  decayed: number;
}

/** With fewer names on one side, that none is shared says little. */
const MIN_NAMES = 3;

/** Reports that nodes `a` < `b` have an edge. */
export type AddEdge = (a: number, b: number, edge: Edge) => void;

/** Pairs below this cosine are far from any threshold; without them the graph is sparse (0.05 gives no better result). */
const MIN_COSINE = 0.1;

/** Gaussian decay of a distance in time, 1 for none: what was published days apart needs more in common. */
export function timeDecay(gapMs: number, sigmaDays: number): number {
  const sigmas = gapMs / DAY_MS / sigmaDays;
  return Math.exp((-sigmas * sigmas) / 2);
}

/** Edges between candidates, which must be sorted by time; node of a candidate = `offset` + its position. */
export function linkCandidates(
  candidates: readonly Candidate[],
  offset: number,
  windowMs: number,
  settings: ClusterSettings,
  add: AddEdge,
): void {
  const products = new Products(candidates.length);
  let oldest = 0;
  for (const [i, { language, publishedAt, vector }] of candidates.entries()) {
    oldest = firstSince(candidates, publishedAt - windowMs, oldest);
    products.multiply(vector, oldest);
    products.postings.addVector(vector.ids, vector.weights, i);
    for (let j = oldest; j < i; j++) {
      if (products.cosine(j) < MIN_COSINE) continue;
      const earlier = candidates[j];
      if (earlier?.language !== language) continue;
      const names = Math.min(countNames(vector), countNames(earlier.vector));
      const plain = products.similarity(j, names, settings);
      const decay = timeDecay(publishedAt - earlier.publishedAt, settings.sigmaDays);
      add(offset + j, offset + i, { plain, decayed: plain * decay });
    }
  }
}

function firstSince(candidates: readonly Candidate[], since: number, start: number): number {
  let first = start;
  while ((candidates[first]?.publishedAt ?? since) < since) first++;
  return first;
}

function countNames(vector: ArticleVector): number {
  return vector.ids.length - vector.terms;
}

/**
 * Edges between stories (nodes 0 …) and candidates. The members' own vectors are gone, so the decay of the sum is the
 * mean decay over the members whose time is still known; older ones count as fully decayed.
 */
export function linkStories(
  stories: readonly LiveStory[],
  candidates: readonly Candidate[],
  table: TermTable,
  settings: ClusterSettings,
  add: AddEdge,
): void {
  const products = new Products(stories.length);
  const names = indexStories(stories, table, products.postings);
  for (const [i, { language, publishedAt, vector }] of candidates.entries()) {
    products.multiply(vector, 0);
    for (let s = 0; s < stories.length; s++) {
      if (products.cosine(s) < MIN_COSINE) continue;
      const story = stories[s];
      if (story?.language !== language || products.cosine(s) < MIN_COSINE * story.size) continue;
      const plain = products.similarity(s, Math.min(countNames(vector), names[s] ?? 0), settings);
      add(s, stories.length + i, {
        plain,
        decayed: plain * meanDecay(story, publishedAt, settings.sigmaDays),
      });
    }
  }
}

function meanDecay({ times, size }: LiveStory, at: number, sigmaDays: number): number {
  const sum = times.reduce((total, time) => total + timeDecay(Math.abs(at - time), sigmaDays), 0);
  return sum / Math.max(1, size);
}

/** Indexes the keys that the batch holds; returns how many names each story has. */
function indexStories(stories: readonly LiveStory[], table: TermTable, postings: Postings): number[] {
  return stories.map((story, s) => {
    let names = 0;
    visitSums(story, (key, sum) => {
      if (isNameKey(key)) names++;
      const id = table.find(key);
      if (id !== undefined) postings.add(id, s, sum * table.weight(id));
    });
    return names;
  });
}

/** Dot products of one vector with all others, those of terms and of names apart. */
class Products {
  readonly postings = new Postings();
  readonly #terms: Float64Array;
  readonly #names: Float64Array;

  constructor(size: number) {
    this.#terms = new Float64Array(size);
    this.#names = new Float64Array(size);
  }

  multiply({ ids, weights, terms }: ArticleVector, from: number): void {
    this.postings.multiply({ ids, weights, start: 0, end: terms }, from, this.#terms);
    this.postings.multiply({ ids, weights, start: terms, end: ids.length }, from, this.#names);
  }

  cosine(position: number): number {
    return (this.#terms[position] ?? 0) + (this.#names[position] ?? 0);
  }

  /**
   * The cosine, lowered where both sides name people and places and none of them is the same: two matches or two
   * elections are told in the same words.
   *
   * @param names how many names the side with fewer has
   */
  similarity(position: number, names: number, { strangerShare }: ClusterSettings): number {
    const areStrangers = names >= MIN_NAMES && (this.#names[position] ?? 0) === 0;
    return this.cosine(position) * (areStrangers ? strangerShare : 1);
  }
}
