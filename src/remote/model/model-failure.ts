import { APICallError } from 'ai';
import type { Failure, FailureCode } from '../../core/failure.ts';
import { EndpointError } from '../../http/endpoint-fetch.ts';
import { parseRetryAfter } from '../../http/retry.ts';

/** What the messages name. */
export interface Asked {
  readonly baseUrl: string;
  readonly name: string;
  /** Taken out of what a server says: some repeat the key that they refuse. */
  readonly key: string | null;
}

const OF_HTTP: Partial<Record<FailureCode, FailureCode>> = {
  'http/timeout': 'model/timeout',
  'http/network': 'model/unreachable',
};

/** How long an endpoint is left alone that says "not now" without saying how long. */
const DEFAULT_PAUSE_MS = 10_000;

/** What went wrong with a call, in words; `now` in milliseconds, for a Retry-After that is a date. */
export function modelFailure(error: unknown, asked: Asked, now: number): Failure {
  const sent = endpointFailure(error);
  if (sent !== null) return sent;
  if (!APICallError.isInstance(error)) return oddAnswer(asked, messageOf(error));
  const { statusCode = 0, responseBody = '' } = error;
  if (statusCode >= 200 && statusCode < 300) return oddAnswer(asked, 'it is no chat completion in JSON');
  return statusFailure(
    statusCode,
    withoutKey(saidBy(responseBody, error.message), asked),
    asked,
    retryAfter(error, now),
  );
}

function endpointFailure(error: unknown): Failure | null {
  if (!(error instanceof EndpointError)) return null;
  const { code, retryable, message } = error.failure;
  if (code === 'http/timeout') {
    return {
      code: 'model/timeout',
      message: `${message} A local model may still be loading, or be slow: raise VARIORUM_MODEL_TIMEOUT or take a smaller one.`,
      retryable,
    };
  }
  if (code === 'http/network') {
    return {
      code: 'model/unreachable',
      message: `${message} Is the server running at VARIORUM_MODEL_URL?`,
      retryable,
    };
  }
  return { code: OF_HTTP[code] ?? 'model/odd-answer', message, retryable };
}

function statusFailure(status: number, said: string, asked: Asked, waitMs: number | null): Failure {
  const { baseUrl, name } = asked;
  const told = said === '' ? '' : ` It says: "${said.replace(/[.\s]+$/, '')}".`;
  if (status === 401 || status === 403) {
    const message = `${baseUrl} refuses the key (status ${status}).${told} Check VARIORUM_MODEL_KEY or VARIORUM_MODEL_KEY_FILE.`;
    return { code: 'model/key', message, retryable: false };
  }
  if (status === 404 && /model/i.test(said)) {
    const message = `${baseUrl} has no model "${name}".${told} Check VARIORUM_MODEL; a local server has to load or pull it first.`;
    return { code: 'model/not-found', message, retryable: false };
  }
  if (status === 404 || status === 405) {
    const message = `There are no chat completions under ${baseUrl} (status ${status}). Check VARIORUM_MODEL_URL: with most servers it ends in /v1.`;
    return { code: 'model/not-found', message, retryable: false };
  }
  if (status === 402 || status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = waitMs ?? DEFAULT_PAUSE_MS;
    const message = `${baseUrl} cannot answer now (status ${status}).${told} It is left alone for ${Math.ceil(retryAfterMs / 1000)} s; all goes on without it.`;
    return { code: 'model/busy', message, retryable: true, retryAfterMs };
  }
  const message = `${baseUrl} refuses the request (status ${status}).${told} The server may not speak the chat-completions protocol, or not for "${name}".`;
  return { code: 'model/refused', message, retryable: false };
}

export function oddAnswer({ baseUrl, name }: Asked, problem: string): Failure {
  const message = `The answer of "${name}" at ${baseUrl} cannot be used: ${problem.slice(0, 300)}. Another model may do better; what it was asked for stays as it was.`;
  return { code: 'model/odd-answer', message, retryable: false };
}

function withoutKey(said: string, { key }: Asked): string {
  return key === null ? said : said.replaceAll(key, '(the key)');
}

/** The words of an error: OpenAI's form, or those of servers that answer otherwise. */
function saidBy(body: string, fallback: string): string {
  try {
    const { error, message, detail } = JSON.parse(body) as Record<string, unknown>;
    const inner = (error as { readonly message?: unknown } | undefined)?.message;
    const said = [inner, error, message, detail].find((one) => typeof one === 'string');
    return String(said ?? fallback).slice(0, 300);
  } catch {
    // A web page says nothing worth printing.
    return body.trimStart().startsWith('<') ? '' : body.trim().slice(0, 300);
  }
}

function retryAfter({ responseHeaders = {} }: APICallError, now: number): number | null {
  const ms = Number(responseHeaders['retry-after-ms'] ?? Number.NaN);
  return Number.isFinite(ms) ? ms : parseRetryAfter(responseHeaders['retry-after'] ?? null, now);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
