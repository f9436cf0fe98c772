export interface FeedPace {
  /** Publication times of the feed's items, in any order, milliseconds since the epoch; undated items left out. */
  readonly itemTimes: readonly number[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Polls that failed since the last one that worked. */
  readonly failures: number;
  /** A hub tells of what is new; asking is only for what it should miss. */
  readonly isPushed?: boolean;
  /** How long the server says that the feed stays as it is (Cache-Control, Expires). */
  readonly maxAgeMs?: number;
  /** How long the feed itself says that it may be kept (RSS `ttl`). */
  readonly ttlMinutes?: number;
  /** What the server asked to wait (Retry-After). */
  readonly retryAfterMs?: number;
}

const MINUTE = 60_000;
const SHORTEST = 2 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;
/** Feeds carry a ttl that their software put there and nobody looked at: one of a day would hide the day's news. */
const LONGEST_TTL = 60 * MINUTE;
/** For feeds that tell nothing of their pace: no dates, or not one item. */
const UNKNOWN_PACE = 60 * MINUTE;
/** Between two looks at a feed whose hub tells of what is new: a hub that has fallen silent costs no more than this. */
const SAFETY_NET = 60 * MINUTE;
/** Newest items that stand for the pace: enough to even out a burst, few enough to follow a change within a day. */
const RECENT_ITEMS = 20;

/**
 * Milliseconds until a feed is due again: half the mean time between its newest items, the quiet since the last one
 * included, between 2 minutes (an hour when a hub tells of what is new) and 24 hours, and not before the server or the feed says that it changes; doubled for every failure in a row. Retry-After counts on top.
 */
export function nextPollDelay(pace: FeedPace): number {
  const ttl = Math.min((pace.ttlMinutes ?? 0) * MINUTE, LONGEST_TTL);
  const shortest = pace.isPushed ? SAFETY_NET : SHORTEST;
  const own = Math.min(LONGEST, Math.max(shortest, meanGap(pace) / 2, pace.maxAgeMs ?? 0, ttl));
  // 2^10 times the shortest delay is beyond the longest; more would overflow for nothing.
  const slowed = Math.min(LONGEST, own * 2 ** Math.min(10, Math.max(0, pace.failures)));
  return Math.round(Math.max(slowed, Math.min(pace.retryAfterMs ?? 0, LONGEST)));
}

function meanGap({ itemTimes, now }: FeedPace): number {
  const past = itemTimes.filter((time) => time <= now).sort((a, b) => b - a);
  const recent = past.slice(0, RECENT_ITEMS);
  const oldest = recent.at(-1);
  return oldest === undefined ? UNKNOWN_PACE * 2 : (now - oldest) / recent.length;
}
