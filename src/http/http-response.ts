import type { Failure } from '../core/failure.ts';
import type { Validators } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { decodeText } from './decode-text.ts';
import type { ExchangeResponse } from './exchange.ts';
import type { FinalResponse, Followed } from './follow-redirects.ts';
import { type HttpLink, parseLinkHeader } from './link-header.ts';
import { parseRetryAfter } from './retry.ts';
import type { RobotsAnswer } from './robots.ts';

export interface HttpResponse {
  /** The address after redirects. */
  readonly url: string;
  /** 2xx, or 304 when nothing has changed since the validators. */
  readonly status: number;
  readonly notModified: boolean;
  readonly contentType: string | null;
  /** The body, unpacked; empty when not modified. */
  readonly bytes: Uint8Array;
  /** What the Link header names, by relation type; addresses are absolute. */
  readonly links: readonly HttpLink[];
  /** To be kept and sent next time. */
  readonly validators: Validators;
  /** Where the asked address has moved for good (301, 308); null when it has not. */
  readonly permanentUrl: string | null;
  /** Milliseconds for which the server says that the answer stays as it is; null when it does not say. */
  readonly freshForMs: number | null;
  /** Milliseconds to wait before asking again, when a success said so. */
  readonly retryAfterMs?: number;
}

/** A Retry-After of years is a mistake; no host is left alone longer than this. */
const MAX_PAUSE_MS = 24 * 3_600_000;

/** What the caller of the client gets. */
export function toResponse(
  final: FinalResponse,
  sent: Validators | null,
  now: number,
): Result<HttpResponse, Failure> {
  const { response, url } = final;
  const notModified = response.status === 304;
  if (notModified && sent === null) {
    const message = `${url.href} says "not modified" although nothing was known of it. Its server or cache is broken; it is asked again later.`;
    return err({ code: 'http/status', message, retryable: true });
  }
  const retryAfterMs = retryAfterOf(response, now);
  return ok({
    url: url.href,
    status: response.status,
    notModified,
    contentType: response.contentType,
    bytes: response.bytes,
    links: parseLinkHeader(response.link, url.href),
    // A 304 need not repeat them (RFC 9110 §15.4.5).
    validators: {
      etag: response.validators.etag ?? (notModified ? (sent?.etag ?? null) : null),
      lastModified: response.validators.lastModified ?? (notModified ? (sent?.lastModified ?? null) : null),
    },
    permanentUrl: final.permanentUrl?.href ?? null,
    freshForMs: response.freshForMs,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

/** Milliseconds that a response asks to wait; null when it does not. */
export function retryAfterOf(response: ExchangeResponse, now: number): number | null {
  const asked = parseRetryAfter(response.retryAfter, now);
  return asked === null ? null : Math.min(asked, MAX_PAUSE_MS);
}

/** Reads what asking for a robots.txt came to (RFC 9309 §2.3.1). */
export function robotsAnswer(followed: Followed): RobotsAnswer {
  const { result, status } = followed;
  if (result.ok)
    return {
      kind: 'found',
      body: decodeText(result.value.response.bytes, 'text/plain; charset=utf-8', 'xml').text,
    };
  const { error } = result;
  if (error.code === 'http/blocked-address' || error.code === 'http/bad-url')
    return { kind: 'refused', failure: error };
  // 429 is a 4xx by number, but says "later", not "there are no rules".
  const isAbsent = status !== null && status !== 429 && status < 500;
  return isAbsent ? { kind: 'absent' } : { kind: 'unreachable', failure: unreachableRobots(error) };
}

/** A 5xx on robots.txt is reported as rules that cannot be had; a host that does not answer at all, as what it is. */
function unreachableRobots(error: Failure): Failure {
  if (error.code !== 'http/status') return error;
  const message = `${error.message} Until its robots.txt can be read, nothing else is asked for there (RFC 9309).`;
  const retryAfterMs = error.retryAfterMs ?? 3_600_000;
  return { code: 'http/robots-unavailable', message, retryable: true, retryAfterMs };
}
