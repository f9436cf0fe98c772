import type { FeedHealth } from '../../core/library.ts';
import { formatDay, isoDay } from './time.ts';
import { counted, listed } from './words.ts';

/** Those that need somebody's attention first. */
export const FEED_CONDITIONS = ['gone', 'failing', 'quiet', 'unasked', 'paused', 'in-order'] as const;
export type FeedCondition = (typeof FEED_CONDITIONS)[number];

/** What a number of feeds in this condition are, after the number. */
const CONDITION_NAMES: Readonly<Record<FeedCondition, string>> = {
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
  /** What whoever runs the site can do about it; null where there is nothing to be done. */
  readonly advice: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
/** Feeds of weeklies and of quiet desks are silent for days; after two weeks a reader would wonder. */
const QUIET_AFTER = 14 * DAY;
const GONE_STATUS = 410;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A trouble in words that go before "since", and what whoever runs the site can do about it. */
type Trouble = readonly [words: string, advice: string];

const WAIT = 'nothing for now; when it lasts for days, see whether the outlet’s site opens in a browser';
const NEW_ADDRESS = 'look on the outlet’s site for the feed’s new address, add that one, and remove this one';
const ASK = 'ask the outlet to let this program in, or remove the feed';

const STATUS_TROUBLES: Readonly<Record<number, Trouble>> = {
  401: ['has asked for a login', ASK],
  402: ['has asked for payment', ASK],
  403: ['has refused to be read by programs', ASK],
  404: ['has not been found at its address', NEW_ADDRESS],
  429: ['has asked us to come less often', 'nothing; it is asked more rarely by itself'],
  451: ['has been closed to us for legal reasons', 'remove the feed'],
};
const SERVER_TROUBLE: Trouble = ['has answered that its own server is out of order', WAIT];
const OTHER_REFUSAL: Trouble = ['has answered that it does not accept our request', NEW_ADDRESS];

const CODE_TROUBLES: Readonly<Record<string, Trouble>> = {
  'http/blocked-address': [
    'has been on a private network, where nothing is read',
    'if it is a press of your own, allow private hosts (VARIORUM_ALLOW_PRIVATE_HOSTS); otherwise remove it',
  ],
  'http/robots': ['has asked programs not to read it', ASK],
  'http/robots-unavailable': [
    'could not tell us whether it may be read (its robots.txt cannot be had)',
    WAIT,
  ],
  'http/timeout': ['has not answered in time', WAIT],
  'http/too-large': ['has been larger than a feed should be', NEW_ADDRESS],
  'http/redirects': ['has sent us from address to address without end', NEW_ADDRESS],
  'http/network': ['could not be reached', WAIT],
  'http/unknown-host': ['has had an address at which no site is known', NEW_ADDRESS],
  'http/certificate': [
    'could not prove that it is the outlet’s own (its certificate is not valid)',
    'nothing; the outlet has to renew its certificate',
  ],
  'http/bad-url': [
    'has had an address that cannot be read',
    'add it again with its address as the browser shows it',
  ],
  'feed/not-a-feed': ['has answered with something that is no feed', NEW_ADDRESS],
  'feed/empty': ['has had nothing in it that can be read', WAIT],
  'stage/crash': [
    'has been too much for this program to read',
    'please report its address to those who make this program',
  ],
};
const UNKNOWN_TROUBLE: Trouble = ['could not be read', WAIT];

/** A feed's state in words. @param now milliseconds since the epoch */
export function feedHealth(feed: FeedHealth, now: number): HealthWords {
  const { pausedAt, lastPolledAt, failures, failingSince, nextPollAt } = feed;
  if (pausedAt !== null)
    return {
      condition: 'paused',
      words: `paused by those who run this site since ${dayWords(pausedAt, now)}`,
      advice: null,
    };
  if (failures > 0) {
    const since = dayWords(failingSince ?? lastPolledAt ?? now, now);
    if (feed.lastStatus === GONE_STATUS)
      return {
        condition: 'gone',
        words: `gone: the outlet took the feed away (${since}); it is not asked again`,
        advice: NEW_ADDRESS,
      };
    const [trouble, advice] = troubleOf(feed);
    return {
      condition: 'failing',
      advice,
      words: `${trouble} since ${since}; it is asked again ${futureWords(nextPollAt, now)}`,
    };
  }
  if (lastPolledAt === null) return { condition: 'unasked', words: 'never asked yet', advice: null };
  return answeringWords(feed, lastPolledAt, now);
}

function answeringWords({ lastItemAt }: FeedHealth, lastPolledAt: number, now: number): HealthWords {
  if (lastItemAt === null)
    return { condition: 'in-order', words: `in order, asked ${agoWords(lastPolledAt, now)}`, advice: null };
  const silence = now - lastItemAt;
  if (silence <= QUIET_AFTER)
    return {
      condition: 'in-order',
      words: `in order, last article ${agoWords(lastItemAt, now)}`,
      advice: null,
    };
  return {
    condition: 'quiet',
    words: `answers, but has had nothing new for ${durationWords(silence)}`,
    advice:
      'see whether the outlet still adds to this feed; many leave an old one behind when they make a new one',
  };
}

function troubleOf({ lastStatus, lastError }: FeedHealth): Trouble {
  const code = lastError?.split(':')[0] ?? '';
  if (code !== 'http/status') return CODE_TROUBLES[code] ?? UNKNOWN_TROUBLE;
  // Without a status it is the pause that the host has asked for.
  const status = lastStatus ?? 429;
  return STATUS_TROUBLES[status] ?? (status >= 500 ? SERVER_TROUBLE : OTHER_REFUSAL);
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

/** `7 feeds: 1 gone, 2 failing and 4 in order.` */
export function feedHealthSentence(health: readonly HealthWords[]): string {
  const { total, counts } = feedHealthSums(health);
  const parts = counts.map(
    ([condition, count]) => `${count.toLocaleString('en-GB')} ${CONDITION_NAMES[condition]}`,
  );
  return total === 0 ? 'No feed.' : `${counted(total, 'feed')}: ${listed(parts)}.`;
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
