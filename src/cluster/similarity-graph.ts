import type { ArticleVector } from './article-vector.ts';
import { Postings } from './postings.ts';
import type { ClusterSettings } from './settings.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from './settings.ts';
import { SkippedKeys } from './skipped-keys.ts';
import { NO_VECTOR, type SumVector } from './sum-vector.ts';
import type { TermTable } from './term-table.ts';
import { widened } from './widened.ts';

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

/** Pairs below this cosine are far from any threshold; without them the graph is sparse (0.05 gives no better result). */
const MIN_COSINE = 0.08;

/** What a similarity is made of: the parts of two vectors' dot product, and how many names the side with fewer has. */
export interface PairParts {
  readonly terms: number;
  readonly names: number;
  readonly fewerNames: number;
}

/**
 * The cosine, lowered where both sides name people and places and none of them is the same: two matches or two
 * elections are told in the same words.
 */
function pairSimilarity({ terms, names, fewerNames }: PairParts, { strangerShare }: ClusterSettings): number {
  const areStrangers = fewerNames >= MIN_NAMES && names === 0;
  return (terms + names) * (areStrangers ? strangerShare : 1);
}

/** Gaussian decay of a distance in time, 1 for none: what was published days apart needs more in common. */
export function timeDecay(gapMs: number, sigmaDays: number): number {
  const sigmas = gapMs / DAY_MS / sigmaDays;
  return Math.exp((-sigmas * sigmas) / 2);
}

/** A group as the index holds it: a story, or one article that is not in a story yet. */
export interface Indexed {
  readonly language: string;
  readonly size: number;
  /** Publication times of the members, as far as they are known. */
  readonly times: readonly number[];
  /** How many names its vector has. */
  readonly names: number;
}

/**
 * The most common keys of an article, as far as they hold at most this share of its squared length, are left out when
 * candidates are sought; what reaches the share of the least cosine below without them is then scored with all keys.
 * An approximation, tuned on 2026-11-24 on the bench's stream with 9,500 active stories, of whose 36 edges an article
 * 0.08 and 0.5 lose one in a hundred and none that reaches the threshold by itself, for 90,000 instead of 289,000
 * products and 125 candidates. 0.12 loses 9 in a hundred and as many of those that reach it; a candidates' share of 0.6
 * loses 3, and one in a hundred of those. Larger shares make faster and worse: 0.2 loses more than half of the edges. No decision
 * differs from brute force on stream-2018: 4,201 articles as one import, and the first 900 in batches of 60.
 */
const SKIPPED_SHARE = 0.08;
const CANDIDATE_SHARE = 0.5;

/** A key that fewer documents hold than this share is worth no leaving out. */
const MIN_SKIPPED_FREQUENCY = 0.02;

/** With fewer documents read, what is common is not known yet, and there is little to compare with. */
const MIN_DOCUMENTS = 1000;

/** Share of dead entries at which the index is put in order: the work is then paid for by as many additions. */
const DEAD_SHARE = 0.15;

/**
 * The vectors of all groups that a new article is compared with, under numbered slots. Values are sums of counts without
 * idf: the article brings the idf of both sides, so that nothing here has to change when more has been read.
 */
export class SimilarityIndex<Group extends Indexed> {
  readonly #table: TermTable;
  readonly #isExact: boolean;
  readonly #postings = new Postings();
  readonly #groups: (Group | undefined)[] = [];
  readonly #vectors: SumVector[] = [];
  readonly #skipped = new SkippedKeys();
  readonly #languages = new Map<string, number>();
  #isLive = new Uint8Array(1024);
  /** Number of the group's language: to look at the groups themselves is dear. */
  #language = new Int32Array(1024);
  /** Least cosine of the sum that makes an edge; infinite where none is sought. */
  #least = new Float64Array(1024);
  #terms = new Float64Array(1024);
  #names = new Float64Array(1024);
  #free: number[] = [];
  #dropped: number[] = [];
  #live = 0;
  #dead = 0;

  /** @param isExact no key is left out when candidates are sought */
  constructor(table: TermTable, isExact = false) {
    this.#table = table;
    this.#isExact = isExact;
  }

  /** Takes up a group and returns its slot. Until it is sought, no article is compared with it. */
  add(group: Group, vector: SumVector): number {
    const { ids, sums } = vector;
    const slot = this.#free.pop() ?? this.#groups.length;
    if (slot >= this.#isLive.length) this.#widen();
    this.#groups[slot] = group;
    this.#vectors[slot] = vector;
    this.#skipped.forget(slot);
    this.#isLive[slot] = 1;
    this.#language[slot] = this.#numberOf(group.language);
    this.#least[slot] = Number.POSITIVE_INFINITY;
    for (let k = 0; k < ids.length; k++) this.#postings.add(ids[k] ?? 0, slot, sums[k] ?? 0);
    this.#live += ids.length;
    return slot;
  }

  /** A group takes the place of another whose vector has the same entries, in whatever order. */
  replace(slot: number, group: Group, vector: SumVector): void {
    this.#groups[slot] = group;
    this.#vectors[slot] = vector;
    this.#skipped.forget(slot);
  }

  /** Drops a group; its slot is used again after the index was put in order. */
  drop(slot: number): void {
    if (this.#isLive[slot] !== 1) return;
    const entries = this.#vectors[slot]?.ids.length ?? 0;
    this.#vectors[slot] = NO_VECTOR;
    this.#skipped.forget(slot);
    this.#groups[slot] = undefined;
    this.#isLive[slot] = 0;
    this.#least[slot] = Number.POSITIVE_INFINITY;
    this.#dropped.push(slot);
    this.#live -= entries;
    this.#dead += entries;
    if (this.#dead < DEAD_SHARE * this.#live + 50_000) return;
    this.compact();
  }

  compact(): void {
    this.#postings.compact(this.#isLive);
    this.#free.push(...this.#dropped);
    this.#dropped = [];
    this.#dead = 0;
  }

  /** Whether any group holds the key. */
  holds(id: number): boolean {
    return this.#postings.has(id);
  }

  /** Lets articles be compared with the group from now on, or no more. */
  seek(slot: number, isSought: boolean): void {
    const size = Math.max(1, this.#groups[slot]?.size ?? 1);
    this.#least[slot] = isSought ? MIN_COSINE * size : Number.POSITIVE_INFINITY;
  }

  /** Calls `visit` with each sought group of the article's language that is like it, and their edge. */
  neighbours(
    { language, publishedAt, vector }: Candidate,
    settings: ClusterSettings,
    visit: (group: Group, edge: Edge) => void,
  ): void {
    const [terms, names, least] = [this.#terms, this.#names, this.#least];
    const slots = this.#groups.length;
    this.#skip(vector);
    this.#multiply(vector, 0, vector.terms, terms);
    this.#multiply(vector, vector.terms, vector.ids.length, names);
    const [languages, own] = [this.#language, this.#numberOf(language)];
    const ownNames = vector.ids.length - vector.terms;
    for (let slot = 0; slot < slots; slot++) {
      const found = (terms[slot] as number) + (names[slot] as number);
      if (found < CANDIDATE_SHARE * (least[slot] as number)) continue;
      if (languages[slot] !== own) continue;
      const rest = this.#skipped.multiply(slot, this.#vectors[slot] ?? NO_VECTOR);
      if (found + rest.terms + rest.names < (least[slot] as number)) continue;
      const group = this.#groups[slot];
      if (group === undefined) continue;
      const parts = {
        terms: (terms[slot] ?? 0) + rest.terms,
        names: (names[slot] ?? 0) + rest.names,
        fewerNames: Math.min(ownNames, group.names),
      };
      const plain = pairSimilarity(parts, settings);
      visit(group, { plain, decayed: plain * meanDecay(group, publishedAt, settings.sigmaDays) });
    }
  }

  /** Chooses the keys of an article that are left out when candidates are sought. */
  #skip(vector: ArticleVector): void {
    this.#skipped.clear();
    if (this.#isExact || this.#table.documents < MIN_DOCUMENTS) return;
    const least = MIN_SKIPPED_FREQUENCY * this.#table.documents;
    const common: number[] = [];
    for (let k = 0; k < vector.ids.length; k++)
      if (this.#table.frequency(vector.ids[k] as number) >= least) common.push(k);
    const frequency = (k: number) => this.#table.frequency(vector.ids[k] as number);
    common.sort((a, b) => frequency(b) - frequency(a) || a - b);
    let share = 0;
    for (const k of common) {
      share += (vector.weights[k] as number) ** 2;
      if (share > SKIPPED_SHARE) return;
      const id = vector.ids[k] as number;
      if (!this.#skipped.knows(id)) this.#postings.forEach(id, (slot) => this.#skipped.forget(slot));
      this.#skipped.add(id, (vector.weights[k] as number) * this.#table.weight(id), k >= vector.terms);
    }
  }

  #multiply(vector: ArticleVector, start: number, end: number, products: Float64Array): void {
    products.fill(0, 0, this.#groups.length);
    for (let k = start; k < end; k++) {
      const id = vector.ids[k] as number;
      if (this.#skipped.has(id)) continue;
      this.#postings.accumulate(id, (vector.weights[k] ?? 0) * this.#table.weight(id), products);
    }
  }

  #numberOf(language: string): number {
    const known = this.#languages.get(language);
    if (known !== undefined) return known;
    this.#languages.set(language, this.#languages.size);
    return this.#languages.size - 1;
  }

  #widen(): void {
    const size = 2 * this.#isLive.length;
    this.#isLive = widened(this.#isLive, size);
    this.#language = widened(this.#language, size);
    this.#least = widened(this.#least, size);
    this.#terms = widened(this.#terms, size);
    this.#names = widened(this.#names, size);
  }
}

/** Reports that nodes `a` < `b` have an edge. */
export type AddEdge = (a: number, b: number, edge: Edge) => void;

/** Edges between articles that are compared with nothing else, whatever the distance in time. */
export function linkCandidates(
  candidates: readonly Candidate[],
  table: TermTable,
  settings: ClusterSettings,
  add: AddEdge,
): void {
  const index = new SimilarityIndex<Indexed & { readonly node: number }>(table, true);
  for (const [node, candidate] of candidates.entries()) {
    const { language, publishedAt, vector } = candidate;
    index.neighbours(candidate, settings, (other, { plain }) => {
      const gap = publishedAt - (other.times[0] ?? publishedAt);
      add(other.node, node, { plain, decayed: plain * timeDecay(gap, settings.sigmaDays) });
    });
    const group = { node, language, size: 1, times: [publishedAt], names: vector.ids.length - vector.terms };
    index.seek(index.add(group, { ids: vector.ids, sums: vector.counts }), true);
  }
}

/**
 * Mean decay between a moment and the members of a group: their own vectors are gone, so this stands for the decay of
 * each pair. Members outside the active window count as fully decayed.
 */
function meanDecay(
  { times, size }: { readonly times: readonly number[]; readonly size: number },
  at: number,
  sigmaDays: number,
): number {
  let sum = 0;
  for (const time of times) {
    const gap = Math.abs(at - time);
    if (gap <= ACTIVE_WINDOW_DAYS * DAY_MS) sum += timeDecay(gap, sigmaDays);
  }
  return sum / Math.max(1, size);
}
