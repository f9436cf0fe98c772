import type { Failure } from '../core/failure.ts';
import type { FeedItem } from '../core/feed-item.ts';
import { stableId } from '../core/hash.ts';
import type { Validators } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { decodeText } from '../http/decode-text.ts';
import { canonicalUrl } from '../ingest/canonical-url.ts';
import { parseFeed } from '../ingest/parse-feed.ts';
import { nextPollDelay } from '../ingest/poll-schedule.ts';

/** What asking a feed brought, before anything is made of it. */
export interface PolledFeed {
  readonly outletId: string;
  /** How often the feed failed in a row before. */
  readonly failures: number;
  /** Start of the round, milliseconds: stands for the time of items that have none. */
  readonly seenAt: number;
  readonly polledAt: number;
  readonly answer:
    | {
        readonly kind: 'body';
        readonly status: number;
        readonly validators: Validators;
        readonly body: FeedBody;
      }
    | { readonly kind: 'unchanged'; readonly validators: Validators }
    | { readonly kind: 'failed'; readonly failure: Failure };
}

export interface FeedBody {
  readonly url: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
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
  readonly entries: readonly FeedEntry[];
  readonly failure: Failure | null;
}

export interface FeedEntry {
  readonly articleId: string;
  readonly url: string;
  readonly item: FeedItem;
}

/** The pure half of polling: a feed's answer as entries, and when to ask again. */
export function readFeed(polled: PolledFeed): FeedReading {
  const { answer, failures, ...rest } = polled;
  const base = { ...rest, status: null, validators: null, title: null, entries: [], failure: null };
  const read = answer.kind === 'body' ? readBody(answer.body) : null;
  const failure = answer.kind === 'failed' ? answer.failure : read?.ok === false ? read.error : null;
  const entries = read?.ok ? read.value.entries : [];
  const nextPollAt =
    polled.polledAt +
    nextPollDelay({
      itemTimes: entries.flatMap(({ item }) => item.publishedAt ?? []),
      now: polled.polledAt,
      failures: failure === null ? 0 : failures + 1,
      ...(failure?.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
    });
  if (answer.kind === 'failed')
    return { ...base, nextPollAt, status: answer.failure.status ?? null, failure };
  if (answer.kind === 'unchanged') return { ...base, nextPollAt, status: 304, validators: answer.validators };
  return {
    ...base,
    nextPollAt,
    status: answer.status,
    // As long as the entries cannot be read, the next answer must not be "not modified".
    validators: failure === null ? answer.validators : null,
    title: read?.ok ? read.value.title : null,
    entries,
    failure,
  };
}

function readBody(body: FeedBody): Result<{ title: string | null; entries: FeedEntry[] }, Failure> {
  const { text } = decodeText(body.bytes, body.contentType, 'xml');
  const parsed = parseFeed(text, { url: body.url, contentType: body.contentType });
  if (!parsed.ok) return err(parsed.error);
  const entries = parsed.value.items.flatMap((item) => {
    const url = canonicalUrl(item.url);
    return url === null ? [] : [{ articleId: articleIdOf(url), url, item }];
  });
  return ok({ title: parsed.value.title, entries });
}

/** An article is known by its canonical address. */
export function articleIdOf(url: string): string {
  return stableId(`article:${url}`);
}
