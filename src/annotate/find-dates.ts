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

/** "As of Monday, 17 people had died": the number is no day of the month without a month beside it. */
const WEEKDAY_AND_COUNT =
  /^((?:(?:on|by|since|last|early|late) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day),? \d{1,2}$/i;

function parsedDates(text: string, publishedAt: number, parser: DateParser): LocalDate[] {
  const reference = { instant: new Date(publishedAt), timezone: 'UTC' };
  const results = parser.parse(text, reference).flatMap((result) => {
    const weekday = WEEKDAY_AND_COUNT.exec(result.text)?.[1];
    if (weekday === undefined) return [result];
    return parser
      .parse(weekday, reference)
      .map((alone) => ({ index: alone.index + result.index, text: alone.text, start: alone.start }));
  });
  const dates: LocalDate[] = [];
  for (const result of results) {
    if (!isDateText(text, result.index, result.text)) continue;
    const precision = precisionOf(result.start, result.text);
    if (precision === null) continue;
    const at = startOf(settle(result.start, result.text, text, result.index, publishedAt), precision);
    if (!Number.isFinite(at)) continue;
    const preposition = /^(?:on|in|at|by|since)\s+/i.exec(result.text)?.[0].length ?? 0;
    const length = result.text.replace(/[\s,]+$/, '').length;
    dates.push({ start: result.index + preposition, end: result.index + length, at, precision });
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

/** A verb in the past right before the time: it lies behind, even by a day. */
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
  const tense = tenseAround(sentence.slice(0, index), sentence.slice(index + found.length));
  const today = startOf(publishedAt, 'day');
  const week = /^(last|this|next)\s+week$/i.exec(found.trim())?.[1]?.toLowerCase();
  if (week !== undefined) {
    const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
    return today + (7 * ['last', 'this', 'next'].indexOf(week) - 7 - sinceMonday) * DAY;
  }
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    const timeOfDay = at - startOf(at, 'day');
    const ahead = ((start.get('weekday') ?? 0) - new Date(today).getUTCDay() + 7) % 7;
    return today + weekdayShift(ahead, found, tense === 'ahead') * DAY + timeOfDay;
  }
  if (!start.isCertain('month') || start.isCertain('year')) return at;
  const year = new Date(publishedAt).getUTCFullYear();
  const thisYear = withYear(at, year);
  if (tense === 'ahead') return thisYear + 31 * DAY < publishedAt ? withYear(at, year + 1) : thisYear;
  return thisYear > publishedAt + (PAST_BEFORE.test(sentence.slice(0, index)) ? 1 : 45) * DAY
    ? withYear(at, year - 1)
    : thisYear;
}

/** What puts a time behind it in the future; "would" does, as in "said the bridge would open on Tuesday". */
const AHEAD =
  /\b(?:will|shall|won['’]t|(?:would|could|may|might|must|should)(?! not| have)|to be \p{L}+(?:ed|en|ld|lt|ut|d)|(?:is|are|was|were|be|been) (?:due|slated|planned|scheduled)|(?:is|are|was|were) to|expected (?:to|on|in|by|back)|expects?|scheduled (?:to|for)|plans?|planned (?:to|for)|planning|set (?:to|for)|vowed to|promised to|upcoming|ahead of|(?:is|are) \p{L}+ing|(?:starts?|begins?|resumes?|opens?|expires?|takes effect)(?=(?: (?:on|late|early|in))* $))\b|, due|['’]ll\b/giu;
/** What puts a time before it in the future. */
const WILL =
  /\b(?:will|shall|won['’]t|(?:is|are) (?:due|expected|scheduled|set|slated|planned|to)|plans? to|expects? to)\b|['’]ll\b/iu;
/** Verbs that are past and no participles, wherever they stand. */
const FINITE =
  /\b(?:said|told|was|were|did|went|came|took|rose|fell|sank|broke|fled|spoke|wrote|gave|saw|began|knew|threw|flew|drew|grew|became)\b/giu;

/** Verbs in the past, but for participles behind "be" and those of plans. */
const BEHIND =
  /(?<!\b(?:be|been|to|is|are|not) )\b(?:(?!expected|scheduled|planned|slated)\p{L}{2,}ed|said|told|was|were|met|held|had|did|went|came|took|made|won|lost|left|led|began|fell|rose|sank|broke|struck|hit|shot|fled|spoke|wrote|gave|found|saw|sent|quit|cut|put|set off|got|ran|paid|sold|bought|built|brought|caught|fought|sought|taught|thought|felt|kept|became|grew|knew|threw|flew|drew|stood|shut|burst)\b/giu;

/**
 * On which side of publication a sentence puts a time it leaves open: the verb right before it decides, or, where the
 * time stands first, the one behind it. `open` when neither says; news then means what has been.
 */
function tenseAround(before: string, after: string): 'ahead' | 'behind' | 'open' {
  if (/\b(?:ahead of|upcoming|coming)\s+(?:the |this )?$/i.test(before)) return 'ahead';
  if (/\bsince\s+$/i.test(before)) return 'behind';
  const near = before.slice(-NEAR);
  const ahead = lastEnd(near, AHEAD);
  const behind = Math.max(
    lastEnd(near, FINITE),
    lastEnd(ahead === -1 ? near : sinceClause(near, ahead), BEHIND),
  );
  if (ahead !== behind) return ahead > behind ? 'ahead' : 'behind';
  const will = after.search(WILL);
  const did = after.search(BEHIND);
  if (will === did) return 'open';
  return did === -1 || (will !== -1 && will < did) ? 'ahead' : 'behind';
}

/** Characters before a time within which its verb is looked for. */
const NEAR = 200;
const CLAUSE = /[,;:—–]|\b(?:who|which|that|when|where|after|as|but|and|while|said|told)\b/iu;

/** Blanks out what stands between a verb of the future and the next clause: participles in it are no verbs. */
function sinceClause(text: string, ahead: number): string {
  const clause = text.slice(ahead).search(CLAUSE);
  const next = clause === -1 ? text.length : ahead + clause;
  return text.slice(0, ahead) + ' '.repeat(next - ahead) + text.slice(next);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
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
