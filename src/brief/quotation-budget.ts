import type { Citation, LedgerArticle } from '../core/ledger.ts';
import type { QuotationLimits } from '../core/quotation-limits.ts';
import { isInside, type Span } from '../core/span.ts';
import { wordCount } from './sentence-quality.ts';

/** A single sentence of this many words may be shown of an article however short, so that no story is blank. */
export const MAX_FIRST_SENTENCE_WORDS = 45;

/** How much of each article a page already shows. */
export interface QuotationBudget {
  allows(citation: Citation, words: number): boolean;
  spend(citation: Citation, words: number): void;
  /** True when all of it lies within a passage that is shown already. */
  shows(citation: Citation): boolean;
}

/** Words of an article that may be shown, all sections together. */
export function quotationLimit(article: LedgerArticle, { words, share }: QuotationLimits): number {
  return Math.min(words, Math.floor(wordCount(article.article.text) * share));
}

/**
 * Keeps a page an excerpt: no more words of any one article than `limits` allow, one sentence excepted. A passage that
 * is shown twice counts once. With null for limits everything is allowed.
 */
export function createQuotationBudget(
  articles: readonly LedgerArticle[],
  limits: QuotationLimits | null,
): QuotationBudget {
  const byId = new Map(articles.map((article) => [article.article.id, article]));
  const most = new Map<string, number>();
  // Counted when first asked for: of most articles of a long story nothing is shown.
  const mostOf = (id: string): number => {
    const article = byId.get(id);
    if (limits === null || article === undefined) return 0;
    const limit = most.get(id) ?? quotationLimit(article, limits);
    most.set(id, limit);
    return limit;
  };
  const spent = new Map<string, number>();
  const shown = new Map<string, Span[]>();
  const passagesOf = ({ articleId }: Citation): readonly Span[] => shown.get(articleId) ?? [];
  const isKnown = (citation: Citation): boolean =>
    passagesOf(citation).some(({ start, end }) => start === citation.start && end === citation.end);
  return {
    shows: (citation) => passagesOf(citation).some((passage) => isInside(citation, passage)),
    allows(citation, words) {
      if (limits === null || isKnown(citation)) return true;
      const used = spent.get(citation.articleId) ?? 0;
      if (used === 0 && words <= MAX_FIRST_SENTENCE_WORDS) return true;
      return used + words <= mostOf(citation.articleId);
    },
    spend(citation, words) {
      if (isKnown(citation)) return;
      const { articleId, start, end } = citation;
      shown.set(articleId, [...passagesOf(citation), { start, end }]);
      spent.set(articleId, (spent.get(articleId) ?? 0) + words);
    },
  };
}
