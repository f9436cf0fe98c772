/** Parameters that only say how a reader came to the page. Prefixes end with `*`. */
const TRACKING =
  `utm_* mtm_* pk_* hsa_* at_* ns_* wt_* _ga _gl ga_* mc_cid mc_eid fbclid gclid gclsrc gbraid wbraid dclid
msclkid yclid twclid ttclid igshid igsh li_fat_id cmpid cmp campid campaign_id cid_rss ncid ocid icid iid s_cid smid smtyp
sref xtor mkt_tok spm vero_id oly_enc_id oly_anon_id guccounter guce_referrer guce_referrer_sig ftag ito tse_id wkda_rss
__twitter_impression _hsenc _hsmi traffic_source fb_action_ids fb_ref`.split(/\s+/);
const TRACKING_NAMES: ReadonlySet<string> = new Set(TRACKING.filter((name) => !name.endsWith('*')));
const TRACKING_PREFIXES = TRACKING.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Parameters that may be part of an address, but track when they name a feed or a network as where the reader is from. */
const ORIGIN_NAMES: ReadonlySet<string> = new Set([
  'ref',
  'source',
  'src',
  'from',
  'via',
  'rss',
  'feed',
  'partner',
  'referrer',
]);
const ORIGIN_VALUE =
  /^(?:|1|true|yes|y|.*(?:rss|atom|feed|twitter|facebook|linkedin|newsletter|syndication|social).*)$/i;

/**
 * One spelling for every way to write the address of a page: absolute, host in lower case without a final dot, no
 * default port, credentials, fragment or tracking parameters, the other parameters in order of their names. Their own
 * spelling stays as it is, because some servers tell `+` from `%20`. Null when it is not an http address. Idempotent.
 *
 * @example canonicalUrl('HTTP://News.Example:80/a?utm_source=rss&b=2&a=1#top') // 'http://news.example/a?a=1&b=2'
 */
export function canonicalUrl(url: string, base?: string): string | null {
  const parsed = URL.parse(url.trim(), base);
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  parsed.hostname = parsed.hostname.replace(/\.+$/, '');
  const kept = parsed.search
    .slice(1)
    .split('&')
    .map((pair) => ({ pair, ...readPair(pair) }))
    .filter(({ pair, name, value }) => pair !== '' && !isTracking(name, value));
  // Sorting is stable: repeated parameters keep their order, which may mean something.
  kept.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const query = kept.map(({ pair }) => pair).join('&');
  // With its own question mark, or one that belongs to the first name would be taken for it.
  parsed.search = query === '' ? '' : `?${query}`;
  return parsed.href;
}

function readPair(pair: string): { name: string; value: string } {
  const [name, value] = new URLSearchParams(pair).entries().next().value ?? ['', ''];
  return { name, value };
}

function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (TRACKING_NAMES.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix))) return true;
  return ORIGIN_NAMES.has(lower) && ORIGIN_VALUE.test(value);
}
