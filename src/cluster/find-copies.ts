import type { ArticleSignature, CopyKind, Fingerprint } from '../core/story.ts';
import { isAgencyOutlet } from './agency-outlet.ts';
import { compareText } from './compare-text.ts';
import { estimateJaccard } from './min-hash.ts';
import { findSimilarTexts } from './similar-texts.ts';

/** That a new article repeats the text of another. */
export interface Copy {
  readonly originId: string;
  /** Story of the origin when that is stored; null when the origin is new too. */
  readonly storyId: string | null;
  readonly kind: CopyKind;
  /** Estimated Jaccard similarity of the two texts. */
  readonly similarity: number;
}

type Text = Omit<ArticleSignature, 'storyId' | 'copyOf'>;

/**
 * Finds which new articles repeat the text of a new or a stored one. Texts that are linked by a chain of copies form
 * one group with one origin, so that no copy points at another copy: a stored text before a new one (what is stored
 * keeps its place), then the credited agency's own, the earliest, the longest, the smallest id.
 *
 * @param pending new articles, sorted by time and id
 * @param window stored articles, in any order
 * @param windowMs texts published further apart are not compared
 * @returns a copy per id of a new article that is one; origins are not in it
 */
export function findCopies(
  pending: readonly Fingerprint[],
  window: readonly ArticleSignature[],
  windowMs: number,
): Map<string, Copy> {
  const stored = [...window].sort((a, b) => compareText(a.articleId, b.articleId));
  const byId = new Map(stored.map((article) => [article.articleId, article]));
  const texts: readonly Text[] = [...stored, ...pending];
  const groups = new Groups(texts.length);
  for (const { first, second } of findSimilarTexts(texts, stored.length, windowMs))
    groups.join(first, second);

  const copies = new Map<string, Copy>();
  for (const group of groups.all()) {
    const members = group.flatMap((i) => texts[i] ?? []);
    const roots = members.flatMap((text) => originOfStored(text.articleId, byId));
    const origin = chooseOrigin(roots.length > 0 ? roots : members);
    if (origin === undefined) continue;
    const storedOrigin = byId.get(origin.articleId);
    const originId = storedOrigin?.copyOf ?? origin.articleId;
    for (const text of members) {
      if (text.articleId === origin.articleId || byId.has(text.articleId)) continue;
      copies.set(text.articleId, {
        originId,
        storyId: storedOrigin?.storyId ?? null,
        kind: copyKind(text, origin),
        similarity: estimateJaccard(text.signature, origin.signature),
      });
    }
  }
  return copies;
}

/** The text a stored article goes back to: itself, or the one it was found to copy while that is in the window. */
function originOfStored(articleId: string, byId: ReadonlyMap<string, ArticleSignature>): ArticleSignature[] {
  const article = byId.get(articleId);
  if (article === undefined) return [];
  const origin = article.copyOf === null ? article : byId.get(article.copyOf);
  return [origin ?? article];
}

function chooseOrigin(candidates: readonly Text[]): Text | undefined {
  const credits = new Set(candidates.flatMap((text) => text.wireCredit ?? []));
  const isAgency = (text: Text) => [...credits].some((agency) => isAgencyOutlet(text.outletId, agency));
  return [...candidates].sort(
    (a, b) =>
      Number(isAgency(b)) - Number(isAgency(a)) ||
      a.publishedAt - b.publishedAt ||
      b.shingles - a.shingles ||
      compareText(a.articleId, b.articleId),
  )[0];
}

/** A credit on either side makes it agency text, since the words are the same; two different credits do not. */
function copyKind(copy: Text, origin: Text): CopyKind {
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
