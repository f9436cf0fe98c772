import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';
import { checkUrl } from './address-guard.ts';
import type { ExchangeResponse } from './exchange.ts';
import { statusFailure } from './http-failure.ts';

export interface PostOptions {
  readonly maxRedirects: number;
  readonly allowPrivateHosts: boolean;
  readonly send: (url: URL) => Promise<Result<ExchangeResponse, Failure>>;
}

/** The redirects that keep method and body (RFC 9110 §15.4.8 and 9). */
const KEEPING: ReadonlySet<number> = new Set([307, 308]);

/** Hands a form to an address, and to where that one sends it; every hop passes the address guard. */
export async function postForm(
  address: string,
  options: PostOptions,
): Promise<Result<{ readonly status: number }, Failure>> {
  let target = address;
  for (let hops = 0; hops <= options.maxRedirects; hops++) {
    const url = checkUrl(target, options.allowPrivateHosts);
    if (!url.ok) return url;
    const sent = await options.send(url.value);
    if (!sent.ok) return sent;
    const { status, location } = sent.value;
    if (status >= 200 && status < 300) return ok({ status });
    const next = KEEPING.has(status) && location !== null ? URL.parse(location, url.value) : null;
    if (next === null) return err(statusFailure(status, url.value, null));
    target = next.href;
  }
  const message = `${address} sends a form from address to address without end. Its hub is misconfigured; the feed is polled instead.`;
  return err({ code: 'http/redirects', message, retryable: false });
}
