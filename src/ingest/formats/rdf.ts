import type { RdfFeed } from 'feedsmith';
import {
  baseOf,
  blankToNull,
  type DraftFeed,
  type DraftItem,
  distinct,
  firstDate,
  htmlFrom,
  httpUrl,
  languageOf,
  nameOfPerson,
  textOfHtml,
} from './feed-fields.ts';
import { imageOf } from './feed-image.ts';

type Channel = RdfFeed.Feed<string>;
type Item = RdfFeed.Item<string>;

/** RSS 0.90 and 1.0 (web.resource.org/rss/1.0/spec), whose dates, authors and subjects are Dublin Core. */
export function fromRdf(channel: Channel, feedUrl: string): DraftFeed {
  const base = baseOf(feedUrl, channel.xml?.base);
  const homeUrl = httpUrl(channel.link, base);
  const language = languageOf(channel.dc?.languages?.[0], channel.xml?.lang);
  const links = channel.atom?.links ?? [];
  const itemBase = channel.xml?.base === undefined ? (homeUrl ?? base) : base;
  return {
    format: 'rdf',
    title: blankToNull(textOfHtml(channel.title ?? '')),
    homeUrl,
    language,
    hubUrl: httpUrl(links.find((link) => link.rel === 'hub')?.href, base),
    selfUrl: httpUrl(links.find((link) => link.rel === 'self')?.href, base),
    ttlMinutes: null,
    items: (channel.items ?? []).map((item) => fromItem(item, itemBase, language)),
  };
}

function fromItem(item: Item, channelBase: string, language: string | null): DraftItem {
  const base = baseOf(channelBase, item.xml?.base);
  const { dc, dcterms } = item;
  const about = item.rdf?.about ?? null;
  return {
    url: httpUrl(item.link, base) ?? (about === null ? null : httpUrl(about, base)),
    guid: about,
    title: textOfHtml(item.title ?? dc?.titles?.[0] ?? ''),
    contentHtml: htmlFrom(item.content?.encoded, base),
    summaryHtml: htmlFrom(item.description ?? dc?.descriptions?.[0], base),
    publishedAt: firstDate(...(dc?.dates ?? []), ...(dcterms?.issued ?? []), ...(dcterms?.created ?? [])),
    updatedAt: firstDate(...(dcterms?.modified ?? [])),
    authors: distinct((dc?.creators ?? []).map(nameOfPerson)),
    categories: distinct(dc?.subjects ?? []),
    imageUrl: imageOf(item.media, [], base),
    language: languageOf(item.xml?.lang, dc?.languages?.[0]) ?? language,
  };
}
