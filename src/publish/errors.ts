import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../core/app-error.ts';

/** What went wrong, as a page or as problem+json (RFC 9457) shows it. */
export interface Problem {
  readonly status: ContentfulStatusCode;
  /** Machine-readable; the last part of the problem's `type`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** The one place that turns error codes into HTTP answers (RFC 9110 §15). Codes not listed are our fault: 500. */
const ANSWERS: Readonly<Record<string, readonly [ContentfulStatusCode, string]>> = {
  'web/not-found': [404, 'There is no such page'],
  'web/bad-request': [400, 'The request cannot be understood'],
  'web/forbidden': [403, 'This is not allowed'],
  'web/too-many-requests': [429, 'Too many requests'],
  'web/not-offered': [403, 'This site does not offer that'],
  'web/busy': [503, 'There is too much to do just now'],
  'store/unreachable': [503, 'The database does not answer'],
  'store/outdated': [503, 'The database is being upgraded'],
  'store/migration': [503, 'The database is being upgraded'],
};

const FAULT: Problem = {
  status: 500,
  code: 'web/fault',
  title: 'Something went wrong on this site',
  detail: 'The error has been noted. Trying again in a minute may help.',
};

/** A page, story or article that is not there. @param detail one sentence for the reader */
export function notFound(detail: string): AppError {
  return new AppError('web/not-found', detail, { blame: 'user' });
}

/** Something that the operator has not switched on. @param detail one sentence for the reader */
export function notOffered(detail: string): AppError {
  return new AppError('web/not-offered', detail, { blame: 'user' });
}

/** More work than can be done now. @param detail one sentence for the reader */
export function tooBusy(detail: string): AppError {
  return new AppError('web/busy', detail, { blame: 'user' });
}

/** A form that was not sent from a page of this site, or not by who is signed in. @param detail one sentence */
export function forbidden(detail: string): AppError {
  return new AppError('web/forbidden', detail, { blame: 'user' });
}

/** One client asks more often than is let through. @param detail one sentence for the reader */
export function tooManyRequests(detail: string): AppError {
  return new AppError('web/too-many-requests', detail, { blame: 'user' });
}

/** A request that asks for something that cannot be. @param detail one sentence for the reader */
export function badRequest(detail: string): AppError {
  return new AppError('web/bad-request', detail, { blame: 'user' });
}

/**
 * What a reader is told about an error. Messages are shown for the user's mistakes only; for our own faults nothing
 * of the inside (paths, SQL, addresses) leaves the process.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof HTTPException) {
    const status = error.status as ContentfulStatusCode;
    return {
      status,
      code: 'web/bad-request',
      title: 'The request cannot be answered',
      detail: error.message,
    };
  }
  if (!(error instanceof AppError)) return FAULT;
  const answer = ANSWERS[error.code];
  if (answer === undefined) return FAULT;
  const [status, title] = answer;
  const detail = error.blame === 'user' ? error.message : 'Please try again in a minute.';
  return { status, code: error.code, title, detail };
}

/** Body of an `application/problem+json` answer. */
export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: `urn:variorum:problem:${problem.code.replaceAll('/', ':')}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    instance,
  };
}
