import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { Failure } from '../core/failure.ts';
import type { FeedItem, ParsedFeed } from '../core/feed-item.ts';
import { err, ok, type Result } from '../core/result.ts';
import { canonicalUrl } from './canonical-url.ts';
import { fromAtom } from './formats/atom.ts';
import type { DraftFeed, DraftItem } from './formats/feed-fields.ts';
import { fromJsonFeed } from './formats/json-feed.ts';
import { fromRdf } from './formats/rdf.ts';
import { fromRss } from './formats/rss.ts';
import { closeJsonFeed } from './mend-json.ts';
import { cutFeed, type FeedParts, type FeedRoot, readableXml, rebuildFeed } from './mend-xml.ts';
import { inCurrentTerms } from './old-vocabularies.ts';

export interface ParseFeedOptions {
  /** Where the feed was read: relative links are resolved against it when it names no other base. */
  readonly url: string;
  readonly contentType: string | null;
}

/** A feed as its document has it: entries that cannot be kept are still in it. */
export interface FeedDocument {
  readonly feed: DraftFeed;
  readonly warnings: readonly string[];
}

const ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf', 'feed']);

/**
 * Reads a feed of any format into one shape. The format is told by the document, not by its media type, which often
 * lies. Documents that are cut off or not well-formed are mended as far as whole entries go, with a warning for each
 * thing done. Entries without an address are dropped, and of entries with the same address the first is kept.
 * Fails with `feed/empty` (nothing in it) or `feed/not-a-feed`; never throws.
 */
export function parseFeed(text: string, options: ParseFeedOptions): Result<ParsedFeed, Failure> {
  const reading = readFeedDocument(text, options);
  return reading.ok ? ok(finish(reading.value)) : reading;
}

/** As `parseFeed`, before entries without an address and repeated ones are dropped. */
export function readFeedDocument(text: string, options: ParseFeedOptions): Result<FeedDocument, Failure> {
  const trimmed = text.replace(/^[\s\uFEFF]+/, '');
  if (trimmed === '') return err(emptyFeed(options.url));
  const reading = trimmed.startsWith('{') ? readJson(trimmed, options.url) : readXml(trimmed, options.url);
  return reading === null ? err(notAFeed(trimmed, options)) : ok(reading);
}

function readJson(text: string, url: string): FeedDocument | null {
  const whole = adaptJson(text, url);
  if (whole !== null) return { feed: whole, warnings: [] };
  const closed = closeJsonFeed(text);
  const mended = closed === null ? null : adaptJson(closed, url);
  return mended === null ? null : { feed: mended, warnings: ['truncated document closed'] };
}

function readXml(text: string, url: string): FeedDocument | null {
  const { text: written, root, warnings } = readableXml(text, ROOTS);
  if (!isFeedRoot(root)) return null;
  const xml = inCurrentTerms(written, root);
  const parts = cutFeed(xml, root);
  const isSound = !parts.isTruncated && parts.items.every((item) => item.isClosed);
  const whole = adaptXml(root, xml, url);
  if (whole !== null && isSound && whole.items.length >= parts.items.length) return { feed: whole, warnings };
  const mended = mend(parts, url);
  // A feed in which nothing is known to any reader is a feed all the same, and an empty one.
  const feed = choose(whole, mended, isSound, parts.items.length) ?? emptyOf(root);
  if (feed === whole) return { feed, warnings };
  const what = parts.isTruncated ? 'truncated document closed' : 'document that is not well-formed mended';
  const lost = parts.items.length - feed.items.length;
  return { feed, warnings: [...warnings, what, ...(lost > 0 ? [`${lost} entries could not be read`] : [])] };
}

/** The reading with the most entries of the document put together again, more cautiously if need be. */
function mend(parts: FeedParts, url: string): DraftFeed | null {
  const whole = adaptXml(parts.root, rebuildFeed(parts, 'whole'), url);
  if (whole !== null && whole.items.length >= parts.items.length) return whole;
  const reduced = adaptXml(parts.root, rebuildFeed(parts, 'known-children'), url);
  return (reduced?.items.length ?? -1) > (whole?.items.length ?? -1) ? reduced : whole;
}

/**
 * A sound document is better read as it is, unless mending brings up more entries. Of a broken one the parser may make
 * an entry out of half of one, or nest what follows: its own reading stands only where mending lost whole entries.
 */
function choose(
  whole: DraftFeed | null,
  mended: DraftFeed | null,
  isSound: boolean,
  entries: number,
): DraftFeed | null {
  if (whole === null || mended === null) return mended ?? whole;
  if (isSound) return mended.items.length > whole.items.length ? mended : whole;
  return mended.items.length >= Math.min(whole.items.length, entries) ? mended : whole;
}

function isFeedRoot(root: string | null): root is FeedRoot {
  return root !== null && ROOTS.has(root);
}

function adaptJson(text: string, url: string): DraftFeed | null {
  const feed = attempt(() => parseJsonFeed(text));
  return feed === null ? null : fromJsonFeed(feed, url);
}

function adaptXml(root: FeedRoot, xml: string, url: string): DraftFeed | null {
  if (root === 'rss') {
    const channel = attempt(() => parseRssFeed(xml));
    return channel === null ? null : fromRss(channel, url);
  }
  if (root === 'rdf') {
    const channel = attempt(() => parseRdfFeed(xml));
    return channel === null ? null : fromRdf(channel, url);
  }
  const feed = attempt(() => parseAtomFeed(xml));
  return feed === null ? null : fromAtom(feed, url);
}

/** The parsers throw on what they cannot read, with errors of their own and of the XML parser below them. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function emptyOf(root: FeedRoot): DraftFeed {
  const format = root === 'feed' ? 'atom' : root;
  return {
    format,
    title: null,
    homeUrl: null,
    language: null,
    hubUrl: null,
    selfUrl: null,
    ttlMinutes: null,
    items: [],
  };
}

function finish({ feed, warnings }: FeedDocument): ParsedFeed {
  const items = new Map<string, FeedItem>();
  let withoutUrl = 0;
  let repeated = 0;
  for (const draft of feed.items) {
    const key = draft.url === null ? null : canonicalUrl(draft.url);
    if (draft.url === null || key === null) withoutUrl++;
    else if (items.has(key)) repeated++;
    else items.set(key, toItem(draft, draft.url));
  }
  const dropped = [
    ...(withoutUrl > 0 ? [`${withoutUrl} entries without an address dropped`] : []),
    ...(repeated > 0 ? [`${repeated} entries with the address of another dropped`] : []),
  ];
  return { ...feed, items: [...items.values()], warnings: [...warnings, ...dropped] };
}

function toItem(draft: DraftItem, url: string): FeedItem {
  return { ...draft, url, guid: draft.guid ?? url };
}

function emptyFeed(url: string): Failure {
  const message = `${url} answered with nothing at all. The feed may just be being written; it is asked again later.`;
  return { code: 'feed/empty', message, retryable: true };
}

function notAFeed(text: string, { url, contentType }: ParseFeedOptions): Failure {
  const isPage = /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 5_000));
  const what = isPage
    ? 'is a web page'
    : `is neither RSS, Atom nor JSON Feed (${contentType ?? 'no media type'})`;
  const next = isPage
    ? 'Give the address of its feed, or let the feeds be looked for.'
    : 'Check the address in a browser.';
  return { code: 'feed/not-a-feed', message: `${url} ${what}. ${next}`, retryable: false };
}
