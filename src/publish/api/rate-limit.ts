import type { Clock } from '../../core/clock.ts';

/** How a client stands after a request. */
export interface RateState {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until the count begins anew, at least 1. */
  readonly resetSeconds: number;
}

export interface RateLimit {
  /** Counts a request of this client. */
  take(client: string): RateState;
}

export const WINDOW_SECONDS = 60;
/** Clients that are remembered; of more, those longest silent are forgotten and begin anew. */
const MAX_CLIENTS = 20_000;

interface Window {
  readonly endsAt: number;
  used: number;
}

/** Counts requests per client in windows of a minute that begin with a client's first request. Kept in memory: per process. */
export function createRateLimit(limit: number, clock: Clock): RateLimit {
  const windows = new Map<string, Window>();
  return {
    take(client) {
      const now = clock.now();
      const known = windows.get(client);
      const window =
        known === undefined || known.endsAt <= now ? { endsAt: now + WINDOW_SECONDS * 1000, used: 0 } : known;
      window.used += 1;
      // Set anew each time, so that the first of the map is the one longest silent.
      windows.delete(client);
      windows.set(client, window);
      const [oldest] = windows.keys();
      if (windows.size > MAX_CLIENTS && oldest !== undefined) windows.delete(oldest);
      return {
        isAllowed: window.used <= limit,
        limit,
        remaining: Math.max(0, limit - window.used),
        resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
      };
    },
  };
}
