import type { ArticleDetails } from './article-details.ts';
import type { FeedItem } from './feed-item.ts';

/** How much of the publication time is known: a `day` has no time of day, `unknown` stands for the time of intake. */
export type DatePrecision = 'minute' | 'day' | 'unknown';

/** Where the text came from: the article's own page, only the feed (the page could not be had), or an import. */
export type ArticleOrigin = 'page' | 'feed' | 'import';

/** What one outlet published at one address. `text` is plain, with one line break between blocks. */
export interface Article {
  readonly id: string;
  /** The id it came with on import. */
  readonly externalId: string | null;
  /** Canonical address. */
  readonly url: string;
  readonly outletId: string;
  readonly title: string;
  readonly text: string;
  readonly byline: string | null;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly datePrecision: DatePrecision;
  /** ISO 639-1, as declared by the source; `annotate` detects it for itself. */
  readonly language: string | null;
  readonly imageUrl: string | null;
  readonly origin: ArticleOrigin;
  /** True when the page shows only part of the text (paywall, "continue reading"). */
  readonly truncated: boolean;
  readonly warnings: readonly string[];
}

/** A fetched page and what the feed said about it: all that extraction needs, and nothing else. */
export interface Page {
  /** The address after redirects. */
  readonly url: string;
  /** Decoded HTML; null when the page could not be had. */
  readonly html: string | null;
  readonly item: FeedItem | null;
  /** Why there is no HTML, for the warning on the article. */
  readonly failureCode: string | null;
}

/** What extraction makes of a page; the pipeline adds identity (id, outlet) to make an Article of it. */
export interface ExtractedArticle {
  readonly canonicalUrl: string;
  readonly title: string;
  readonly text: string;
  readonly byline: string | null;
  readonly publishedAt: number | null;
  readonly datePrecision: DatePrecision;
  readonly language: string | null;
  readonly imageUrl: string | null;
  readonly siteName: string | null;
  readonly origin: 'page' | 'feed';
  readonly truncated: boolean;
  readonly warnings: readonly string[];
  readonly details: ArticleDetails;
}
