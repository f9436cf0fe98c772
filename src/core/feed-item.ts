/** One entry of a feed, whatever its format was. Links are absolute; markup is still markup. */
export interface FeedItem {
  /** The article's address, as the feed gives it, made absolute. */
  readonly url: string;
  /** The feed's own identifier (guid, atom:id), or the address. */
  readonly guid: string;
  /** Plain text, entities decoded. */
  readonly title: string;
  /** HTML as the feed carries it (content:encoded, atom:content, content_html), not yet sanitised. */
  readonly contentHtml: string | null;
  /** HTML of the summary (description, atom:summary), not yet sanitised. */
  readonly summaryHtml: string | null;
  /** Milliseconds since the epoch; null when the feed gives none or one that cannot be read. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly imageUrl: string | null;
  readonly language: string | null;
}

export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'news-sitemap' | 'section-page';
  readonly title: string | null;
  readonly homeUrl: string | null;
  readonly language: string | null;
  /** WebSub hub, when the feed names one. */
  readonly hubUrl: string | null;
  /** The address that the feed gives itself: the topic of a subscription. */
  readonly selfUrl: string | null;
  /** How long the feed says that it may be kept before it is asked for again (RSS `ttl`). */
  readonly ttlMinutes: number | null;
  readonly items: readonly FeedItem[];
  /** What had to be mended to read it ("truncated document closed"). */
  readonly warnings: readonly string[];
}
