const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi;

/**
 * HTML with its relative addresses made absolute: in a feed they are relative to the feed's own base (RFC 4287 §2), which
 * nobody knows any more once the text has left it. Places within the page (`#note`) and addresses that cannot be resolved
 * stay as they are.
 */
export function absoluteLinks(html: string, base: string): string {
  return html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (whole, before: string, double?: string, single?: string, bare?: string) => {
      const address = (double ?? single ?? bare ?? '').trim();
      if (address === '' || address.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(address)) return whole;
      const absolute = URL.parse(address, base)?.href;
      return absolute === undefined ? whole : `${before}"${absolute.replaceAll('"', '&quot;')}"`;
    }),
  );
}
