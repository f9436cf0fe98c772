/** The address when it is http or https, else null: nothing else may become a link (`javascript:`, `data:`). */
export function webLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

const EDGE_WORDS = 5;

/** Characters that a text directive uses itself. Half of a surrogate pair, as a cut may leave it, has no encoding. */
function directivePart(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');
}

/**
 * The address of an article with a text directive, so that the browser opens the original at the cited words
 * (WICG, URL Fragment Text Directives). Browsers that know nothing of it open the page at its top.
 */
export function linkToWords(address: string | null, words: string): string | null {
  const link = webLink(address);
  const parts = words.trim().split(/\s+/);
  if (link === null || words.trim() === '') return link;
  const directive =
    parts.length <= EDGE_WORDS * 2
      ? directivePart(parts)
      : `${directivePart(parts.slice(0, EDGE_WORDS))},${directivePart(parts.slice(-EDGE_WORDS))}`;
  return `${link}${link.includes('#') ? '' : '#'}:~:text=${directive}`;
}
