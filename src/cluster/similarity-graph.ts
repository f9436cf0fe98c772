import type { ArticleVector } from './article-vector.ts';
import { Postings } from './postings.ts';
import type { ClusterSettings } from './settings.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from './settings.ts';
import type { TermTable } from './term-table.ts';

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
export const MIN_COSINE = 0.1;

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
export function pairSimilarity(
  { terms, names, fewerNames }: PairParts,
  { strangerShare }: ClusterSettings,
): number {
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

/** Sparse vector of counts: numbers of the TermTable with what the members' counts add up to. */
export interface SumVector {
  readonly ids: ArrayLike<number>;
  readonly sums: ArrayLike<number>;
}

/** Share of dead entries at which the index is put in order: the work is then paid for by as many additions. */
const DEAD_SHARE = 0.3;

/**
 * The vectors of all groups that a new article is compared with, under numbered slots. Values are sums of counts without
 * idf: the article brings the idf of both sides, so that nothing here has to change when more has been read.
 */
export class SimilarityIndex<Group extends Indexed> {
  readonly #table: TermTable;
  readonly #postings = new Postings();
  readonly #groups: (Group | undefined)[] = [];
  readonly #entries: number[] = [];
  #isLive = new Uint8Array(1024);
  /** Least cosine of the sum that makes an edge; infinite where none is sought. */
  #least = new Float64Array(1024);
  #terms = new Float64Array(1024);
  #names = new Float64Array(1024);
  #free: number[] = [];
  #dropped: number[] = [];
  #live = 0;
  #dead = 0;

  constructor(table: TermTable) {
    this.#table = table;
  }

  /** Takes up a group and returns its slot. Until it is sought, no article is compared with it. */
  add(group: Group, { ids, sums }: SumVector): number {
    const slot = this.#free.pop() ?? this.#groups.length;
    if (slot >= this.#isLive.length) this.#widen();
    this.#groups[slot] = group;
    this.#entries[slot] = ids.length;
    this.#isLive[slot] = 1;
    this.#least[slot] = Number.POSITIVE_INFINITY;
    for (let k = 0; k < ids.length; k++) this.#postings.add(ids[k] ?? 0, slot, sums[k] ?? 0);
    this.#live += ids.length;
    return slot;
  }

  /** Drops a group; its slot is used again after the index was put in order. */
  drop(slot: number): void {
    if (this.#isLive[slot] !== 1) return;
    const entries = this.#entries[slot] ?? 0;
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
    this.#multiply(vector, 0, vector.terms, terms);
    this.#multiply(vector, vector.terms, vector.ids.length, names);
    const ownNames = vector.ids.length - vector.terms;
    for (let slot = 0; slot < slots; slot++) {
      if ((terms[slot] as number) + (names[slot] as number) < (least[slot] as number)) continue;
      const group = this.#groups[slot];
      if (group?.language !== language) continue;
      const parts = {
        terms: terms[slot] ?? 0,
        names: names[slot] ?? 0,
        fewerNames: Math.min(ownNames, group.names),
      };
      const plain = pairSimilarity(parts, settings);
      visit(group, { plain, decayed: plain * meanDecay(group, publishedAt, settings.sigmaDays) });
    }
  }

  #multiply(vector: ArticleVector, start: number, end: number, products: Float64Array): void {
    products.fill(0, 0, this.#groups.length);
    for (let k = start; k < end; k++) {
      const id = vector.ids[k] ?? 0;
      this.#postings.accumulate(id, (vector.weights[k] ?? 0) * this.#table.weight(id), products);
    }
  }

  #widen(): void {
    const size = 2 * this.#isLive.length;
    const wider = (values: Float64Array) => {
      const copy = new Float64Array(size);
      copy.set(values);
      return copy;
    };
    const isLive = new Uint8Array(size);
    isLive.set(this.#isLive);
    this.#isLive = isLive;
    [this.#least, this.#terms, this.#names] = [wider(this.#least), wider(this.#terms), wider(this.#names)];
  }
}

/**
 * Mean decay between a moment and the members of a group: their own vectors are gone, so this stands for the decay of
 * each pair. Members outside the active window count as fully decayed.
 */
export function meanDecay(
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
