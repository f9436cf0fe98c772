import robotsParser from 'robots-parser';
import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';

/** A robots.txt as it was last had. */
export interface StoredRobots {
  /** Its text; empty when the site has none; null when the site could not say (5xx, unreachable). */
  readonly body: string | null;
  /** Milliseconds since the epoch. */
  readonly fetchedAt: number;
}

/** Keeps robots.txt files across restarts, keyed by origin (`https://example.org`). */
export interface RobotsStore {
  get(origin: string): Promise<StoredRobots | null>;
  put(origin: string, body: string | null, fetchedAt: number): Promise<void>;
}

/** What the request for a robots.txt came to. */
export type RobotsAnswer =
  | { readonly kind: 'found'; readonly body: string }
  /** 4xx: there are no rules (RFC 9309 §2.3.1.3). */
  | { readonly kind: 'absent' }
  /** 5xx or no answer: everything is disallowed for now (RFC 9309 §2.3.1.4). */
  | { readonly kind: 'unreachable'; readonly failure: Failure }
  /** The address itself may not be asked; says nothing about the site's rules. */
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface RobotsPermission {
  /** Crawl-delay of the site, milliseconds; 0 when it names none. */
  readonly crawlDelayMs: number;
}

export interface RobotsGate {
  /** Whether robots.txt of the URL's origin lets this user agent have it. */
  check(url: URL): Promise<Result<RobotsPermission, Failure>>;
}

export interface RobotsGateOptions {
  readonly clock: Clock;
  readonly store: RobotsStore;
  readonly userAgent: string;
  readonly fetch: (robotsUrl: URL) => Promise<RobotsAnswer>;
}

/** RFC 9309 §2.4: a cached copy is used for no more than a day. */
const FRESH_MS = 24 * 3_600_000;
const UNREACHABLE_MS = 3_600_000;
/** Rules kept parsed; the rest are read from the store again. */
const MAX_PARSED = 2_000;

interface Robot {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}

// The package declares a default export inside a CommonJS module; what is imported is the function itself.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robot;

interface Rules extends StoredRobots {
  readonly robot: Robot | null;
}

export function createRobotsGate(options: RobotsGateOptions): RobotsGate {
  const { clock, store, userAgent } = options;
  const parsed = new Map<string, Rules>();
  const running = new Map<string, Promise<Result<Rules, Failure>>>();

  function remember(origin: string, stored: StoredRobots): Rules {
    const robot = stored.body === null ? null : parseRobots(`${origin}/robots.txt`, stored.body);
    const rules = { ...stored, robot };
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(origin, rules);
    return rules;
  }

  async function keep(origin: string, body: string | null, fetchedAt: number): Promise<Rules> {
    await store.put(origin, body, fetchedAt);
    return remember(origin, { body, fetchedAt });
  }

  async function load(origin: string): Promise<Result<Rules, Failure>> {
    const stored = await store.get(origin);
    if (stored !== null && isFresh(stored, clock.now())) return ok(remember(origin, stored));
    const answer = await options.fetch(new URL('/robots.txt', origin));
    const now = clock.now();
    if (answer.kind === 'refused') return err(answer.failure);
    if (answer.kind === 'found') return ok(await keep(origin, answer.body, now));
    if (answer.kind === 'absent') return ok(await keep(origin, '', now));
    // The rules known so far hold on while the site is down; it is asked again in an hour.
    const lastKnown = stored?.body ?? null;
    if (lastKnown !== null) return ok(await keep(origin, lastKnown, now - FRESH_MS + UNREACHABLE_MS));
    await keep(origin, null, now);
    return err(answer.failure);
  }

  async function rulesOf(origin: string): Promise<Result<Rules, Failure>> {
    const known = parsed.get(origin);
    if (known !== undefined && isFresh(known, clock.now())) return ok(known);
    const started = running.get(origin) ?? load(origin).finally(() => running.delete(origin));
    running.set(origin, started);
    return started;
  }

  return {
    async check(url) {
      const found = await rulesOf(url.origin);
      if (!found.ok) return found;
      const { robot, fetchedAt } = found.value;
      if (robot === null) return err(unreachable(url, fetchedAt + UNREACHABLE_MS - clock.now()));
      if (robot.isAllowed(url.href, userAgent) === false) return err(disallowed(url));
      const seconds = robot.getCrawlDelay(userAgent) ?? 0;
      return ok({ crawlDelayMs: Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : 0 });
    },
  };
}

function isFresh(stored: StoredRobots, now: number): boolean {
  return now - stored.fetchedAt < (stored.body === null ? UNREACHABLE_MS : FRESH_MS);
}

function disallowed(url: URL): Failure {
  const message = `robots.txt of ${url.host} does not allow ${url.pathname} to be read. Nothing can be done here; ask the publisher.`;
  return { code: 'http/robots', message, retryable: false };
}

function unreachable(url: URL, retryAfterMs: number): Failure {
  const message = `robots.txt of ${url.host} could not be had, so nothing is read there for now. It is asked again within the hour.`;
  return {
    code: 'http/robots-unavailable',
    message,
    retryable: true,
    retryAfterMs: Math.max(0, retryAfterMs),
  };
}
