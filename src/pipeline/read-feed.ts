import type { Failure } from '../core/failure.ts';
import type { FeedItem, ParsedFeed } from '../core/feed-item.ts';
import { stableId } from '../core/hash.ts';
import type { SourceKind, Validators } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { decodeText } from '../http/decode-text.ts';
import type { HttpLink } from '../http/link-header.ts';
import { canonicalUrl } from '../ingest/canonical-url.ts';
import { parseNewsSitemap, sitemapKind, unpackedGzip } from '../ingest/news-sitemap.ts';
import { parseFeed } from '../ingest/parse-feed.ts';
import { type FeedPace, nextPollDelay } from '../ingest/poll-schedule.ts';
import { readSectionPage } from '../ingest/section-page.ts';

/** What asking a feed brought, before anything is made of it. */
export interface PolledFeed {
  readonly outletId: string;
  /** How often the feed failed in a row before. */
  readonly failures: number;
  /** Publication times of its newest known entries, for when the answer brings none. */
  readonly knownTimes: readonly number[];
  /** Start of the round, milliseconds: stands for the time of items that have none. */
  readonly seenAt: number;
  readonly polledAt: number;
  /** Whether a hub tells of what is new, so that asking is only a safety net. */
  readonly isPushed: boolean;
  readonly answer:
    | {
        readonly kind: 'body';
        readonly status: number;
        readonly validators: Validators;
        readonly body: FeedBody;
        readonly freshForMs: number | null;
        readonly permanentUrl: string | null;
      }
    | {
        readonly kind: 'unchanged';
        readonly validators: Validators;
        readonly freshForMs: number | null;
        readonly permanentUrl: string | null;
      }
    | { readonly kind: 'failed'; readonly failure: Failure };
}

/** One document of an answer. */
export interface FeedDocument {
  readonly url: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

export interface FeedBody extends FeedDocument {
  readonly kind: SourceKind;
  /** The site maps read after it, when it is an index of some. */
  readonly sitemaps: readonly FeedDocument[];
  /** What the answer's Link header names. */
  readonly links: readonly HttpLink[];
}

/** A hub that tells of what is new in a topic (W3C WebSub §4). */
export interface HubOffer {
  readonly hubUrl: string;
  readonly topicUrl: string;
}

export interface FeedReading {
  readonly outletId: string;
  readonly seenAt: number;
  readonly polledAt: number;
  readonly nextPollAt: number;
  readonly status: number | null;
  /** To be sent next time; null keeps what is stored. */
  readonly validators: Validators | null;
  readonly title: string | null;
  /** Where the feed has moved for good (301, 308), once it was read there; null when it has not. */
  readonly movedTo: string | null;
  readonly entries: readonly FeedEntry[];
  readonly isPushed: boolean;
  /** Whether it failed the last time too. */
  readonly failedBefore: boolean;
  /** The hub that the feed names now, null when it names none; undefined when the feed was not read. */
  readonly offer: HubOffer | null | undefined;
  readonly failure: Failure | null;
}

export interface FeedEntry {
  readonly articleId: string;
  readonly url: string;
  readonly item: FeedItem;
}

/** The pure half of polling: a feed's answer as entries, and when to ask again. */
export function readFeed(polled: PolledFeed): FeedReading {
  const { answer, failures, knownTimes: _knownTimes, ...rest } = polled;
  const base = {
    ...rest,
    failedBefore: failures > 0,
    status: null,
    validators: null,
    title: null,
    movedTo: null,
    entries: [],
    offer: undefined,
    failure: null,
  };
  const read = answer.kind === 'body' ? readBody(answer.body) : null;
  const failure = answer.kind === 'failed' ? answer.failure : read?.ok === false ? read.error : null;
  const feed = read?.ok ? read.value : null;
  const nextPollAt = polled.polledAt + nextPollDelay(paceOf(polled, feed, failure));
  if (answer.kind === 'failed')
    return { ...base, nextPollAt, failure, status: answer.failure.status ?? null };
  const movedTo = failure === null ? answer.permanentUrl : null;
  if (answer.kind === 'unchanged')
    return { ...base, nextPollAt, status: 304, validators: answer.validators, movedTo };
  return {
    ...base,
    nextPollAt,
    status: answer.status,
    // As long as the entries cannot be read, the next answer must not be "not modified".
    // Nor for an index, whose site maps change while it stays the same.
    validators: failure === null ? validatorsOf(answer) : null,
    title: feed?.title ?? null,
    movedTo,
    entries: feed?.entries ?? [],
    offer: feed?.offer,
    failure,
  };
}

function validatorsOf({ validators, body }: PolledFeed['answer'] & { kind: 'body' }): Validators {
  return body.sitemaps.length === 0 ? validators : { etag: null, lastModified: null };
}

function paceOf(polled: PolledFeed, feed: ReadBody | null, failure: Failure | null): FeedPace {
  const { answer, failures, knownTimes, polledAt, isPushed } = polled;
  const entries = feed?.entries ?? [];
  const freshForMs = answer.kind === 'failed' ? null : answer.freshForMs;
  return {
    itemTimes: entries.length > 0 ? entries.flatMap(({ item }) => item.publishedAt ?? []) : knownTimes,
    now: polledAt,
    failures: failure === null ? 0 : failures + 1,
    isPushed,
    ...(freshForMs === null ? {} : { maxAgeMs: freshForMs }),
    ...(feed === null || feed.ttlMinutes === null ? {} : { ttlMinutes: feed.ttlMinutes }),
    ...(failure?.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
}

interface ReadBody {
  readonly title: string | null;
  readonly ttlMinutes: number | null;
  readonly entries: FeedEntry[];
  readonly offer: HubOffer | null;
}

function readBody(body: FeedBody): Result<ReadBody, Failure> {
  const parsed = parseSource(body);
  if (!parsed.ok) return err(parsed.error);
  const entries = parsed.value.items.flatMap((item) => {
    const url = canonicalUrl(item.url);
    return url === null ? [] : [{ articleId: articleIdOf(url), url, item }];
  });
  const { title, ttlMinutes } = parsed.value;
  return ok({ title, ttlMinutes, entries, offer: offerOf(parsed.value, body) });
}

/** A section page, a news site map or the site maps of an index, or else a feed. */
function parseSource(body: FeedBody): Result<ParsedFeed, Failure> {
  const { url, contentType } = body;
  if (body.kind === 'section-page')
    return readSectionPage(decodeText(body.bytes, contentType, 'html').text, url);
  const text = xmlOf(body);
  const sitemap = sitemapKind(text);
  if (sitemap === 'urls') return parseNewsSitemap(text, url);
  if (sitemap === null) return parseFeed(text, { url, contentType });
  const parts = body.sitemaps.map((part) => parseNewsSitemap(xmlOf(part), part.url));
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const [first] = read;
  if (first === undefined) return parts[0] ?? parseNewsSitemap(text, url);
  return ok({ ...first, items: read.flatMap(({ items }) => items) });
}

/** The text of an XML document, which may be a gzip file. */
export function xmlOf({ bytes, contentType }: Pick<FeedDocument, 'bytes' | 'contentType'>): string {
  return decodeText(unpackedGzip(bytes), contentType, 'xml').text;
}

/** The hub of the Link header, else that of the document, as the Recommendation orders them; a topic without a name is the feed itself. */
function offerOf(feed: ParsedFeed, { links, url }: FeedBody): HubOffer | null {
  const linked = (relation: string) => links.find(({ relations }) => relations.includes(relation))?.url;
  const hubUrl = linked('hub');
  if (hubUrl !== undefined) return { hubUrl, topicUrl: linked('self') ?? feed.selfUrl ?? url };
  return feed.hubUrl === null ? null : { hubUrl: feed.hubUrl, topicUrl: feed.selfUrl ?? url };
}

/** An article is known by its canonical address. */
export function articleIdOf(url: string): string {
  return stableId(`article:${url}`);
}
