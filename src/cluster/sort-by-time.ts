import type { Fingerprint } from '../core/story.ts';
import { compareText } from './compare-text.ts';

/** By time, then id; a second fingerprint of the same article is dropped. */
export function sortByTime(articles: readonly Fingerprint[]): Fingerprint[] {
  const sorted = [...articles].sort(
    (a, b) => a.publishedAt - b.publishedAt || compareText(a.articleId, b.articleId),
  );
  return sorted.filter((article, i) => article.articleId !== sorted[i - 1]?.articleId);
}
