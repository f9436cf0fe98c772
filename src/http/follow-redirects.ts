import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import { checkUrl } from './address-guard.ts';
import type { ExchangeResponse } from './exchange.ts';
import { statusFailure } from './http-failure.ts';

/** A request that was followed to its end. `source` says whether the site or its robots.txt refused. */
export interface Followed {
  readonly result: Result<FinalResponse, Failure>;
  readonly source: 'site' | 'robots';
  /** The address that gave the last word. */
  readonly url: URL;
  /** Status of the last answer; null when there was none. */
  readonly status: number | null;
}

export interface FinalResponse {
  readonly url: URL;
  readonly response: ExchangeResponse;
  /** Where the asked address has moved for good: the end of the unbroken run of 301 and 308 it began with. */
  readonly permanentUrl: URL | null;
}

export interface FollowOptions {
  readonly maxRedirects: number;
  readonly allowPrivateHosts: boolean;
  /** May this address be asked? Called for the first address and for every hop. */
  readonly permit: (url: URL) => Promise<Result<Permit, Failure>>;
  readonly send: (url: URL, permit: Permit) => Promise<Result<ExchangeResponse, Failure>>;
  /** Milliseconds the server asked to wait; null when it did not. */
  readonly retryAfterMs: (response: ExchangeResponse) => number | null;
}

export interface Permit {
  readonly crawlDelayMs: number;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** Asks for a URL and for what it redirects to. Every hop passes the address guard, robots.txt and its host's queue. */
export async function followRedirects(first: URL, options: FollowOptions): Promise<Followed> {
  const seen = new Set<string>();
  let url = first;
  let permanentUrl: URL | null = null;
  let permanentSoFar = true;
  while (true) {
    seen.add(url.href);
    const permit = await options.permit(url);
    if (!permit.ok) return { result: permit, source: 'robots', url, status: null };
    const sent = await options.send(url, permit.value);
    if (!sent.ok) return { result: sent, source: 'site', url, status: null };
    const response = sent.value;
    const ending = { source: 'site' as const, url, status: response.status };
    if (!REDIRECTS.has(response.status))
      return { ...ending, result: readAnswer(url, response, permanentUrl, options) };
    const next = nextHop(url, response.location, seen, options);
    if (!next.ok) return { ...ending, result: next };
    permanentSoFar = permanentSoFar && PERMANENT.has(response.status);
    if (permanentSoFar) permanentUrl = next.value;
    url = next.value;
  }
}

function readAnswer(
  url: URL,
  response: ExchangeResponse,
  permanentUrl: URL | null,
  options: FollowOptions,
): Result<FinalResponse, Failure> {
  const { status } = response;
  if (status === 304 || (status >= 200 && status < 300)) return ok({ url, response, permanentUrl });
  return err(statusFailure(status, url, options.retryAfterMs(response)));
}

/** `seen` holds every address asked so far, the first one included. */
function nextHop(
  from: URL,
  location: string | null,
  seen: ReadonlySet<string>,
  options: FollowOptions,
): Result<URL, Failure> {
  const target = location === null ? null : URL.parse(location, from);
  if (target === null) return failed(from, 'redirects without saying where to');
  const next = checkUrl(target.href, options.allowPrivateHosts);
  if (!next.ok) return next;
  if (seen.has(next.value.href)) return failed(from, 'redirects in a circle');
  return seen.size > options.maxRedirects ? failed(from, 'is the last of too many redirects') : next;
}

function failed(url: URL, problem: string): Result<never, Failure> {
  const message = `${url.href} ${problem}. The site may want cookies or be misconfigured; open it in a browser.`;
  return err({ code: 'http/redirects', message, retryable: false });
}
