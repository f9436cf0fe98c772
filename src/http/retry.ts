import type { Failure } from '../core/failure.ts';
import type { Followed } from './follow-redirects.ts';
import type { HostGate, Sleep } from './host-gate.ts';

export interface RetryOptions {
  readonly retries: number;
  readonly backoffMs: number;
  readonly maxRetryWaitMs: number;
  readonly gate: HostGate;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** Repeats a request while its failure may pass, waiting as the server asks (Retry-After) or exponentially. */
export async function followWithRetries(
  follow: () => Promise<Followed>,
  options: RetryOptions,
): Promise<Followed> {
  let followed = await follow();
  for (let attempt = 0; ; attempt++) {
    const failure = passingFailure(followed);
    if (failure === null) return followed;
    const asked = failure.retryAfterMs;
    if (asked !== undefined) options.gate.pause(followed.url.host, asked);
    if (attempt >= options.retries || (asked ?? 0) > options.maxRetryWaitMs) return followed;
    // A pause the host asked for is kept by its queue, for every request; our own backoff concerns this one alone.
    if (asked === undefined) await options.sleep(options.backoffMs * 2 ** attempt, options.signal);
    followed = await follow();
  }
}

/** What robots.txt refuses is not asked again: its own request was already repeated. */
function passingFailure(followed: Followed): Failure | null {
  const { result, source } = followed;
  return !result.ok && source === 'site' && result.error.retryable ? result.error : null;
}

/**
 * Milliseconds that a Retry-After header asks to wait, given as seconds or as an HTTP date (RFC 9110 §10.2.3);
 * null when there is none or it cannot be read. A date that has passed is 0.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  // Date.parse takes bare numbers and fragments for dates; an HTTP date always names a month.
  const at = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
