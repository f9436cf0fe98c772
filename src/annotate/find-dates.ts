import type { DateReference } from '../core/annotation.ts';
import { spansOverlap } from '../core/span.ts';
import type { TextDocument } from './text-document.ts';

/** What a parsed expression says of one component; `chrono-node`'s results fit. */
interface DateComponents {
  isCertain(component: 'day' | 'month' | 'year' | 'weekday' | 'hour'): boolean;
  get(component: 'day' | 'month' | 'year' | 'weekday' | 'hour' | 'minute'): number | null;
  date(): Date;
}

export interface DateParser {
  parse(
    text: string,
    reference: { readonly instant: Date; readonly timezone: string },
  ): readonly { readonly index: number; readonly text: string; readonly start: DateComponents }[];
}

const DAY = 86_400_000;

/** Words that open a date expression; the parser, which is slow, sees only sentences that have one. */
const CUES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|march|mar\.|april|apr\.|may \d|\d may|in may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|yesterday|today|tomorrow|tonight|ago|(?:last|next|this|past) (?:week|month|year|night|spring|summer|autumn|fall|winter)|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|earlier this)\b/i,
};
const OTHER_CUE = /\p{L}/u;

/** "in 2008", "since 1991", "the 2015 deal": years that stand alone. */
const YEAR_ALONE =
  /\b(?:(?:in|since|until|till|by|from|of|during|before|after|early|late|mid|for|through|between|and|around|back in|to)[\s-]+(?:early |late |mid-?)?|the |\()((?:19|20)\d\d)\b(?![-–/.,]?\d|%|\s?(?:percent|per cent|people|troops|soldiers|men|women|jobs|deaths|cases|homes|dollars|euros|km|miles|tonnes|tons|million|billion|\p{Ll}+s\s(?:were|have|had|are)))/giu;

/**
 * Dates and times a text names, resolved in UTC against the time of publication (ms). Weekdays and days of a month
 * without a year lie before publication in a sentence about the past, after it in one about the future.
 */
export function findDates(
  document: TextDocument,
  publishedAt: number,
  parser: DateParser | null,
): DateReference[] {
  const dates: DateReference[] = [];
  for (const [sentence, span] of document.sentences.entries()) {
    const text = document.text.slice(span.start, span.end);
    const cue = CUES[document.language] ?? OTHER_CUE;
    const found = parser !== null && cue.test(text) ? parsedDates(text, publishedAt, parser) : [];
    for (const date of [...found, ...lonelyYears(text)]) {
      const place = { start: date.start + span.start, end: date.end + span.start };
      if (dates.some((known) => spansOverlap(known, place))) continue;
      dates.push({ ...place, at: date.at, precision: date.precision, sentence });
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

type LocalDate = Omit<DateReference, 'sentence'>;

function lonelyYears(text: string): LocalDate[] {
  return [...text.matchAll(YEAR_ALONE)].map((match) => {
    const year = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - year.length, end, at: Date.UTC(Number(year), 0, 1), precision: 'year' as const };
  });
}

function parsedDates(text: string, publishedAt: number, parser: DateParser): LocalDate[] {
  const results = parser.parse(text, { instant: new Date(publishedAt), timezone: 'UTC' });
  const dates: LocalDate[] = [];
  for (const result of results) {
    if (!isDateText(text, result.index, result.text)) continue;
    const precision = precisionOf(result.start, result.text);
    if (precision === null) continue;
    const at = startOf(settle(result.start, result.text, text, result.index, publishedAt), precision);
    if (!Number.isFinite(at)) continue;
    const preposition = /^(?:on|in|at|by|since)\s+/i.exec(result.text)?.[0].length ?? 0;
    dates.push({ start: result.index + preposition, end: result.index + result.text.length, at, precision });
  }
  return dates;
}

/** Refuses what the parser takes for a date and is a quantity or a word: "5 years", "may", "second", "now". */
function isDateText(text: string, index: number, found: string): boolean {
  if (/^[A-Z]+$/.test(found)) return false;
  const lower = found.toLowerCase().trim();
  if (
    /^(?:may|march|sun|sat|second|now|\d{1,2}|\d{4}|mar|at \d+|\d+ to \d+|this|a|day)$/.test(lower) &&
    !/^(?:March|May)$/.test(found)
  )
    return false;
  if (/^(?:March|May)$/.test(found))
    return /\b(?:in|last|next|since|until|this|of|by|early|late)\s$/i.test(text.slice(0, index));
  if (/^(?:\d+|an?|several|few)\s+(?:second|minute|hour|day|week|month|year)s?$/.test(lower)) return false;
  return !/^[-\d.,\s–:]+$/.test(lower) || /^\d{4}-\d\d-\d\d$/.test(lower);
}

function precisionOf(start: DateComponents, found: string): DateReference['precision'] | null {
  if (/\b(?:last|next|this|past)\s+year\b|\byears?\s+(?:ago|earlier)\b/i.test(found)) return 'year';
  if (/\b(?:last|next|this|past)\s+month\b|\bmonths?\s+(?:ago|earlier)\b/i.test(found)) return 'month';
  const hasDay = start.isCertain('day') || start.isCertain('weekday');
  if (start.isCertain('hour'))
    return hasDay || /\b(?:today|yesterday|tomorrow|ago)\b/i.test(found) ? 'minute' : null;
  if (hasDay) return 'day';
  if (start.isCertain('month')) return 'month';
  if (start.isCertain('year')) return 'year';
  return /\b(?:ago|week|night|tonight|weekend)\b/i.test(found) ? 'day' : null;
}

const FUTURE =
  /\b(?:will|shall|would|is to|are to|due|expected|scheduled|plans? to|set to|upcoming|going to)\b|['’]ll\b/i;

/** A verb in the past right before the day: it happened then, whatever the rest of the sentence says of the future. */
const PAST_BEFORE =
  /(?<!\bbe )\b(?:said|told \w+|\p{L}{2,}ed|was|were|met|held)(?: \p{L}+)?(?: (?:on|late|early))? ?$/iu;

/** Moves a time that the writing leaves open (weekday, day without year) to the side of publication the tense means. */
function settle(
  start: DateComponents,
  found: string,
  sentence: string,
  index: number,
  publishedAt: number,
): number {
  const at = start.date().getTime();
  const said = PAST_BEFORE.test(sentence.slice(0, index));
  const near = sentence.slice(Math.max(0, index - 60), index + found.length + 25);
  const future = !said && FUTURE.test(near);
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    const today = startOf(publishedAt, 'day');
    const timeOfDay = at - startOf(at, 'day');
    const ahead = ((start.get('weekday') ?? 0) - new Date(today).getUTCDay() + 7) % 7;
    return today + weekdayShift(ahead, found, future) * DAY + timeOfDay;
  }
  if (!start.isCertain('month') || start.isCertain('year')) return at;
  const year = new Date(publishedAt).getUTCFullYear();
  const thisYear = withYear(at, year);
  if (future) return thisYear + 31 * DAY < publishedAt ? withYear(at, year + 1) : thisYear;
  return thisYear > publishedAt + (said ? 1 : 45) * DAY ? withYear(at, year - 1) : thisYear;
}

/** Days from today to the weekday meant, which comes round in `ahead` (0 to 6) days. */
function weekdayShift(ahead: number, found: string, future: boolean): number {
  if (/\bnext\b/i.test(found)) return ahead === 0 ? 7 : ahead;
  if (/\blast\b/i.test(found)) return ahead - 7;
  if (future || ahead === 0) return ahead;
  return ahead - 7;
}

function withYear(at: number, year: number): number {
  const date = new Date(at);
  return Date.UTC(year, date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes());
}

function startOf(at: number, precision: DateReference['precision']): number {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (precision === 'year') return Date.UTC(year, 0, 1);
  if (precision === 'month') return Date.UTC(year, month, 1);
  if (precision === 'day') return Date.UTC(year, month, day);
  return Math.floor(at / 60_000) * 60_000;
}
