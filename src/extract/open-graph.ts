import type { HtmlDocument } from './html-tree.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { parseDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';

/** First non-empty content of the `<meta>` elements with one of these names, in the order of the names. */
export function metaContent(document: HtmlDocument, names: readonly string[]): string | null {
  const wanted = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = plainText(meta.getAttribute('content') ?? '').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && !wanted.has(name)) wanted.set(name, content);
    }
  }
  for (const name of names) {
    const content = wanted.get(name);
    if (content !== undefined) return content;
  }
  return null;
}

/** What Open Graph (ogp.me) and Twitter card elements say of the article. */
export function readOpenGraph(document: HtmlDocument): PageMetadata {
  const meta = (...names: string[]): string | null => metaContent(document, names);
  return {
    ...NO_METADATA,
    title: meta('og:title', 'twitter:title'),
    byline: meta('article:author', 'og:article:author'),
    date: parseDate(meta('article:published_time', 'og:article:published_time', 'og:published_time')),
    language: meta('og:locale'),
    imageUrl: meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    canonicalUrl: meta('og:url'),
    siteName: meta('og:site_name'),
  };
}
