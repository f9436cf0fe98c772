import { getDomain } from 'tldts';

/** Query parameters that say how a reader came, not what is shown. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|mkt_tok|cmpid|cmp|icid|ncid|ito|xtor|partner|sr_share|s_cid|ref|ref_src|ref_url|referrer|soc_src|soc_trk|smid|smtyp|taid|src|ns_(?:campaign|mchannel|source|linkname|fee)|at_(?:medium|campaign|custom\d|format|link_id|link_type|link_origin|ptr_name|bbc_team|campaign_type)|guccounter|guce_.*|outputtype|wt_.*|oc|feedtype|feedname|rss|cid)$/i;

/** An absolute http(s) address, or null for anything else (`javascript:`, `data:`, broken ones). */
export function absoluteUrl(link: string | null | undefined, base: string): string | null {
  const trimmed = link?.trim();
  if (trimmed === undefined || trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** The address without fragment and tracking parameters; one that cannot be read comes back as it is. */
export function withoutTracking(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Registrable domain (Public Suffix List), or host with port where there is none, as for an IP address. */
export function siteOf(address: string): string {
  return getDomain(address, { allowPrivateDomains: true }) ?? new URL(address).host;
}

/**
 * The address an article is kept under: the one it declares for itself, if that lies on the same site and is no front
 * page (a frequent mistake of templates); its own otherwise. Without fragment and tracking parameters.
 */
export function canonicalUrl(pageUrl: string, declared: readonly (string | null)[]): string {
  if (!URL.canParse(pageUrl)) return pageUrl;
  const isFrontPage = (address: string): boolean => {
    const { pathname, search } = new URL(address);
    return pathname === '/' && search === '';
  };
  for (const link of declared) {
    const address = absoluteUrl(link, pageUrl);
    if (address === null || siteOf(address) !== siteOf(pageUrl)) continue;
    if (isFrontPage(address) && !isFrontPage(pageUrl)) continue;
    return withoutTracking(address);
  }
  return withoutTracking(pageUrl);
}
