import type { Context } from 'hono';
import type { Address } from './address.ts';

/**
 * Whether a form was sent from a page of this site, as far as the browser tells (Fetch Metadata, else the Origin of
 * RFC 6454). A client that tells neither is no browser: nobody can make it send what its user does not want.
 */
export function isFromThisSite(c: Context, address: Address): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  const host = URL.parse(origin)?.host;
  return host !== undefined && [new URL(address.absolute('/')).host, c.req.header('Host')].includes(host);
}
