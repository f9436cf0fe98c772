import { comparable, plainText } from './plain-text.ts';

/** Longer titles are cut before they are read. */
const MAX_LENGTH = 500;

const SEPARATOR = /\s+(?:[|–—·•»›:]+|-{1,2})\s+|\s*\|\s*/;

/** Words that name the site: its declared name and the host's own label ("bbc" of www.bbc.co.uk). */
function isSiteName(part: string, siteName: string | null, host: string): boolean {
  const key = comparable(part);
  if (key.length < 2) return false;
  if (siteName !== null) {
    const name = comparable(siteName);
    if (
      key === name ||
      (name.length > 3 && key.length > 3 && (key.startsWith(name) || name.startsWith(key)))
    ) {
      return true;
    }
  }
  return (
    comparable(host.replace(/^www\./, '')) === key ||
    host.split('.').some((label) => comparable(label) === key && label.length > 3)
  );
}

/** A title without the site's name before or behind it, as `<title>` and og:title often have it. */
export function withoutSiteName(title: string, siteName: string | null, host: string): string {
  const trimmed = plainText(title.slice(0, MAX_LENGTH)).trim();
  const parts = trimmed.split(SEPARATOR);
  if (parts.length < 2) return trimmed;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (isSiteName(last, siteName, host)) {
    return withoutSiteName(
      trimmed.slice(0, trimmed.length - last.length).replace(/[\s|–—·•»›:-]+$/, ''),
      siteName,
      host,
    );
  }
  if (isSiteName(first, siteName, host)) {
    return trimmed.slice(first.length).replace(/^[\s|–—·•»›:-]+/, '');
  }
  return trimmed;
}

/**
 * A `<title>` without what looks like the name of the site: a short last part behind a bar or dash, when enough is left
 * to be a headline.
 */
export function headlineOf(documentTitle: string, siteName: string | null, host: string): string {
  const named = withoutSiteName(documentTitle, siteName, host);
  const match = /^(.+?)\s+(?:[|–—·•»]|-{1,2})\s+([^|–—·•»]{1,40})$/.exec(named);
  if (match?.[1] === undefined || match[2] === undefined) return named;
  const words = (text: string): number => text.split(/\s+/).length;
  return words(match[1]) >= 4 && words(match[2]) <= 4 ? match[1] : named;
}
