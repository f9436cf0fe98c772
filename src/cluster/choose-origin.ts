import type { OriginGround } from '../core/story.ts';
import { compareText } from './compare-text.ts';
import type { CopyIndex, IndexedText } from './copy-index.ts';
import { isAgencyText, isEarlier, type OutletCatalogue } from './copy-reason.ts';

/** Texts a candidate is compared with: bounds the work on a notice that a thousand pages carry. */
const COMPARED_TEXTS = 40;

/** The text that the others of a group are taken to repeat, and how near each candidate is to the others. */
export interface OriginChoice {
  readonly origin: IndexedText;
  readonly isAgency: boolean;
  /** By article id, mean similarity to the other candidates, two decimals; of candidates of the first moment only. */
  readonly centrality: ReadonlyMap<string, number>;
}

/**
 * Chooses the origin among texts that are one text: the credited agency's own, then the earliest. Of one moment it is
 * the one nearest to all others, since what is cut here and extended there goes back to what lies between; then the
 * longest, then the smallest id.
 */
export function chooseOrigin(
  candidates: readonly IndexedText[],
  outlets: OutletCatalogue,
  index: CopyIndex,
): OriginChoice | undefined {
  const credits = new Set(candidates.flatMap((text) => text.wireCredit ?? []));
  const agency = candidates.filter((text) => isAgencyText(text, credits, outlets));
  const preferred = agency.length > 0 ? agency : candidates;
  const firstAt = preferred.reduce((at, text) => Math.min(at, text.publishedAt), Number.POSITIVE_INFINITY);
  const first = preferred.filter(({ publishedAt }) => publishedAt === firstAt);
  const centrality = new Map(first.map((text) => [text.articleId, meanSimilarity(text, candidates, index)]));
  const nearness = (text: IndexedText) => centrality.get(text.articleId) ?? 0;
  const [origin] = [...first].sort(
    (a, b) => nearness(b) - nearness(a) || b.shingles - a.shingles || compareText(a.articleId, b.articleId),
  );
  return origin === undefined ? undefined : { origin, isAgency: agency.length > 0, centrality };
}

/** What made the chosen text, and not `copy`, the origin. */
export function originGround(
  copy: IndexedText,
  { origin, isAgency, centrality }: OriginChoice,
  isStored: boolean,
): OriginGround {
  if (isAgency) return 'agency';
  if (isEarlier(origin, copy)) return 'earliest';
  if (isStored) return 'stored';
  const nearness = centrality.get(copy.articleId);
  if (nearness !== undefined && nearness < (centrality.get(origin.articleId) ?? 0)) return 'central';
  return origin.shingles > copy.shingles ? 'longest' : 'none';
}

function meanSimilarity(text: IndexedText, candidates: readonly IndexedText[], index: CopyIndex): number {
  const others = candidates.slice(0, COMPARED_TEXTS).filter(({ articleId }) => articleId !== text.articleId);
  if (others.length < 2) return 0;
  const sum = others.reduce((total, other) => total + index.jaccard(text, other), 0);
  return Math.round((100 * sum) / others.length) / 100;
}
