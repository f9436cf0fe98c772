import { Agent, type Dispatcher } from 'undici';
import type { Failure } from '../core/failure.ts';
import { failureOf } from './http-failure.ts';
import { readBody } from './read-body.ts';

export interface EndpointOptions {
  /** Everything asked lies under this address. The operator names it, so it may be on a private network. */
  readonly baseUrl: string;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** Cap on the decoded body of an answer. */
  readonly maxBytes: number;
}

/** `fetch` for a library that calls one configured service, and nothing else. */
export interface EndpointFetch {
  readonly fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/** What a call came to that got no whole answer: thrown, since `fetch` has no other way to say it. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Of an answer that says what is wrong, so much is read. */
const ERROR_BYTES = 64_000;

/**
 * A `fetch` that reaches one address only: no redirect is followed, nothing outside the address is asked, and answers are capped in
 * size and time. Answers are read whole before they are handed on.
 */
export function createEndpointFetch(options: EndpointOptions): EndpointFetch {
  const { timeoutMs } = options;
  const agent = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs });

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
    try {
      const response = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
        headers: Object.fromEntries(new Headers(init.headers).entries()),
        body: typeof init.body === 'string' ? init.body : null,
        signal,
      });
      return await readResponse(response, url, options.maxBytes);
    } catch (error) {
      if (error instanceof EndpointError) throw error;
      throw new EndpointError(failureOf(error, url, { timedOut: timeout.aborted, timeoutMs }));
    }
  }

  return {
    fetch: (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (!url.href.startsWith(`${options.baseUrl}/`)) throw new EndpointError(elsewhere(url));
      return send(url, init);
    },
    close: () => agent.destroy(),
  };
}

async function readResponse(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
): Promise<Response> {
  const isGood = statusCode >= 200 && statusCode < 300;
  if (statusCode >= 300 && statusCode < 400) {
    await body.dump({ limit: ERROR_BYTES });
    throw new EndpointError(redirected(url, String(headers.location ?? '')));
  }
  const encoding = headers['content-encoding'];
  const bytes = await readBody(body, {
    contentEncoding: typeof encoding === 'string' ? encoding : null,
    maxBytes: isGood ? maxBytes : ERROR_BYTES,
    atLimit: isGood ? 'fail' : 'cut',
  });
  const kept = ['content-type', 'retry-after', 'retry-after-ms'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  // A body is not allowed where a status says that there is none.
  const isEmpty = statusCode === 204 || statusCode === 205;
  return new Response(isEmpty ? null : new Uint8Array(bytes), { status: statusCode, headers: kept });
}

function redirected(url: URL, location: string): Failure {
  const message = `${url.href} sends to ${location.slice(0, 200) || 'another address'}, which is not followed: what is asked goes to the configured address only. Configure the final address.`;
  return { code: 'http/redirects', message, retryable: false };
}

function elsewhere(url: URL): Failure {
  const message = `${url.href} lies outside the configured address and is not asked.`;
  return { code: 'http/bad-url', message, retryable: false };
}
