import { gunzipSync } from 'node:zlib';
import { decodeXML } from 'entities';
import type { Failure } from '../core/failure.ts';
import type { FeedItem, ParsedFeed } from '../core/feed-item.ts';
import { err, ok, type Result } from '../core/result.ts';
import { canonicalUrl } from './canonical-url.ts';
import { parseFeedDate } from './feed-date.ts';
import { collapse, httpUrl, languageOf } from './formats/feed-fields.ts';
import { completeElements, localName, tagsOf } from './xml-markup.ts';

/** A site map that a site map index names. */
export interface SitemapOfIndex {
  readonly url: string;
  /** Milliseconds; null when it does not say when it changed. */
  readonly modifiedAt: number | null;
}

/** Text of one element of a `url` or `sitemap`: first come, first kept, by local name and that of the element around it. */
type Fields = ReadonlyMap<string, string>;

/** A gzip file unpacks to no more than this, as an answer of the same kind may have. Bytes. */
const MAX_UNPACKED = 10_000_000;
const ENTRIES: ReadonlySet<string> = new Set(['url', 'sitemap']);

/** A document that is itself a gzip file (`sitemap.xml.gz`), unpacked; others, and broken ones, as they are. */
export function unpackedGzip(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return bytes;
  }
}

/** What the root element of a site map says it is (sitemaps.org); null for other documents. */
export function sitemapKind(text: string): 'urls' | 'index' | null {
  for (const { kind, name } of tagsOf(text.slice(0, 5_000))) {
    if (kind === 'end') continue;
    const root = localName(name);
    return root === 'urlset' ? 'urls' : root === 'sitemapindex' ? 'index' : null;
  }
  return null;
}

/** The site maps of an index, those with "news" in their address first, then the newest. */
export function sitemapsOfIndex(text: string, url: string): SitemapOfIndex[] {
  const found = entriesOf(text).flatMap((fields) => {
    const address = httpUrl(fields.get('sitemap/loc'), url);
    return address === null
      ? []
      : [{ url: address, modifiedAt: parseFeedDate(fields.get('sitemap/lastmod')) }];
  });
  const rank = (one: SitemapOfIndex) => (/news/i.test(new URL(one.url).pathname) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || (b.modifiedAt ?? 0) - (a.modifiedAt ?? 0));
}

/**
 * The articles of a news site map (`http://www.google.com/schemas/sitemap-news/0.9`), as the items of a feed. Entries that are no
 * news are left out, incomplete ones at the end of a truncated document too. Fails with `feed/not-a-feed` when none is news.
 */
export function parseNewsSitemap(text: string, url: string): Result<ParsedFeed, Failure> {
  const entries = entriesOf(text);
  const items = new Map<string, FeedItem>();
  for (const fields of entries) {
    const item = itemOf(fields, url);
    const key = item === null ? null : canonicalUrl(item.url);
    if (item !== null && key !== null && !items.has(key)) items.set(key, item);
  }
  if (items.size === 0 && entries.length > 0) return err(noNews(url));
  const first = entries.find((fields) => fields.has('publication/name'));
  return ok({
    format: 'news-sitemap',
    title: first?.get('publication/name') ?? null,
    homeUrl: httpUrl('/', url),
    language: languageOf(first?.get('publication/language')),
    hubUrl: null,
    selfUrl: null,
    ttlMinutes: null,
    items: [...items.values()],
    warnings: [],
  });
}

function itemOf(fields: Fields, base: string): FeedItem | null {
  const url = httpUrl(fields.get('url/loc'), base);
  const title = fields.get('news/title');
  if (url === null || title === undefined) return null;
  return {
    url,
    guid: url,
    title,
    contentHtml: null,
    summaryHtml: null,
    publishedAt:
      parseFeedDate(fields.get('news/publication_date')) ?? parseFeedDate(fields.get('url/lastmod')),
    updatedAt: parseFeedDate(fields.get('url/lastmod')),
    authors: [],
    categories: (fields.get('news/keywords') ?? '').split(',').map(collapse).filter(Boolean),
    imageUrl: httpUrl(fields.get('image/loc'), base),
    language: languageOf(fields.get('publication/language')),
  };
}

/** The complete `url` and `sitemap` elements of a document, whatever prefixes it uses. */
function entriesOf(xml: string): Fields[] {
  const names = new Set<string>();
  for (const { name } of tagsOf(xml)) if (ENTRIES.has(localName(name))) names.add(name);
  return completeElements(xml, names).map(fieldsOf);
}

function fieldsOf(entry: string): Fields {
  const fields = new Map<string, string>();
  const open: { readonly name: string; readonly end: number }[] = [];
  for (const { kind, name, start, end } of tagsOf(entry)) {
    if (kind === 'start') open.push({ name: localName(name), end });
    const own = kind === 'end' ? open.pop() : undefined;
    if (own === undefined) continue;
    const key = `${open.at(-1)?.name ?? ''}/${own.name}`;
    const text = textOf(entry.slice(own.end, start));
    if (text !== '' && !fields.has(key)) fields.set(key, text);
  }
  return fields;
}

function textOf(xml: string): string {
  // What holds elements is no text; their own texts are read by themselves.
  const plain = xml.split(/<!\[CDATA\[|\]\]>/);
  const text = plain.map((piece, i) => (i % 2 === 1 ? piece : decodeXML(piece))).join('');
  return plain.some((piece, i) => i % 2 === 0 && piece.includes('<')) ? '' : collapse(text);
}

function noNews(url: string): Failure {
  const message = `${url} is a site map without news: it lists pages of every age. Give the address of the site's news site map, or of a section page.`;
  return { code: 'feed/not-a-feed', message, retryable: false };
}
