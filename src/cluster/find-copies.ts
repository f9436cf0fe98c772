import type { ArticleSignature, CopyKind, Fingerprint } from '../core/story.ts';
import { isAgencyOutlet } from './agency-outlet.ts';
import { compareText } from './compare-text.ts';
import type { CopyIndex, IndexedText } from './copy-index.ts';

/** That a new article repeats the text of another. */
export interface Copy {
  readonly originId: string;
  /** Story of the origin when that is stored; null when the origin is new too. */
  readonly storyId: string | null;
  readonly kind: CopyKind;
  /** Estimated Jaccard similarity of the two texts. */
  readonly similarity: number;
}

/** The stretch of time, both ends included, whose stored texts take part; milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds which new articles repeat the text of a new or a stored one. Texts that are linked by a chain of copies form
 * one group with one origin, so that no copy points at another copy: a stored text before a new one (what is stored
 * keeps its place), then the credited agency's own, the earliest, the longest, the smallest id.
 *
 * @param pending new articles, sorted by time and id; the index takes them up
 * @param index stored articles
 * @param stretch stored articles outside it are left out, though the index may still hold them
 * @param windowMs texts published further apart are not compared
 * @returns a copy per id of a new article that is one; origins are not in it
 */
export function findCopies(
  pending: readonly Fingerprint[],
  index: CopyIndex,
  stretch: Stretch,
  windowMs: number,
): Map<string, Copy> {
  const places = new Map(pending.map(({ articleId }, place) => [articleId, place]));
  const isStored = ({ articleId }: IndexedText) => !places.has(articleId);
  const stored = (articleId: string | null) => {
    const text = articleId === null ? undefined : index.get(articleId);
    return text !== undefined && isStored(text) && isWithin(text, stretch) ? text : undefined;
  };
  for (const article of pending) index.add(signatureOf(article));

  const copies = new Map<string, Copy>();
  for (const members of groupsOfCopies(places, index, stretch, windowMs)) {
    const roots = members.filter(isStored).map((text) => stored(text.copyOf) ?? text);
    const origin = chooseOrigin(roots.length > 0 ? roots : members);
    if (origin === undefined) continue;
    const storedOrigin = stored(origin.articleId);
    for (const text of members) {
      if (text.articleId === origin.articleId || isStored(text)) continue;
      copies.set(text.articleId, {
        originId: storedOrigin?.copyOf ?? origin.articleId,
        storyId: storedOrigin?.storyId ?? null,
        kind: copyKind(text, origin),
        similarity: index.jaccard(text.articleId, origin.articleId),
      });
    }
  }
  return copies;
}

function signatureOf(article: Fingerprint): ArticleSignature {
  const { articleId, outletId, publishedAt, signature, shingles, wireCredit } = article;
  return { articleId, storyId: '', outletId, publishedAt, signature, shingles, copyOf: null, wireCredit };
}

function isWithin({ publishedAt }: IndexedText, { from, to }: Stretch): boolean {
  return publishedAt >= from && publishedAt <= to;
}

/** Texts that a chain of copies links, of which at least one is new: groups of two and more. */
function groupsOfCopies(
  places: ReadonlyMap<string, number>,
  index: CopyIndex,
  stretch: Stretch,
  windowMs: number,
): IndexedText[][] {
  // What is stored comes first, by id, then what is new, by time: so that a crowded bucket is cut at the same place.
  const order = (a: IndexedText, b: IndexedText) =>
    (places.get(a.articleId) ?? -1) - (places.get(b.articleId) ?? -1) ||
    compareText(a.articleId, b.articleId);
  const texts: IndexedText[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: IndexedText) => {
    const known = numbers.get(text.articleId);
    if (known !== undefined) return known;
    numbers.set(text.articleId, texts.length);
    return texts.push(text) - 1;
  };
  const links: [number, number][] = [];
  for (const [articleId, place] of places) {
    const own = index.get(articleId);
    if (own === undefined) continue;
    const isSought = (text: IndexedText) => {
      const other = places.get(text.articleId);
      return other === undefined ? isWithin(text, stretch) : other < place;
    };
    for (const text of index.similarTo(articleId, isSought, order)) {
      if (Math.abs(text.publishedAt - own.publishedAt) <= windowMs)
        links.push([numberOf(text), numberOf(own)]);
    }
  }
  const groups = new Groups(texts.length);
  for (const [a, b] of links) groups.join(a, b);
  return groups.all().map((group) => group.flatMap((i) => texts[i] ?? []));
}

function chooseOrigin(candidates: readonly IndexedText[]): IndexedText | undefined {
  const credits = new Set(candidates.flatMap((text) => text.wireCredit ?? []));
  const isAgency = (text: IndexedText) =>
    [...credits].some((agency) => isAgencyOutlet(text.outletId, agency));
  return [...candidates].sort(
    (a, b) =>
      Number(isAgency(b)) - Number(isAgency(a)) ||
      a.publishedAt - b.publishedAt ||
      b.shingles - a.shingles ||
      compareText(a.articleId, b.articleId),
  )[0];
}

/** A credit on either side makes it agency text, since the words are the same; two different credits do not. */
function copyKind(copy: IndexedText, origin: IndexedText): CopyKind {
  if (copy.outletId === origin.outletId) {
    return copy.publishedAt >= origin.publishedAt ? 'update' : 'near-duplicate';
  }
  const credit = copy.wireCredit ?? origin.wireCredit;
  if (credit === null) return 'near-duplicate';
  const agreed = origin.wireCredit === null || origin.wireCredit === credit;
  return agreed || isAgencyOutlet(origin.outletId, credit) ? 'wire-copy' : 'near-duplicate';
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen, 1984). */
class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.#find(a), this.#find(b)];
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** Sets of two and more, members in ascending order. */
  all(): number[][] {
    const sets = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.#find(i);
      const set = sets.get(root);
      if (set === undefined) sets.set(root, [i]);
      else set.push(i);
    }
    return [...sets.values()].filter((set) => set.length > 1);
  }

  #find(start: number): number {
    let i = start;
    for (;;) {
      const parent = this.#parent[i] ?? i;
      if (parent === i) return i;
      const grandparent = this.#parent[parent] ?? parent;
      this.#parent[i] = grandparent;
      i = grandparent;
    }
  }
}
