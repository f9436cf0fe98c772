import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type { Validators } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { checkUrl, isPrivateHost } from './address-guard.ts';
import { exchange } from './exchange.ts';
import { type Followed, followRedirects } from './follow-redirects.ts';
import { createGuardedConnector } from './guarded-connector.ts';
import { createHostGate, type Sleep } from './host-gate.ts';
import { closed, hostPaused } from './http-failure.ts';
import { DEFAULT_HTTP_OPTIONS, type HttpOptions } from './http-options.ts';
import { type HttpResponse, retryAfterOf, robotsAnswer, toResponse } from './http-response.ts';
import { postForm } from './post-form.ts';
import { followWithRetries } from './retry.ts';
import { createRobotsGate, type RobotsStore } from './robots.ts';

export interface HttpRequest {
  /** `call` is a question to an interface that answers in JSON, `picture` a file of one. */
  readonly purpose: 'feed' | 'page' | 'discovery' | 'call' | 'picture';
  /** Accept header, when the one that fits the purpose will not do. */
  readonly accept?: string;
  /** What the last answer from this address came with: makes the request conditional. */
  readonly validators?: Validators;
  /** Cap on the decoded body, bytes; that of the options when missing. */
  readonly maxBytes?: number;
  /** Further tries after a failure that may pass; those of the options when missing. */
  readonly retries?: number;
  /** For addresses that are not crawled but called, as a hub's. */
  readonly skipRobots?: boolean;
}

export interface HttpClient {
  /**
   * Fetches a URL politely: robots.txt, per-host pauses, conditional requests, retries. Every trouble of the outside
   * world is a failure with an `http/…` code; only errors of the robots store are thrown.
   */
  get(url: string, request: HttpRequest): Promise<Result<HttpResponse, Failure>>;
  /**
   * Hands a form to an interface that takes one (a WebSub hub). Not crawling: robots.txt is not asked. Tried once; of redirects only
   * those are followed that keep method and body (307, 308).
   */
  post(url: string, form: Readonly<Record<string, string>>): Promise<Result<PostAnswer, Failure>>;
  /** Ends running requests and waits; later calls fail. */
  close(): Promise<void>;
}

export interface PostAnswer {
  /** 2xx. */
  readonly status: number;
}

export interface HttpClientDeps {
  readonly clock: Clock;
  readonly robots: RobotsStore;
  /** Waits for some milliseconds or until the signal aborts (then it rejects). The system's timer when missing. */
  readonly sleep?: Sleep;
  /** Name resolution; the system's when missing. */
  readonly lookup?: LookupFunction;
}

const ACCEPT: Readonly<Record<HttpRequest['purpose'], string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, */*;q=0.5',
  discovery: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5',
  call: 'application/json',
  picture: 'image/jpeg, image/png, image/webp, image/gif',
};

/** RFC 9309 §2.5 asks to parse at least 500 KiB of a robots.txt; what lies beyond is ignored. */
const ROBOTS_BYTES = 512_000;

/** What a hub answers says nothing beyond its status. */
const FORM_ANSWER_BYTES = 10_000;

interface Ask {
  readonly accept: string;
  readonly validators: Validators | null;
  readonly maxBytes: number;
  readonly atLimit: 'fail' | 'cut';
  readonly skipRobots: boolean;
}

const ROBOTS_ASK: Ask = {
  accept: 'text/plain, */*;q=0.5',
  validators: null,
  maxBytes: ROBOTS_BYTES,
  atLimit: 'cut',
  skipRobots: true,
};

/** The one client for feeds and pages. Options not given are those of DEFAULT_HTTP_OPTIONS. */
export function createHttpClient(given: Partial<HttpOptions>, deps: HttpClientDeps): HttpClient {
  const options: HttpOptions = { ...DEFAULT_HTTP_OPTIONS, ...given };
  const closing = new AbortController();
  const sleep = deps.sleep ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const agent = new Agent({ connect: createGuardedConnector({ ...options, lookup: deps.lookup }) });
  const gate = createHostGate({ ...options, clock: deps.clock, sleep, signal: closing.signal });
  const retrying = { ...options, gate, sleep, signal: closing.signal };
  const robots = createRobotsGate({
    ...options,
    clock: deps.clock,
    store: deps.robots,
    fetch: async (url) => robotsAnswer(await followWithRetries(() => follow(url, ROBOTS_ASK), retrying)),
  });

  function follow(first: URL, ask: Ask): Promise<Followed> {
    let timeLeft = options.timeoutMs;
    return followRedirects(first, {
      ...options,
      permit: async (url) => {
        const paused = gate.pausedMs(url.host);
        if (paused > options.maxRetryWaitMs) return err(hostPaused(url, paused));
        return ask.skipRobots ? ok({ crawlDelayMs: 0 }) : robots.check(url);
      },
      send: (url, permit) =>
        gate.run(url.host, startDelay(url, permit.crawlDelayMs, options), async () => {
          const start = deps.clock.now();
          const request = {
            ...ask,
            url,
            userAgent: options.userAgent,
            timeoutMs: timeLeft,
            signal: closing.signal,
          };
          const sent = await exchange(agent, request);
          timeLeft = Math.max(1, timeLeft - (deps.clock.now() - start));
          return sent;
        }),
      retryAfterMs: (response) => retryAfterOf(response, deps.clock.now()),
    });
  }

  function sendForm(url: URL, form: Readonly<Record<string, string>>) {
    const { userAgent, timeoutMs } = options;
    const limits = {
      maxBytes: FORM_ANSWER_BYTES,
      atLimit: 'cut' as const,
      timeoutMs,
      signal: closing.signal,
    };
    const request = { ...limits, url, form, userAgent, accept: '*/*', validators: null };
    return gate.run(url.host, startDelay(url, 0, options), () => exchange(agent, request));
  }

  return {
    post: (url, form) =>
      whileOpen(closing.signal, url, () =>
        postForm(url, { ...options, send: (target) => sendForm(target, form) }),
      ),
    async get(address, request) {
      const url = checkUrl(address, options.allowPrivateHosts);
      if (!url.ok) return url;
      const ask = askFor(request, options);
      return await whileOpen(closing.signal, address, async () => {
        const trying = { ...retrying, retries: request.retries ?? options.retries };
        const { result } = await followWithRetries(() => follow(url.value, ask), trying);
        return result.ok ? toResponse(result.value, ask.validators, deps.clock.now()) : result;
      });
    },
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

/** What the end of the program interrupts is a failure, not a fault. */
async function whileOpen<T>(
  closing: AbortSignal,
  address: string,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  if (closing.aborted) return err(closed(address));
  try {
    return await work();
  } catch (error) {
    if (closing.aborted) return err(closed(address));
    throw error;
  }
}

function askFor(request: HttpRequest, options: HttpOptions): Ask {
  return {
    accept: request.accept ?? ACCEPT[request.purpose],
    validators: request.validators ?? null,
    maxBytes: request.maxBytes ?? options.maxBytes,
    atLimit: 'fail',
    skipRobots: request.skipRobots ?? false,
  };
}

function startDelay(url: URL, crawlDelayMs: number, options: HttpOptions): number {
  const isPrivate = options.allowPrivateHosts && isPrivateHost(url.hostname);
  const own = isPrivate ? options.privateHostDelayMs : options.perHostDelayMs;
  return Math.max(own, Math.min(crawlDelayMs, options.maxCrawlDelayMs));
}
