/** `1 article`, `4 articles`, `4,201 articles`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;
}

/** A sentence's first letter made a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `a`, `a and b`, `a, b and c`; with `limit`, `a, b and 3 more`. */
export function listed(names: readonly string[], limit = names.length): string {
  const shown = names.slice(0, limit);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Cuts at a word boundary and adds an ellipsis. @param limit UTF-16 code units */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Words of a text, for limits on how much of an article is shown. */
export function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Reading time at 230 words a minute (Brysbaert 2019, silent reading of English non-fiction: 238). */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230));
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** English name of an ISO 3166-1 code; the text itself when it is no code. */
export function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code;
}

/** A language by its own name: `Deutsch`; the code itself when it is none. */
export function ownLanguageName(code: string): string {
  if (!/^[A-Za-z]{2,3}$/.test(code)) return code;
  const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** English name of an ISO 639-1 code; the text itself when it is no code. */
export function languageName(code: string): string {
  return /^[A-Za-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
}
