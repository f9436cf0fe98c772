import type { FeedHealth } from '../../core/library.ts';
import { formatDay, isoDay } from './time.ts';

/** Those that need somebody's attention first. */
export const FEED_CONDITIONS = ['gone', 'failing', 'quiet', 'unasked', 'paused', 'in-order'] as const;
export type FeedCondition = (typeof FEED_CONDITIONS)[number];

/** What a number of feeds in this condition are, after the number. */
export const CONDITION_NAMES: Readonly<Record<FeedCondition, string>> = {
  gone: 'gone',
  failing: 'failing',
  quiet: 'with nothing new',
  unasked: 'not asked yet',
  paused: 'paused',
  'in-order': 'in order',
};

export interface HealthWords {
  readonly condition: FeedCondition;
  /** For a person who is no programmer; begins in lower case, ends without a stop. */
  readonly words: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
/** Feeds of weeklies and of quiet desks are silent for days; after two weeks a reader would wonder. */
const QUIET_AFTER = 14 * DAY;
const GONE_STATUS = 410;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: 'asks for a login',
  403: 'refuses to be read by programs',
  404: 'is not found at its address',
  429: 'asks us to come less often',
};

const CODE_WORDS: Readonly<Record<string, string>> = {
  'http/blocked-address': 'lies on a private network',
  'http/robots': 'asks programs not to read it',
  'http/timeout': 'does not answer in time',
  'http/too-large': 'is larger than a feed should be',
  'http/redirects': 'sends us from address to address without end',
  'http/network': 'cannot be reached',
  'http/bad-url': 'has an address that cannot be read',
  'feed/not-a-feed': 'answers with something that is no feed',
  'feed/empty': 'has nothing in it that can be read',
};

/** A feed's state in words. @param now milliseconds since the epoch */
export function feedHealth(feed: FeedHealth, now: number): HealthWords {
  const { pausedAt, lastPolledAt, failures, failingSince, nextPollAt } = feed;
  if (pausedAt !== null)
    return {
      condition: 'paused',
      words: `paused by those who run this site since ${dayWords(pausedAt, now)}`,
    };
  if (failures > 0) {
    const since = dayWords(failingSince ?? lastPolledAt ?? now, now);
    if (feed.lastStatus === GONE_STATUS)
      return {
        condition: 'gone',
        words: `gone: the outlet took the feed away (${since}); it is not asked again`,
      };
    return {
      condition: 'failing',
      words: `${troubleWords(feed)} since ${since}; it is asked again ${futureWords(nextPollAt, now)}`,
    };
  }
  if (lastPolledAt === null) return { condition: 'unasked', words: 'never asked yet' };
  return answeringWords(feed, lastPolledAt, now);
}

function answeringWords({ lastItemAt }: FeedHealth, lastPolledAt: number, now: number): HealthWords {
  if (lastItemAt === null)
    return { condition: 'in-order', words: `in order, asked ${agoWords(lastPolledAt, now)}` };
  const silence = now - lastItemAt;
  return silence > QUIET_AFTER
    ? { condition: 'quiet', words: `answers, but has had nothing new for ${durationWords(silence)}` }
    : { condition: 'in-order', words: `in order, last article ${agoWords(lastItemAt, now)}` };
}

function troubleWords({ lastStatus, lastError }: FeedHealth): string {
  const code = lastError?.split(':')[0] ?? '';
  if (code !== 'http/status') return CODE_WORDS[code] ?? 'cannot be read';
  return STATUS_WORDS[lastStatus ?? 0] ?? 'answers with an error';
}

/** `5 minutes`, `2 hours`, `3 days`, `11 months`. */
function durationWords(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.round(ms / MINUTE)} minutes`;
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} hours`;
  if (ms < 60 * DAY) return `${Math.round(ms / DAY)} days`;
  return `${Math.round(ms / MONTH)} months`;
}

/** `just now`, `5 minutes ago`, `2 hours ago`, `3 days ago`. */
export function agoWords(at: number, now: number): string {
  return now - at < 2 * MINUTE ? 'just now' : `${durationWords(now - at)} ago`;
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

function weekday(at: number): string {
  return WEEKDAYS[new Date(at).getUTCDay()] ?? '';
}

/** `14:05 today`, `Monday`, `3 Nov 2025`: as exactly as it matters. */
function dayWords(at: number, now: number): string {
  if (isoDay(at) === isoDay(now)) return `${clock(at)} today`;
  return now - at < 6 * DAY ? weekday(at) : formatDay(at).slice(4);
}

function futureWords(at: number, now: number): string {
  if (at <= now) return 'in a moment';
  const day = isoDay(at) === isoDay(now) ? '' : ` on ${weekday(at)}`;
  return `at ${clock(at)}${day}`;
}

export interface FeedHealthSums {
  readonly total: number;
  /** Only conditions that occur, in the order of attention. */
  readonly counts: readonly (readonly [condition: FeedCondition, count: number])[];
}

export function feedHealthSums(health: readonly HealthWords[]): FeedHealthSums {
  const counts = FEED_CONDITIONS.map(
    (condition) => [condition, health.filter((one) => one.condition === condition).length] as const,
  );
  return { total: health.length, counts: counts.filter(([, count]) => count > 0) };
}

/** Feeds with their words, those that need attention first, the longest failing first among them. */
export function byAttention<T extends { readonly feed: FeedHealth }>(
  feeds: readonly T[],
  now: number,
): (T & { readonly health: HealthWords })[] {
  const rank = ({ health }: { readonly health: HealthWords }) => FEED_CONDITIONS.indexOf(health.condition);
  return feeds
    .map((one) => ({ ...one, health: feedHealth(one.feed, now) }))
    .sort((a, b) => rank(a) - rank(b) || (a.feed.failingSince ?? 0) - (b.feed.failingSince ?? 0));
}
