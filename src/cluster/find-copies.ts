import type { ArticleSignature, CopyKind, CopyReason, Fingerprint } from '../core/story.ts';
import { chooseOrigin, originGround } from './choose-origin.ts';
import { compareText } from './compare-text.ts';
import { type CopyText, copyKind, copyReason, type OutletCatalogue } from './copy-reason.ts';
import { estimateJaccard } from './min-hash.ts';
import type { OutletFacts } from './same-owner.ts';
import { findSimilarTexts, isSameText, textContainment } from './similar-texts.ts';

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

/**
 * A text that hangs in a group by a chain of copies stays in it only if this share of the shorter text is in the
 * origin: an article that prints two agency texts in full does not make one of them a copy of the other.
 */
const MIN_CHAINED_CONTAINMENT = 0.5;

/**
 * Finds which new articles repeat the text of a new or a stored one. Texts that are linked by a chain of copies form
 * one group with one origin, so that no copy points at another copy: a stored text before a new one (what is stored
 * keeps its place), then the credited agency's own, the earliest, the one nearest to all others, the longest, the
 * smallest id. Texts of the chain that have too little of the origin are looked at again among themselves.
 *
 * @param pending new articles, sorted by time and id
 * @param window stored articles, in any order
 * @param windowMs texts published further apart are not compared
 * @param outlets kind and owner of outlets; of those that are missing nothing is known
 * @returns a copy per id of a new article that is one; origins are not in it
 */
export function findCopies(
  pending: readonly Fingerprint[],
  window: readonly ArticleSignature[],
  windowMs: number,
  outlets: readonly OutletFacts[] = [],
): Map<string, Copy> {
  const stored = [...window].sort((a, b) => compareText(a.articleId, b.articleId));
  const byId = new Map(stored.map((article) => [article.articleId, article]));
  const texts: readonly CopyText[] = [...stored, ...pending];
  const groups = new Groups(texts.length);
  for (const { first, second } of findSimilarTexts(texts, stored.length, windowMs))
    groups.join(first, second);

  const catalogue = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const copies = new Map<string, Copy>();
  for (const group of groups.all()) {
    let left = group.flatMap((i) => texts[i] ?? []);
    while (left.length > 1) left = takeCopies(left, byId, catalogue, copies);
  }
  return copies;
}

/** Takes the texts of one origin out of a group, notes the new ones as copies, and returns the rest. */
function takeCopies(
  group: readonly CopyText[],
  byId: ReadonlyMap<string, ArticleSignature>,
  outlets: OutletCatalogue,
  copies: Map<string, Copy>,
): CopyText[] {
  const rootOf = new Map(group.map((text) => [text.articleId, originOfStored(text.articleId, byId)]));
  const roots = new Set([...rootOf.values()].filter((root) => root !== null));
  const choice = chooseOrigin(roots.size > 0 ? [...roots] : group, outlets);
  if (choice === undefined) return [];
  const { origin } = choice;
  const storedOrigin = byId.get(origin.articleId);
  const left: CopyText[] = [];
  for (const text of group) {
    if (text.articleId === origin.articleId || rootOf.get(text.articleId) === origin) continue;
    const isStored = byId.has(text.articleId);
    const isClose = textContainment(text, origin) >= MIN_CHAINED_CONTAINMENT || isSameText(text, origin);
    if (isStored || !isClose) {
      left.push(text);
      continue;
    }
    copies.set(text.articleId, {
      originId: storedOrigin?.copyOf ?? origin.articleId,
      storyId: storedOrigin?.storyId ?? null,
      kind: copyKind(text, origin, outlets),
      reason: copyReason(text, origin, originGround(text, choice, storedOrigin !== undefined), outlets),
      similarity: estimateJaccard(text.signature, origin.signature),
    });
  }
  return left;
}

/**
 * The text a stored article goes back to: itself, or the one it was found to copy while that is in the window; null
 * for an article that is not stored.
 */
function originOfStored(
  articleId: string,
  byId: ReadonlyMap<string, ArticleSignature>,
): ArticleSignature | null {
  const article = byId.get(articleId);
  if (article === undefined) return null;
  return (article.copyOf === null ? undefined : byId.get(article.copyOf)) ?? article;
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
