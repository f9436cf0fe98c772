import type { JsonFeed } from 'feedsmith';
import {
  blankToNull,
  collapse,
  type DraftFeed,
  type DraftItem,
  distinct,
  firstDate,
  htmlFrom,
  htmlOfText,
  httpUrl,
  languageOf,
} from './feed-fields.ts';
import { imageOf } from './feed-image.ts';

type Feed = JsonFeed.Feed<string>;
type Item = JsonFeed.Item<string>;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
export function fromJsonFeed(feed: Feed, feedUrl: string): DraftFeed {
  const homeUrl = httpUrl(feed.home_page_url, feedUrl);
  const language = languageOf(feed.language);
  const hubs = feed.hubs ?? [];
  const authors = (feed.authors ?? []).map((author) => author.name);
  return {
    format: 'json',
    title: blankToNull(collapse(feed.title ?? '')),
    homeUrl,
    language,
    hubUrl: httpUrl(
      (hubs.find((hub) => /websub|pubsubhubbub/i.test(hub.type ?? '')) ?? hubs[0])?.url,
      feedUrl,
    ),
    selfUrl: httpUrl(feed.feed_url, feedUrl),
    ttlMinutes: null,
    items: (feed.items ?? []).map((item) => fromItem(item, homeUrl ?? feedUrl, language, authors)),
  };
}

function fromItem(
  item: Item,
  base: string,
  language: string | null,
  feedAuthors: readonly (string | undefined)[],
): DraftItem {
  const text = blankToNull(item.content_text);
  const summary = blankToNull(item.summary);
  const pictures = (item.attachments ?? []).map(({ url, mime_type }) => ({
    ...(url === undefined ? {} : { url }),
    ...(mime_type === undefined ? {} : { type: mime_type }),
  }));
  return {
    url: httpUrl(item.url, base) ?? httpUrl(item.external_url, base) ?? permalink(item.id),
    guid: blankToNull(item.id),
    title: collapse(item.title ?? ''),
    contentHtml: htmlFrom(item.content_html, base) ?? (text === null ? null : htmlOfText(text)),
    summaryHtml: summary === null ? null : htmlOfText(summary),
    publishedAt: firstDate(item.date_published),
    updatedAt: firstDate(item.date_modified),
    authors: distinct(item.authors === undefined ? feedAuthors : item.authors.map((author) => author.name)),
    categories: distinct(item.tags ?? []),
    imageUrl:
      httpUrl(item.image, base) ?? httpUrl(item.banner_image, base) ?? imageOf(undefined, pictures, base),
    language: languageOf(item.language) ?? language,
  };
}

function permalink(id: string | undefined): string | null {
  return /^https?:\/\//i.test(id ?? '') ? httpUrl(id, id ?? '') : null;
}
