import PQueue from 'p-queue';
import type { Clock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import type { HttpResponse } from '../http/http-response.ts';
import { fields, line } from './json-fields.ts';

/** How long a base is left alone that asks for a pause without saying how long (its manual names five seconds). */
const DEFAULT_PAUSE_MS = 5_000;
/** So many requests in a row that failed: the base, or the way there, is down. */
const MOST_TROUBLES = 3;
const DOWN_PAUSE_MS = 10 * 60_000;

/** Errors of the Action API that say "not now". */
const BUSY = new Set(['maxlag', 'ratelimited', 'readonly']);

export interface CallGate {
  /** Asks an interface that answers in JSON. */
  json(url: string): Promise<Result<unknown, Failure>>;
  file(url: string, maxBytes: number): Promise<Result<HttpResponse, Failure>>;
}

/**
 * The way to a knowledge base: one request after another (mediawiki.org/wiki/API:Etiquette), none while it has asked for a pause. The HTTP
 * client below keeps the pauses between requests to one host and honours Retry-After of refusals.
 */
export function createCallGate(http: HttpClient, clock: Clock): CallGate {
  const turns = new PQueue({ concurrency: 1 });
  let pausedUntil = 0;
  let troubles = 0;

  function pause(ms: number): void {
    pausedUntil = Math.max(pausedUntil, clock.now() + ms);
  }

  function note(failure: Failure): void {
    if (failure.retryAfterMs !== undefined) pause(failure.retryAfterMs);
    troubles = failure.retryable ? troubles + 1 : 0;
    if (troubles >= MOST_TROUBLES) {
      troubles = 0;
      pause(DOWN_PAUSE_MS);
    }
  }

  async function get(url: string, request: HttpRequest): Promise<Result<HttpResponse, Failure>> {
    const left = pausedUntil - clock.now();
    if (left > 0) return err(busy('asked for a pause or does not answer', left));
    // An interface that is called is no page that is crawled: robots.txt speaks of the latter.
    const response = await http.get(url, { ...request, skipRobots: true });
    if (response.ok) troubles = 0;
    else note(response.error);
    return response;
  }

  return {
    json: (url) =>
      turns.add(async () => {
        const response = await get(url, { purpose: 'call' });
        if (!response.ok) return response;
        const answer = readAnswer(response.value);
        if (!answer.ok && answer.error.retryAfterMs !== undefined) pause(answer.error.retryAfterMs);
        return answer;
      }),
    file: (url, maxBytes) => turns.add(() => get(url, { purpose: 'picture', maxBytes })),
  };
}

function readAnswer({ bytes, url, retryAfterMs }: HttpResponse): Result<unknown, Failure> {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return err(odd(url, 'which is no JSON'));
  }
  const error = fields(fields(answer).error);
  const code = line(error.code);
  if (code === null) return ok(answer);
  if (BUSY.has(code)) return err(busy(`says "${code}"`, retryAfterMs ?? DEFAULT_PAUSE_MS));
  return err(odd(url, `an error (${code}: ${line(error.info)?.slice(0, 200) ?? 'no word of what'})`));
}

function busy(what: string, waitMs: number): Failure {
  const message = `The knowledge base ${what}; it is left alone for ${Math.ceil(waitMs / 1000)} s and asked again in a later round.`;
  return { code: 'knowledge/busy', message, retryable: true, retryAfterMs: waitMs };
}

/** What was answered cannot be read. */
export function odd(url: string, what: string): Failure {
  const message = `${url.slice(0, 200)} answered ${what}. The address may be of another kind of server; check VARIORUM_KNOWLEDGE_URL.`;
  return { code: 'knowledge/odd-answer', message, retryable: false };
}
