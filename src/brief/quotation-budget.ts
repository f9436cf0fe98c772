import type { Citation, LedgerArticle } from '../core/ledger.ts';
import { wordCount } from './sentence-quality.ts';

/** Words of one article that a page may show. */
const MAX_QUOTED_WORDS = 120;
/** Share of one article's words that a page may show. */
const MAX_QUOTED_SHARE = 0.2;
/** A single sentence of this many words may be shown of an article however short, so that no story is blank. */
export const MAX_FIRST_SENTENCE_WORDS = 45;

/** How much of each article a page already shows. */
export interface QuotationBudget {
  allows(citation: Citation, words: number): boolean;
  spend(citation: Citation, words: number): void;
}

/** Words of an article that may be shown, all sections together. */
export function quotationLimit(article: LedgerArticle): number {
  return Math.min(MAX_QUOTED_WORDS, Math.floor(wordCount(article.article.text) * MAX_QUOTED_SHARE));
}

/**
 * Keeps a page an excerpt: at most 120 words and a fifth of any one article, one sentence excepted. A passage that
 * is shown twice counts once. With `isLimited` false everything is allowed.
 */
export function createQuotationBudget(
  articles: readonly LedgerArticle[],
  isLimited: boolean,
): QuotationBudget {
  const limits = new Map(articles.map((article) => [article.article.id, quotationLimit(article)]));
  const spent = new Map<string, number>();
  const shown = new Set<string>();
  const keyOf = ({ articleId, start, end }: Citation): string => `${articleId} ${start} ${end}`;
  return {
    allows(citation, words) {
      if (!isLimited || shown.has(keyOf(citation))) return true;
      const used = spent.get(citation.articleId) ?? 0;
      if (used === 0 && words <= MAX_FIRST_SENTENCE_WORDS) return true;
      return used + words <= (limits.get(citation.articleId) ?? 0);
    },
    spend(citation, words) {
      if (shown.has(keyOf(citation))) return;
      shown.add(keyOf(citation));
      spent.set(citation.articleId, (spent.get(citation.articleId) ?? 0) + words);
    },
  };
}
