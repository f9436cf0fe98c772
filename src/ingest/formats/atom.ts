import type { AtomFeed } from 'feedsmith';
import { absoluteLinks } from '../html-links.ts';
import { BASE64_TYPE } from '../old-vocabularies.ts';
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

type Feed = AtomFeed.Feed<string>;
type Entry = AtomFeed.Entry<string>;
type Link = AtomFeed.Link<string>;

/** Atom 1.0 (RFC 4287) and 0.3. */
export function fromAtom(feed: Feed, feedUrl: string): DraftFeed {
  const base = baseOf(feedUrl, feed.xml?.base);
  const language = languageOf(feed.xml?.lang);
  const feedAuthors = (feed.authors ?? []).map((author) => author.name);
  return {
    format: 'atom',
    title: feed.title === undefined ? null : blankToNull(plainText(feed.title)),
    homeUrl: httpUrl(alternate(feed.links), base),
    language,
    hubUrl: httpUrl(feed.links?.find((link) => link.rel === 'hub')?.href, base),
    selfUrl: httpUrl(feed.links?.find((link) => link.rel === 'self')?.href, base),
    ttlMinutes: null,
    items: (feed.entries ?? []).map((entry) => fromEntry(entry, base, language, feedAuthors)),
  };
}

function fromEntry(
  entry: Entry,
  feedBase: string,
  language: string | null,
  feedAuthors: readonly (string | undefined)[],
): DraftItem {
  const base = baseOf(feedBase, entry.xml?.base);
  const enclosures = (entry.links ?? [])
    .filter((link) => link.rel === 'enclosure')
    .map(({ href, type }) => ({
      ...(href === undefined ? {} : { url: href }),
      ...(type === undefined ? {} : { type }),
    }));
  // RFC 4287 §4.2.1: an entry without authors has those of its source, else of its feed.
  const authors = [entry.authors, entry.source?.authors]
    .find((list) => list !== undefined)
    ?.map((author) => author.name);
  return {
    url:
      httpUrl(alternate(entry.links), base) ??
      (/^https?:\/\//i.test(entry.id ?? '') ? httpUrl(entry.id, base) : null),
    guid: entry.id ?? null,
    title: entry.title === undefined ? '' : plainText(entry.title),
    contentHtml: markup(entry.content, base),
    summaryHtml: markup(entry.summary, base) ?? mediaDescription(entry),
    publishedAt: firstDate(entry.published, ...(entry.dc?.dates ?? []), entry.updated),
    updatedAt: firstDate(entry.updated),
    authors: distinct(authors ?? entry.dc?.creators?.map(nameOfPerson) ?? feedAuthors),
    categories: distinct([
      ...(entry.categories ?? []).map(({ label, term }) => label ?? term),
      ...(entry.dc?.subjects ?? []),
    ]),
    imageUrl: imageOf(entry.media, enclosures, base),
    language: languageOf(entry.content?.xml?.lang, entry.xml?.lang, language),
  };
}

/** RFC 4287 §4.2.7.2: a link without `rel` is an alternate. Pages come before alternates of other types. */
function alternate(links: readonly Link[] | undefined): string | undefined {
  const alternates = (links ?? []).filter(
    (link) => link.rel === undefined || /(?:^|\/)alternate$/i.test(link.rel),
  );
  const page = alternates.find((link) => link.type === undefined || /html/i.test(link.type));
  return (page ?? alternates[0])?.href;
}

/** Titles are text unless their type says otherwise: "AT&amp;T <b>" of type text means just these characters. */
function plainText(construct: AtomFeed.Text): string {
  if (isMarkup(construct.type)) return textOfHtml(construct.value);
  const encoded = textOfBase64(construct);
  return encoded === null ? collapse(construct.value) : textOfHtml(encoded);
}

function markup(construct: AtomFeed.Content | undefined, base: string): string | null {
  const value = blankToNull(construct?.value);
  if (construct === undefined || value === null) return null;
  const ownBase = baseOf(base, construct.xml?.base);
  if (isMarkup(construct.type)) return absoluteLinks(value, ownBase);
  const encoded = textOfBase64(construct);
  if (encoded !== null) return htmlFrom(encoded, ownBase);
  const isText = construct.type === undefined || /^text(?:\/plain)?(?:;|$)/i.test(construct.type);
  // Everything else is data of some other kind, base64 for the most part (RFC 4287 §4.1.3.3).
  return isText ? htmlOfText(value) : null;
}

/**
 * Text in base64, of Atom 0.3 or as data of no named type (RFC 4287 §4.1.3.3): HTML, for the feeds that wrote it. Null
 * when the text is of another kind, or the data no text.
 */
function textOfBase64({ type, value }: AtomFeed.Content): string | null {
  const isEncoded = type === BASE64_TYPE || /^application\/octet-stream(?:;|$)/i.test(type ?? '');
  if (!isEncoded || !/^[A-Za-z\d+/\s]+={0,2}\s*$/.test(value ?? '')) return null;
  const text = Buffer.from(value ?? '', 'base64').toString('utf8');
  return /[\uFFFD\0]/.test(text) ? null : text;
}

/** The short names of RFC 4287 and the media types that Atom 0.3 used in their place. */
function isMarkup(type: string | undefined): boolean {
  return /^(?:html|xhtml|text\/html|application\/xhtml\+xml)(?:;|$)/i.test(type?.trim() ?? '');
}

function mediaDescription(entry: Entry): string | null {
  const description =
    entry.media?.description ?? entry.media?.groups?.find((group) => group.description)?.description;
  const value = blankToNull(description?.value);
  if (value === null) return null;
  return description?.type === 'html' ? value : htmlOfText(value);
}
