/** How much of any one article a story's pages may show, all sections together. */
export interface QuotationLimits {
  /** Words of one article. */
  readonly words: number;
  /** Share of one article's words, 0 to 1; the smaller of the two holds. */
  readonly share: number;
}

/** A page never stands in for an article: at most 120 words and a fifth of it. */
export const QUOTATION_LIMITS: QuotationLimits = { words: 120, share: 0.2 };
