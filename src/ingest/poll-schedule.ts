export interface FeedPace {
  /** Publication times of the feed's items, in any order, milliseconds since the epoch; undated items left out. */
  readonly itemTimes: readonly number[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Polls that failed since the last one that worked. */
  readonly failures: number;
  /** How long the server says that the feed stays as it is (Cache-Control max-age). */
  readonly maxAgeMs?: number;
  /** What the server asked to wait (Retry-After). */
  readonly retryAfterMs?: number;
}

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
/** For feeds that tell nothing of their pace: no dates, or not one item. */
const UNKNOWN_PACE = 60 * MINUTE;
/** Newest items that stand for the pace: enough to even out a burst, few enough to follow a change within a day. */
const RECENT_ITEMS = 20;
/** The longest pause that a server may ask for. */
const LONGEST_ASKED = 24 * 60 * MINUTE;

/**
 * Milliseconds until a feed is due again: half the mean time between its newest items, the quiet since the last one
 * included, between 5 minutes and 12 hours; doubled for every failure in a row. A server may ask for more.
 */
export function nextPollDelay(pace: FeedPace): number {
  const own = Math.min(LONGEST, Math.max(SHORTEST, meanGap(pace) / 2, Math.min(pace.maxAgeMs ?? 0, LONGEST)));
  // 2^10 times the shortest delay is beyond the longest; more would overflow for nothing.
  const slowed = Math.min(LONGEST, own * 2 ** Math.min(10, Math.max(0, pace.failures)));
  return Math.round(Math.max(slowed, Math.min(pace.retryAfterMs ?? 0, LONGEST_ASKED)));
}

function meanGap({ itemTimes, now }: FeedPace): number {
  const past = itemTimes.filter((time) => time <= now).sort((a, b) => b - a);
  const recent = past.slice(0, RECENT_ITEMS);
  const oldest = recent.at(-1);
  return oldest === undefined ? UNKNOWN_PACE * 2 : (now - oldest) / recent.length;
}
