import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { eitherText, escapeXml, htmlText } from '../format/xml-text.ts';
import type { FeedModel } from './feed-model.ts';

export const FEED_ENDINGS = ['atom', 'rss', 'json'] as const;
export type FeedEnding = (typeof FEED_ENDINGS)[number];

/** Atom 1.0 (RFC 4287). Text constructs are plain text, so nothing in them is read as markup. */
function atom(feed: FeedModel): string {
  const text = (value: string) => ({ value, type: 'text' });
  return generateAtomFeed(
    {
      id: feed.feedUrl,
      title: text(feed.title),
      subtitle: text(feed.description),
      updated: feed.updatedAt,
      authors: [{ name: feed.siteName }],
      generator: { text: 'Variorum' },
      links: [
        { href: feed.feedUrl, rel: 'self', type: 'application/atom+xml' },
        { href: feed.pageUrl, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.entries.map((entry) => ({
        id: entry.id,
        title: text(entry.title),
        summary: text(entry.summary),
        published: entry.firstAt,
        updated: entry.updatedAt,
        categories: entry.topics.map((term) => ({ term })),
        links: [{ href: entry.id, rel: 'alternate', type: 'text/html' }],
      })),
    },
    { strict: true },
  );
}

/** RSS 2.0. Descriptions are HTML there, and titles are read as either; Atom and JSON Feed say which they are. */
function rss(feed: FeedModel): string {
  return generateRssFeed(
    {
      title: eitherText(feed.title),
      link: feed.pageUrl,
      description: htmlText(feed.description),
      language: 'en',
      lastBuildDate: feed.updatedAt,
      generator: 'Variorum',
      atom: { links: [{ href: feed.feedUrl, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.entries.map((entry) => ({
        title: eitherText(entry.title),
        link: entry.id,
        description: htmlText(entry.summary),
        guid: { value: entry.id, isPermaLink: true },
        pubDate: entry.updatedAt,
        categories: entry.topics.map((name) => ({ name })),
      })),
    },
    { strict: true },
  );
}

/** JSON Feed 1.1. */
function json(feed: FeedModel): string {
  // The writer leaves an empty list out, and `items` has to be there.
  return JSON.stringify({
    items: [],
    ...(generateJsonFeed(
      {
        title: feed.title,
        description: feed.description,
        home_page_url: feed.pageUrl,
        feed_url: feed.feedUrl,
        language: 'en',
        authors: [{ name: feed.siteName }],
        items: feed.entries.map((entry) => ({
          id: entry.id,
          url: entry.id,
          title: entry.title,
          content_text: entry.summary,
          date_published: entry.firstAt,
          date_modified: entry.updatedAt,
          tags: [...entry.topics],
        })),
      },
      { strict: true },
    ) as object),
  });
}

/**
 * The same document with escaped text in place of CDATA sections: some readers take what stands in those for HTML, and some
 * (feedsmith's own parser) lose comments in them.
 */
function withoutCdata(xml: string): string {
  return xml.replace(/>\s*((?:<!\[CDATA\[[\s\S]*?\]\]>)+)\s*</g, (_, sections: string) => {
    const text = sections.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_section, part: string) => part);
    return `>${escapeXml(text)}<`;
  });
}

/** Body and media type of a feed in one of its formats. */
export function writeFeed(
  feed: FeedModel,
  ending: FeedEnding,
): { readonly body: string; readonly type: string } {
  if (ending === 'atom')
    return { body: withoutCdata(atom(feed)), type: 'application/atom+xml; charset=utf-8' };
  if (ending === 'rss') return { body: withoutCdata(rss(feed)), type: 'application/rss+xml; charset=utf-8' };
  return { body: json(feed), type: 'application/feed+json; charset=utf-8' };
}
