import { parse } from 'tldts';

/**
 * Identity of the outlet that a feed belongs to: the registrable domain of its home page, or of the feed where no home
 * page is known (`feeds.bbci.co.uk` → `bbci.co.uk`; sites on shared platforms keep their own name: `x.github.io`).
 * Addresses and names outside the public suffix list (loopback, an intranet) are the host, with its port where one is given. Expects absolute URLs;
 * one that cannot be read is skipped.
 */
export function outletIdOf(homeUrl: string | null, feedUrl: string): string {
  const url = readHttpUrl(homeUrl) ?? readHttpUrl(feedUrl);
  if (url === null) return feedUrl;
  const { domain, isIp, publicSuffix, isIcann, isPrivate } = parse(url.hostname, {
    allowPrivateDomains: true,
  });
  const isListed = isIcann === true || isPrivate === true;
  if (domain !== null && isIp !== true && publicSuffix !== null && isListed)
    return domain.replace(/^www\./, '');
  return url.port === '' ? url.hostname.replace(/^www\./, '') : url.host;
}

function readHttpUrl(text: string | null): URL | null {
  const url = text === null ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}
