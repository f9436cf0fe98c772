import type { Agent, Dispatcher } from 'undici';
import type { Failure } from '../core/failure.ts';
import type { Validators } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { freshForMs } from './freshness.ts';
import { failureOf } from './http-failure.ts';
import { readBody } from './read-body.ts';

/** One request to one address, no redirect followed. A form makes it a POST. */
export interface ExchangeRequest {
  readonly url: URL;
  readonly userAgent: string;
  readonly accept: string;
  /** Fields to be sent, url-encoded; a GET without. */
  readonly form?: Readonly<Record<string, string>>;
  readonly validators: Validators | null;
  readonly maxBytes: number;
  readonly atLimit: 'fail' | 'cut';
  /** Until the last byte is read. */
  readonly timeoutMs: number;
  /** Aborts when the client closes. */
  readonly signal: AbortSignal;
}

export interface ExchangeResponse {
  readonly status: number;
  readonly contentType: string | null;
  readonly location: string | null;
  readonly retryAfter: string | null;
  /** The Link header, all of its lines joined; null when there is none. */
  readonly link: string | null;
  /** Milliseconds for which the answer is said to stay as it is; null when nothing is said. */
  readonly freshForMs: number | null;
  readonly validators: Validators;
  /** Decoded body of a success; empty for every other status. */
  readonly bytes: Uint8Array;
}

/** Bytes of an error page read to keep the connection; more than that and closing it is cheaper. */
const DRAIN_BYTES = 65_536;

/** Sends one request and reads the answer. Foreign trouble of any kind comes back as a failure. */
export async function exchange(
  agent: Agent,
  request: ExchangeRequest,
): Promise<Result<ExchangeResponse, Failure>> {
  const timeout = AbortSignal.timeout(Math.max(1, request.timeoutMs));
  try {
    const response = await agent.request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: request.form === undefined ? 'GET' : 'POST',
      headers: requestHeaders(request),
      ...(request.form === undefined ? {} : { body: new URLSearchParams(request.form).toString() }),
      signal: AbortSignal.any([timeout, request.signal]),
      headersTimeout: request.timeoutMs,
      bodyTimeout: request.timeoutMs,
    });
    const bytes = await readResponse(response, request);
    return ok({
      status: response.statusCode,
      contentType: header(response, 'content-type'),
      location: header(response, 'location'),
      retryAfter: header(response, 'retry-after'),
      link: headerLines(response, 'link'),
      freshForMs: freshForMs({
        cacheControl: header(response, 'cache-control'),
        expires: header(response, 'expires'),
        date: header(response, 'date'),
      }),
      validators: { etag: header(response, 'etag'), lastModified: header(response, 'last-modified') },
      bytes,
    });
  } catch (error) {
    return err(failureOf(error, request.url, { timedOut: timeout.aborted, timeoutMs: request.timeoutMs }));
  }
}

async function readResponse(
  response: Dispatcher.ResponseData,
  request: ExchangeRequest,
): Promise<Uint8Array> {
  if (response.statusCode >= 200 && response.statusCode < 300) {
    return readBody(response.body, {
      contentEncoding: header(response, 'content-encoding'),
      maxBytes: request.maxBytes,
      atLimit: request.atLimit,
    });
  }
  await response.body.dump({ limit: DRAIN_BYTES });
  return new Uint8Array(0);
}

function requestHeaders(request: ExchangeRequest): Record<string, string> {
  return {
    'user-agent': request.userAgent,
    accept: request.accept,
    'accept-encoding': 'gzip, br, deflate',
    ...(request.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(request.validators?.etag ? { 'if-none-match': request.validators.etag } : {}),
    ...(request.validators?.lastModified ? { 'if-modified-since': request.validators.lastModified } : {}),
  };
}

function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A header that may be sent in several lines is one list (RFC 9110 §5.3). */
function headerLines(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
