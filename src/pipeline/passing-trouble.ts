import type { Failure } from '../core/failure.ts';

/** A longer pause than this is the schedule's matter: a round does not wait for it. */
const LONGEST_WAIT_MS = 60_000;

/**
 * A failure that a round should wait out: an outlet that is overloaded or drops connections. Without this, which pages are
 * missed would depend on the moment. A host that does not answer at all is not waited for again.
 */
export function passingTrouble(failure: Failure | null): Failure | null {
  if (failure === null || !failure.retryable || (failure.retryAfterMs ?? 0) > LONGEST_WAIT_MS) return null;
  return failure.code === 'http/status' || failure.code === 'http/network' ? failure : null;
}
