/** What the adapters of all formats share: turning fields as feeds write them into fields as FeedItem has them. */
import { decodeHTML, escapeUTF8 } from 'entities';
import type { FeedItem, ParsedFeed } from '../../core/feed-item.ts';
import { parseFeedDate } from '../feed-date.ts';
import { absoluteLinks } from '../html-links.ts';

/** An entry before it is known whether it can be kept: it may lack an address. */
export interface DraftItem extends Omit<FeedItem, 'url' | 'guid'> {
  readonly url: string | null;
  readonly guid: string | null;
}

export interface DraftFeed extends Omit<ParsedFeed, 'items' | 'warnings'> {
  readonly items: readonly DraftItem[];
}

/** The address made absolute, when it is an http one; null otherwise. */
export function httpUrl(value: string | null | undefined, base: string): string | null {
  const text = value?.trim() ?? '';
  const url = text === '' ? null : URL.parse(text, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The base for relative links: each `xml:base` (outermost first) resolved against the one around it (XML Base §4). */
export function baseOf(url: string, ...bases: readonly (string | null | undefined)[]): string {
  return bases.reduce<string>((outer, base) => httpUrl(base, outer) ?? outer, url);
}

/** Comments, and elements whose content is not read; one left open goes on to the end (HTML Standard §13.2.5). */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style)(?=[\s>/])[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<(?:\/?[a-zA-Z]|![a-zA-Z])[^<>]*>/g;
const INLINE_TAG = /<\/?(?:a|abbr|b|cite|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi;

/** Plain text of an HTML fragment: tags and scripts gone, entities decoded once, white space collapsed. */
export function textOfHtml(html: string): string {
  // Inline tags join what stands around them, all others part it.
  return collapse(decodeHTML(html.replace(UNSEEN, '').replace(INLINE_TAG, '').replace(TAG, ' ')));
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Plain text as HTML: escaped, with a paragraph per blank line and a break per line. */
export function htmlOfText(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeUTF8(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Time of the first date that can be read, milliseconds; null when none can. */
export function firstDate(...dates: readonly (string | null | undefined)[]): number | null {
  for (const date of dates) {
    const time = parseFeedDate(date);
    if (time !== null) return time;
  }
  return null;
}

/**
 * ISO 639-1 code of the first language tag ("en-GB" → "en"); tags of other lengths are passed over. "und" says that the
 * language is not known, whatever stands further out: null.
 */
export function languageOf(...tags: readonly (string | null | undefined)[]): string | null {
  for (const tag of tags) {
    const primary = (tag ?? '').trim().toLowerCase().split(/[-_]/)[0] ?? '';
    if (primary === 'und') return null;
    if (/^[a-z]{2}$/.test(primary)) return primary;
  }
  return null;
}

/** HTML of a feed that can stand alone: null when there is none, its links made absolute otherwise. */
export function htmlFrom(html: string | null | undefined, base: string): string | null {
  const some = blankToNull(html);
  return some === null ? null : absoluteLinks(some, base);
}

/**
 * The name in "Jane Roe (jane@paper.example)", "jane@paper.example (Jane Roe)" or "Jane Roe <jane@paper.example>"; null
 * when there is no more than an address.
 */
export function nameOfPerson(text: string | null | undefined): string | null {
  const value = collapse(text ?? '');
  if (value.length > 500 || !value.includes('@')) return blankToNull(value);
  const bracketed = /^[^\s()]+@[^\s()]+ \((.+)\)$/.exec(value)?.[1];
  const name =
    bracketed ?? value.replace(/(?:mailto:)?[^\s()<>]+@[^\s()<>]+/g, '').replace(/\(\s*\)|<\s*>/g, '');
  return blankToNull(collapse(name));
}

/** Non-empty texts without repetition, in order. */
export function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.map((text) => textOfHtml(text ?? '')).filter((text) => text !== ''))];
}

export function blankToNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text;
}
