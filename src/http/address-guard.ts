import ipaddr from 'ipaddr.js';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';

/** Ports that news sites use; the rest of a public host (mail, databases) is nothing for a news reader. */
const PUBLIC_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

/**
 * True for an address of the public internet. Loopback, private, link-local, carrier, benchmark, documentation and
 * multicast ranges, and every way of writing an IPv4 address inside an IPv6 one, are not. An IPv6 address has to lie
 * in 2000::/3, the only space assigned as global unicast (RFC 4291 §2.4, IANA registry).
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** True for an IP literal that is not public, and for localhost. Names are not resolved here. */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? !isPublicAddress(bare) : /^(?:.+\.)?localhost\.?$/i.test(bare);
}

export function blockedAddress(host: string): Failure {
  return {
    code: 'http/blocked-address',
    message: `${host} is not a public address, and only those are read. Allow private hosts if this press is your own.`,
    retryable: false,
  };
}

/** A URL that may be asked for as far as its text can tell; what its name resolves to is checked on connecting. */
export function checkUrl(url: string, allowPrivateHosts: boolean): Result<URL, Failure> {
  const parsed = URL.parse(url);
  if (parsed === null) return badUrl(url, 'is not an absolute URL; check it for typing errors');
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    return badUrl(url, 'is neither http nor https; only these are read');
  if (parsed.username !== '' || parsed.password !== '')
    return badUrl(
      `${parsed.protocol}//${parsed.host}`,
      'was given with a user name or password, which are never sent',
    );
  if (allowPrivateHosts) return ok(parsed);
  if (isPrivateHost(parsed.hostname)) return err(blockedAddress(parsed.hostname));
  if (!PUBLIC_PORTS.has(parsed.port))
    return badUrl(url, `asks for port ${parsed.port}; only 80, 443, 8080 and 8443 are read`);
  return ok(parsed);
}

function badUrl(url: string, problem: string): Result<never, Failure> {
  return err({ code: 'http/bad-url', message: `${url.slice(0, 200)} ${problem}.`, retryable: false });
}
