import type { LedgerArticle } from '../../core/ledger.ts';
import type { WritableClaim } from '../../core/written.ts';
import { wordCount } from '../sentence-quality.ts';

/** Never whole articles: at most this share of one's words goes to a model, all sections of a story together. */
const MOST_OF_ARTICLE = 0.5;
/** Of an article of few sentences one claim is told all the same. */
const LEAST_WORDS = 60;

/** How much of each article a model has been told. */
export interface ArticleShare {
  /** True, and counted, when the claim's first passage may be told too. A passage that is told twice counts once. */
  takes(claim: WritableClaim): boolean;
}

export function createArticleShare(articles: readonly LedgerArticle[]): ArticleShare {
  const most = new Map(
    articles.map(({ article }) => [
      article.id,
      Math.max(LEAST_WORDS, Math.floor(MOST_OF_ARTICLE * wordCount(article.text))),
    ]),
  );
  const told = new Map<string, number>();
  const known = new Set<string>();
  return {
    takes({ passages: [first] }) {
      const key = `${first.articleId} ${first.start} ${first.end}`;
      if (known.has(key)) return true;
      const words = (told.get(first.articleId) ?? 0) + wordCount(first.text);
      if (words > (most.get(first.articleId) ?? 0)) return false;
      told.set(first.articleId, words);
      known.add(key);
      return true;
    },
  };
}
