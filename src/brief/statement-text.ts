import type { DateReference } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';

const DATELINE =
  /^(?:(?:[A-Z][\p{Lu}.'’-]+(?:[ ,/]+[A-Z][\p{L}.'’-]*){0,5}(?:,? \d{1,2})?\s*)?\([^()]{2,40}\)\s*(?:[-–—]+|:)?\s*)(?=["“‘'\p{Lu}\p{N}])/u;
/** A place in capitals with its region, agency or both, and a dash: a dateline wherever it stands. */
const CAPITAL_DATELINE =
  /^\p{Lu}[\p{Lu}.'’-]{2,}(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,5}(?:,? \d{1,2})?\s*(?:\([^()]{1,40}\)\s*)?[-–—]{1,2}\s+(?=["“‘'\p{Lu}\p{N}])/u;
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

/** A weekday further ahead of publication than this is not set in brackets: it is mostly one just past. */
const AHEAD_MS = 36 * 60 * 60 * 1000;

/** What the first lines of a text may open with: a place, an agency, or both ("BERLIN (North Press) – "). */
export function datelineLength(text: string): number {
  const found = DATELINE.exec(text) ?? AGENCY_DATELINE.exec(text) ?? BARE_PLACE.exec(text);
  return found?.[0].length ?? capitalDatelineLength(text);
}

/** The length of a dateline that shows itself as one without standing first, as after a caption or a summary. */
function capitalDatelineLength(text: string): number {
  return CAPITAL_DATELINE.exec(text)?.[0].length ?? 0;
}

/** The part of a sentence that is shown: trimmed, without dateline, leading connective and trailing source tag. */
export function shownSpan(text: string, span: Span, opensArticle: boolean): Span {
  const raw = text.slice(span.start, span.end);
  const lead = raw.length - raw.trimStart().length;
  let start = span.start + lead;
  let end = span.end - (raw.length - raw.trimEnd().length);
  const shown = text.slice(start, end);
  start += opensArticle ? datelineLength(shown) : capitalDatelineLength(shown);
  start += CONNECTIVE.exec(text.slice(start, end))?.[0].length ?? 0;
  const tag = SOURCE_TAG.exec(text.slice(start, end));
  if (tag !== null && start + tag.index > start) end = start + tag.index;
  return start < end ? { start, end } : { start: span.start + lead, end };
}

function dayName(at: number): string {
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
}

/** Sets the calendar day in brackets after days that are named only by the time of writing ("on Sunday"). */
function withDays(text: string, span: Span, dates: readonly DateReference[], publishedAt: number): string {
  const relative = dates
    .filter((date) => date.precision === 'day' || date.precision === 'minute')
    .filter((date) => date.start >= span.start && date.end <= span.end && Number.isFinite(date.at))
    .filter((date) => RELATIVE_DAY.test(text.slice(date.start, date.end).trim()))
    .filter((date) => date.at <= publishedAt + AHEAD_MS)
    .filter((date) => !/^\s*[,(]?\s*(?:\w+\.? \d|\d)/.test(text.slice(date.end, date.end + 12)))
    .sort((a, b) => a.start - b.start);
  const first = relative[0];
  if (first === undefined) return text.slice(span.start, span.end);
  return `${text.slice(span.start, first.end)} [${dayName(first.at)}]${text.slice(first.end, span.end)}`;
}

/** Adds the quotation mark that was left behind in the sentence before or after. */
function balanceQuotes(text: string): string {
  const opened = text.split('“').length - 1;
  const closed = text.split('”').length - 1;
  if (opened > closed) return `${text}”`;
  if (closed > opened) return `“${text}`;
  if ((text.split('"').length - 1) % 2 === 0) return text;
  return text.startsWith('"') || /\s"\S[^"]*$/.test(text) ? `${text}"` : `"${text}`;
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
 * `insideQuote` says that all of the span is somebody's words whose marks stand outside of it.
 */
export function statementText(
  text: string,
  span: Span,
  dates: readonly DateReference[],
  publishedAt: number,
  insideQuote: boolean,
): string {
  const words = withDays(text, span, dates, publishedAt).replace(/\s+/g, ' ').trim();
  const marked = insideQuote && !/["“”]/.test(words) ? `“${words}”` : balanceQuotes(words);
  return capitalised(marked);
}
