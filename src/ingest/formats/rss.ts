import type { RssFeed } from 'feedsmith';
import {
  baseOf,
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
  nameOfPerson,
  textOfHtml,
} from './feed-fields.ts';
import { imageOf } from './feed-image.ts';

type Channel = RssFeed.Feed<string>;
type Item = RssFeed.Item<string>;

/** RSS 0.9x and 2.0 (rssboard.org/rss-specification), with Dublin Core, content:encoded, Media RSS and Atom elements. */
export function fromRss(channel: Channel, feedUrl: string): DraftFeed {
  const base = baseOf(feedUrl, channel.xml?.base);
  const homeUrl = httpUrl(channel.link, base);
  const language = languageOf(channel.language, channel.xml?.lang, channel.dc?.languages?.[0]);
  const links = channel.atom?.links ?? [];
  // An explicit xml:base governs relative links; without one they are meant from the channel's site.
  const itemBase = channel.xml?.base === undefined ? (homeUrl ?? base) : base;
  return {
    format: 'rss',
    title: blankToNull(textOfHtml(channel.title ?? channel.dc?.titles?.[0] ?? '')),
    homeUrl: homeUrl ?? httpUrl(links.find((link) => link.rel === 'alternate')?.href, base),
    language,
    hubUrl: httpUrl(links.find((link) => link.rel === 'hub')?.href, base),
    selfUrl: httpUrl(links.find((link) => link.rel === 'self')?.href, base),
    ttlMinutes: channel.ttl ?? null,
    items: (channel.items ?? []).map((item) => fromItem(item, itemBase, language)),
  };
}

function fromItem(item: Item, channelBase: string, language: string | null): DraftItem {
  const base = baseOf(channelBase, item.xml?.base);
  const { dc, atom } = item;
  const atomLink = atom?.links?.find((link) => link.rel === undefined || link.rel === 'alternate')?.href;
  return {
    url: httpUrl(item.link, base) ?? httpUrl(atomLink, base) ?? permalink(item.guid),
    guid: item.guid?.value ?? null,
    // Titles are HTML to most feeds, whatever the specification says; escaped twice or in CDATA, they decode here.
    title: textOfHtml(titleOf(item)),
    contentHtml: htmlFrom(item.content?.encoded ?? atom?.content?.value, base),
    summaryHtml:
      htmlFrom(item.description ?? atom?.summary?.value ?? dc?.descriptions?.[0], base) ?? spoken(item),
    ...datesOf(item),
    authors: authorsOf(item),
    categories: distinct([
      ...(item.categories ?? []).map((category) => category.name),
      ...(dc?.subjects ?? []),
      ...(item.media?.categories ?? []).map(({ label, name }) => label ?? name),
    ]),
    imageUrl: imageOf(item.media, item.enclosures ?? [], base) ?? httpUrl(item.itunes?.image, base),
    language: languageOf(item.xml?.lang, dc?.languages?.[0]) ?? language,
  };
}

function titleOf({ title, dc, media }: Item): string {
  return title ?? dc?.titles?.[0] ?? media?.title?.value ?? '';
}

function datesOf({ pubDate, dc, dcterms, atom }: Item): Pick<DraftItem, 'publishedAt' | 'updatedAt'> {
  const issued = [...(dc?.dates ?? []), ...(dcterms?.issued ?? []), ...(dcterms?.created ?? [])];
  return {
    publishedAt: firstDate(pubDate, ...issued, atom?.published),
    updatedAt: firstDate(atom?.updated, ...(dcterms?.modified ?? [])),
  };
}

function authorsOf({ authors, dc, atom, itunes }: Item): string[] {
  const ofAtom = (atom?.authors ?? []).map((author) => author.name);
  return distinct([
    ...(dc?.creators ?? []).map(nameOfPerson),
    ...(authors ?? []).map(nameOf),
    ...ofAtom,
    itunes?.author,
  ]);
}

/** A guid is an address unless it says that it is not (isPermaLink); those that look like one are taken all the same. */
function permalink(guid: RssFeed.Guid | undefined): string | null {
  const value = guid?.value?.trim() ?? '';
  return /^https?:\/\//i.test(value) ? httpUrl(value, value) : null;
}

/** "desk@paper.example (Jane Roe)" names Jane Roe; a bare address names nobody. */
function nameOf(person: RssFeed.Person): string | null {
  return person.name === undefined ? null : collapse(person.name);
}

/** The summary of a podcast's episode, which is plain text. */
function spoken({ itunes }: Item): string | null {
  const summary = blankToNull(itunes?.summary);
  return summary === null ? null : htmlOfText(summary);
}
