/**
 * Every expected failure, by room. The code is stored beside the row that failed, shown on the admin views, and
 * documented in docs/errors.md (a test reads this list and that page).
 */
export const FAILURE_CODES = [
  'http/blocked-address',
  'http/robots',
  'http/robots-unavailable',
  'http/timeout',
  'http/too-large',
  'http/redirects',
  'http/status',
  'http/gone',
  'http/network',
  'http/unknown-host',
  'http/certificate',
  'http/bad-url',
  'feed/not-a-feed',
  'feed/empty',
  'extract/no-content',
  'extract/too-short',
  'extract/not-html',
  'extract/too-deep',
  'extract/duplicate-address',
  'stage/timeout',
  'stage/crash',
  'import/not-json',
  'import/missing-field',
  'import/bad-date',
  'topics/bad-row',
  'knowledge/busy',
  'knowledge/odd-answer',
  'knowledge/no-match',
  'knowledge/bad-picture',
  'model/unreachable',
  'model/timeout',
  'model/busy',
  'model/key',
  'model/not-found',
  'model/refused',
  'model/odd-answer',
  'model/too-long',
  'model/budget',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** Something the world did, expected and stored: the batch goes on without this one row. */
export interface Failure {
  readonly code: FailureCode;
  /** What happened, the usual cause, the next step: one sentence or two, for a person. */
  readonly message: string;
  /** True when trying again later may help (a timeout does, a robots.txt refusal does not). */
  readonly retryable: boolean;
  /** Milliseconds to wait before trying again, when the other side said so (Retry-After). */
  readonly retryAfterMs?: number;
  /** HTTP status of an answer that was no success. */
  readonly status?: number;
}
