import type { ArticleSignature, CopyKind, CopyReason, Fingerprint } from '../core/story.ts';
import { chooseOrigin, originGround } from './choose-origin.ts';
import { compareText } from './compare-text.ts';
import type { CopyIndex, IndexedText } from './copy-index.ts';
import { copyKind, copyReason, type OutletCatalogue } from './copy-reason.ts';
import type { OutletFacts } from './same-owner.ts';

/** That a new article repeats the text of another. */
export interface Copy {
  readonly originId: string;
  /** Story of the origin when that is stored; null when the origin is new too. */
  readonly storyId: string | null;
  readonly kind: CopyKind;
  readonly reason: CopyReason;
  /** Estimated Jaccard similarity of the two texts. */
  readonly similarity: number;
}

/** The stretch of time, both ends included, whose stored texts take part; milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A text that hangs in a group by a chain of copies stays in it only if this share of the shorter text is in the
 * origin: an article that prints two agency texts in full does not make one of them a copy of the other.
 */
const MIN_CHAINED_CONTAINMENT = 0.5;

/** What the parting of a group into origins and copies rests on. */
interface CopyGrounds {
  readonly index: CopyIndex;
  readonly outlets: OutletCatalogue;
  /** Whether an article was there before the batch. */
  readonly isStored: (text: IndexedText) => boolean;
  /** The text of an article that was, when it lies in the stretch. */
  readonly stored: (articleId: string | null) => IndexedText | undefined;
}

/**
 * Finds which new articles repeat the text of a new or a stored one. Texts that are linked by a chain of copies form
 * one group with one origin, so that no copy points at another copy: a stored text before a new one (what is stored
 * keeps its place), then the credited agency's own, the earliest, the one nearest to all others, the longest, the
 * smallest id. Texts of the chain that have too little of the origin are looked at again among themselves.
 *
 * @param pending new articles, sorted by time and id; the index takes them up
 * @param index stored articles
 * @param stretch stored articles outside it are left out, though the index may still hold them
 * @param windowMs texts published further apart are not compared
 * @param outlets kind and owner of outlets; of those that are missing nothing is known
 * @returns a copy per id of a new article that is one; origins are not in it
 */
export function findCopies(
  pending: readonly Fingerprint[],
  index: CopyIndex,
  stretch: Stretch,
  windowMs: number,
  outlets: readonly OutletFacts[] = [],
): Map<string, Copy> {
  const places = new Map(pending.map(({ articleId }, place) => [articleId, place]));
  const isStored = ({ articleId }: IndexedText) => !places.has(articleId);
  const stored = (articleId: string | null) => {
    const text = articleId === null ? undefined : index.get(articleId);
    return text !== undefined && isStored(text) && isWithin(text, stretch) ? text : undefined;
  };
  for (const article of pending) index.add(signatureOf(article));

  const catalogue = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const grounds: CopyGrounds = { index, outlets: catalogue, isStored, stored };
  const copies = new Map<string, Copy>();
  for (const group of groupsOfCopies(places, index, stretch, windowMs)) {
    let left = group;
    while (left.length > 1) left = takeCopies(left, grounds, copies);
  }
  return copies;
}

/** Takes the texts of one origin out of a group, notes the new ones as copies, and returns the rest. */
function takeCopies(
  group: readonly IndexedText[],
  { index, outlets, isStored, stored }: CopyGrounds,
  copies: Map<string, Copy>,
): IndexedText[] {
  // What a stored article goes back to: itself, or the one it was found to copy while that is in the stretch.
  const rootOf = (text: IndexedText) => (isStored(text) ? (stored(text.copyOf) ?? text) : undefined);
  const roots = new Set(group.flatMap((text) => rootOf(text) ?? []));
  const choice = chooseOrigin(roots.size > 0 ? [...roots] : group, outlets, index);
  if (choice === undefined) return [];
  const { origin } = choice;
  const storedOrigin = stored(origin.articleId);
  const left: IndexedText[] = [];
  for (const text of group) {
    if (text.articleId === origin.articleId || rootOf(text) === origin) continue;
    const isClose =
      index.containment(text, origin) >= MIN_CHAINED_CONTAINMENT || index.isSameText(text, origin);
    if (isStored(text) || !isClose) {
      left.push(text);
      continue;
    }
    const ground = originGround(text, choice, storedOrigin !== undefined);
    copies.set(text.articleId, {
      originId: storedOrigin?.copyOf ?? origin.articleId,
      storyId: storedOrigin?.storyId ?? null,
      kind: copyKind(text, origin, outlets),
      reason: copyReason(text, origin, ground, { outlets, index }),
      similarity: index.jaccard(text, origin),
    });
  }
  return left;
}

function signatureOf({
  terms: _,
  names: _names,
  language: _language,
  ...print
}: Fingerprint): ArticleSignature {
  return { ...print, storyId: '', copyOf: null };
}

function isWithin({ publishedAt }: IndexedText, { from, to }: Stretch): boolean {
  return publishedAt >= from && publishedAt <= to;
}

/**
 * Texts that a chain of copies links, of which at least one is new: groups of two and more, what is stored first, by id,
 * then what is new, by time.
 */
function groupsOfCopies(
  places: ReadonlyMap<string, number>,
  index: CopyIndex,
  stretch: Stretch,
  windowMs: number,
): IndexedText[][] {
  // A crowded bucket is cut at the same place, and an origin chosen among the same texts, however the index was filled.
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
  return groups.all().map((group) => group.flatMap((i) => texts[i] ?? []).sort(order));
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
