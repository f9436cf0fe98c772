/**
 * Milliseconds for which a server says its answer stays as it is: `max-age` of Cache-Control, else the time from `Date`
 * to `Expires` (RFC 9111 §4.2.1). 0 where it may not be kept at all (`no-cache`, `no-store`); null when it says nothing.
 */
export function freshForMs(headers: {
  readonly cacheControl: string | null;
  readonly expires: string | null;
  readonly date: string | null;
}): number | null {
  const control = headers.cacheControl ?? '';
  if (/(?:^|[\s,])no-(?:cache|store)(?=$|[\s,])/i.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1_000;
  const expires = Date.parse(headers.expires ?? '');
  const date = Date.parse(headers.date ?? '');
  // An Expires that is no date ("0") means "already stale" (RFC 9111 §5.3); without a Date there is nothing to count from.
  if (headers.expires === null || Number.isNaN(date)) return null;
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - date);
}
