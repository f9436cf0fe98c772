import type { DateReference } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { headingRunIn } from './run-together.ts';

const DATELINE =
  /^(?:(?:[A-Z][\p{Lu}.'’-]+(?:(?:[ ,/]+|,? and )[A-Z][\p{L}.'’-]*){0,5}(?:,? \d{1,2})?\s*)?\([^()]{2,40}\)\s*(?:[-–—]+|:)?\s*)(?=["“‘'\p{Lu}\p{N}])/u;
/** A place in capitals with its region, agency or both, and a dash: a dateline wherever it stands. */
const CAPITAL_DATELINE =
  /^\p{Lu}[\p{Lu}.'’-]{2,}(?:(?:[ ,/]+|,? and )\p{Lu}[\p{L}.'’-]*){0,5}(?:,? \d{1,2})?\s*(?:\([^()]{1,40}\)\s*)?[-–—]{1,2}\s+(?=["“‘'\p{Lu}\p{N}])/u;
/** "Washington (CNN) House Speaker …": a mixed-case place before an agency, with no dash after it. */
const AGENCY_DATELINE =
  /^(?:\p{Lu}[\p{L}.'’-]+[ ,/]+){1,5}\((?:CNN|AP|AFP|Reuters|UPI|dpa|DPA|Xinhua|Bloomberg|PA)\)\s*(?:[-–—]+|:)?\s*(?=["“‘'\p{Lu}\p{N}])/u;
const BARE_PLACE = /^(?:\p{Lu}[\p{L}.'’]+,? ){1,4}(?:--|—|–)\s+(?=["“‘'\p{Lu}])/u;
const CONNECTIVE =
  /^(?:(?:But|And|Yet|So|Still|Also|However|Meanwhile|Moreover|Nevertheless|Nonetheless|Furthermore|Additionally|In addition|Indeed|Of course|To be sure|That said|Plus),\s+|(?:But|And|Yet)\s+(?!for\b|to\b|then\b|more\b|now\b|so\b|yet\b))(?=\S)/;
const SOURCE_TAG = /\s*(?:\((?:Reuters|AP|AFP|[A-Z][\w ]{1,20} reports?)\)|\[(?:Reuters|AP|AFP)\])$/;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const RELATIVE_DAY =
  /^(?:(?:on |last |this |next |early |late )*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|yesterday|today|tomorrow)$/i;

/** "The deadline is Sunday", "by Friday": the day lies ahead, whatever it was read as. */
const LIES_AHEAD = /\b(?:is|are|be|will|by|until|before|past|through|next|coming|['’]s)\s+(?:on\s+)?$/i;

/** A weekday further ahead of publication than this is not set in brackets: it is mostly one just past. */
const DAY_MS = 24 * 60 * 60 * 1000;
const AHEAD_MS = 36 * 60 * 60 * 1000;
/**
 * A weekday a week back is that of the day of publication ("on Friday", printed on a Friday). One six days back is just as often
 * that of the day after: reports are edited after their first hour, and a day begins earlier elsewhere. Both stay as they are written.
 */
const UNSURE_DAYS = 6;
const SAYS_LAST = /^last /i;

/** What the first lines of a text may open with: a place, an agency, or both ("BERLIN (North Press) – "). */
export function datelineLength(text: string): number {
  const found = DATELINE.exec(text) ?? AGENCY_DATELINE.exec(text) ?? BARE_PLACE.exec(text);
  return found?.[0].length ?? capitalDatelineLength(text);
}

/** The length of a dateline that shows itself as one without standing first, as after a caption or a summary. */
function capitalDatelineLength(text: string): number {
  return CAPITAL_DATELINE.exec(text)?.[0].length ?? 0;
}

/** With fewer words a title may well stand in a sentence as a phrase. */
const MIN_TITLE_WORDS = 4;

/**
 * How much of an opening is the page's own heading, run into the first sentence by whoever read the page: all up to the
 * end of the title, when a sentence follows.
 */
function headingLength(text: string, title: string): number {
  const heading = title.trim();
  if (heading.split(/\s+/).length < MIN_TITLE_WORDS) return 0;
  const found = text.indexOf(heading);
  if (found < 0 || found > heading.length) return 0;
  const end = found + heading.length;
  const blank = /^[\s|:–—-]+(?=["“‘'\p{Lu}\p{N}])/u.exec(text.slice(end));
  return blank === null ? 0 : end + blank[0].length;
}

/** How much of a stored sentence's start is a heading that was run into it: that of its page, or another one. */
export function runInLength(text: string, title: string): number {
  const heading = headingLength(text, title);
  return heading + headingRunIn(text.slice(heading));
}

/**
 * The part of a sentence that is shown: trimmed, without the heading of its page, dateline, leading connective and
 * trailing source tag. `title` is that of its article.
 */
export function shownSpan(text: string, span: Span, opensArticle: boolean, title = ''): Span {
  const raw = text.slice(span.start, span.end);
  const lead = raw.length - raw.trimStart().length;
  let start = span.start + lead;
  let end = span.end - (raw.length - raw.trimEnd().length);
  start += runInLength(text.slice(start, end), title);
  const shown = text.slice(start, end);
  start += opensArticle ? datelineLength(shown) : capitalDatelineLength(shown);
  start += CONNECTIVE.exec(text.slice(start, end))?.[0].length ?? 0;
  const tag = SOURCE_TAG.exec(text.slice(start, end));
  if (tag !== null && start + tag.index > start) end = start + tag.index;
  return start < end ? { start, end } : { start: span.start + lead, end };
}

/** Whole days of UTC from one time to another. */
function daysBetween(from: number, to: number): number {
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}

function dayName(at: number): string {
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
}

/** Something set in brackets into a statement: where in the article's text, and what with its blank. */
export interface Addition {
  readonly at: number;
  readonly text: string;
}

/** The calendar day after the first day that is named only by the time of writing: "on Sunday [14 December]". */
function dayAdded(
  text: string,
  span: Span,
  dates: readonly DateReference[],
  publishedAt: number,
): readonly Addition[] {
  const relative = dates
    .filter((date) => date.precision === 'day' || date.precision === 'minute')
    .filter((date) => date.start >= span.start && date.end <= span.end && Number.isFinite(date.at))
    .filter((date) => RELATIVE_DAY.test(text.slice(date.start, date.end).trim()))
    .filter((date) => date.at <= publishedAt + AHEAD_MS)
    .filter(
      (date) =>
        daysBetween(date.at, publishedAt) < UNSURE_DAYS ||
        daysBetween(date.at, publishedAt) > UNSURE_DAYS + 1 ||
        SAYS_LAST.test(text.slice(date.start, date.end)),
    )
    // Set in brackets by the article itself.
    .filter((date) => text.charAt(date.start - 1) !== '[')
    .filter((date) => date.at >= publishedAt - DAY_MS || !LIES_AHEAD.test(text.slice(span.start, date.start)))
    .filter((date) => !/^\s*[,(]?\s*(?:\w+\.? \d|\d)/.test(text.slice(date.end, date.end + 12)))
    // "Sunday Morning Futures" is the name of something.
    .filter((date) => !/^\s\p{Lu}\p{Ll}/u.test(text.slice(date.end, date.end + 3)))
    .sort((a, b) => a.start - b.start);
  const first = relative[0];
  if (first === undefined) return [];
  const possessive = /^['’]s\b/.test(text.slice(first.end, Math.min(span.end, first.end + 3))) ? 2 : 0;
  return [{ at: first.end + possessive, text: ` [${dayName(first.at)}]` }];
}

/** The words of a span with additions in their places; those that lie elsewhere are left out. */
function withAdditions(text: string, span: Span, additions: readonly Addition[]): string {
  let shown = '';
  let position = span.start;
  for (const { at, text: added } of [...additions].sort((a, b) => a.at - b.at)) {
    if (at < position || at > span.end) continue;
    shown += text.slice(position, at) + added;
    position = at;
  }
  return shown + text.slice(position, span.end);
}

/**
 * Quotation marks of a text that stay open, and those that close nothing in it. A mark opens by where it stands, not by
 * its shape: some papers open with one kind and close with the other.
 */
function unpairedMarks(text: string): { readonly open: number; readonly closing: number } {
  let open = 0;
  let closing = 0;
  for (const { index } of text.matchAll(/["“”]/g)) {
    const before = index === 0 ? ' ' : text.charAt(index - 1);
    const opens = /[\s([—–-]/u.test(before) && (/[^\s.,;:!?)”"]/u.test(text.charAt(index + 1)) || open === 0);
    if (opens) open++;
    else if (open > 0) open--;
    else closing++;
  }
  return { open, closing };
}

/** A quotation that a paper opens with a single mark and closes with a double one. */
const MIXED_MARKS = /(?:^|\s)[‘'](?=\S)[^“”"‘]*[”"]/;
/** A closing mark with none before it; one in front of a letter is a slip of the paper's own. */
const FIRST_CLOSES = /^[^"“”]*”(?![\p{L}\p{N}])/u;

/** Adds the mark that was left behind in the sentence before, where one is open in `before` at all, or after. */
function balanceQuotes(text: string, before: string): string {
  const { open, closing } = unpairedMarks(text);
  const [first, last] = /[“”]/.test(text) || !text.includes('"') ? ['“', '”'] : ['"', '"'];
  const isOpened =
    closing > 0 &&
    !MIXED_MARKS.test(text) &&
    (FIRST_CLOSES.test(text) || unpairedMarks(before.slice(before.lastIndexOf('\n') + 1)).open > 0);
  return `${isOpened ? first : ''}${text}${open > 0 ? last : ''}`;
}

function capitalised(text: string): string {
  return text.replace(
    /^(["“‘']*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}

/**
 * The text of a statement: the words of the span, with blanks joined, days bracketed ("on Sunday [14 December]"),
 * quotation marks completed, and a capital at the start where a connective before it was left out.
 * `names` completes short names ("[Dora] Lindqvist"). `insideQuote` says that all of the span is somebody's words whose marks stand outside of it.
 */
export function statementText(
  text: string,
  span: Span,
  dates: readonly DateReference[],
  publishedAt: number,
  insideQuote: boolean,
  names: readonly Addition[] = [],
): string {
  const additions = [...dayAdded(text, span, dates, publishedAt), ...names];
  const words = withAdditions(text, span, additions).replace(/\s+/g, ' ').trim();
  const marked =
    insideQuote && !/["“”]/.test(words) ? `“${words}”` : balanceQuotes(words, text.slice(0, span.start));
  return capitalised(marked);
}
