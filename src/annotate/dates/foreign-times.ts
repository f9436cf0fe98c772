import type { Granularity } from '../../core/annotation.ts';
import { spansOverlap } from '../../core/span.ts';
import { type NamedTime, shifted, startOf, type TimeContext } from './calendar.ts';
import { FOREIGN_WORDS, type ForeignWords } from './foreign-words.ts';
import { settleDay, settleMonth, settleWeekday } from './settle.ts';

type Component = 'day' | 'month' | 'year' | 'weekday' | 'hour';

/** What a parsed expression says of one component; `chrono-node`'s results fit. */
interface DateComponents {
  isCertain(component: Component): boolean;
  get(component: Component): number | null;
  date(): Date;
}

export interface DateParser {
  parse(
    text: string,
    reference: { readonly instant: Date; readonly timezone: string },
  ): readonly { readonly index: number; readonly text: string; readonly start: DateComponents }[];
}

type Groups = Readonly<Record<string, string | undefined>>;
interface Reading {
  readonly at: number;
  readonly precision: Granularity;
}

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, today: number, isAhead: boolean) => Reading | null;
}

interface Reader {
  /** Read before the parser, which takes "last week" and "two weeks ago" for days. */
  readonly early: readonly Rule[];
  /** Read after it: a month or year may be part of a day. */
  readonly late: readonly Rule[];
  readonly cue: RegExp;
  readonly ahead: RegExp;
  readonly lead: RegExp;
}

const YEAR = '(?<!\\d)(?:1[4-9]|20)\\d\\d(?![\\d.,]\\d|\\d|%)';

/** Writing without blanks has no word edges to look for. */
const edges = (language: string): readonly [string, string] =>
  language === 'zh' ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?!\\p{L})'];

function makeReader(language: string, words: ForeignWords): Reader {
  const [before] = edges(language);
  const months = words.months.join('|');
  return {
    early: earlyRules(words, edges(language)),
    late: lateRules(words, before),
    cue: new RegExp(`\\d\\d?[./]\\d|\\d{4}|${words.cue}|${language === 'zh' ? '月' : months}`, 'u'),
    ahead: new RegExp(words.ahead, 'u'),
    lead: new RegExp(`^(?:(?:${words.lead})${language === 'zh' ? '' : '\\s+'})+`, 'iu'),
  };
}

const READERS: ReadonlyMap<string, Reader> = new Map(
  [...FOREIGN_WORDS].map(([language, words]) => [language, makeReader(language, words)]),
);

function earlyRules(words: ForeignWords, [before, after]: readonly [string, string]): Rule[] {
  const count = `${words.numbers.join('|')}|\\d{1,2}`;
  const units = words.units.map(([unit]) => unit).join('|');
  const ago = words.ago
    .replace('(?<count>N)', `(?<count>${count})`)
    .replace('(?<unit>U)', `(?<unit>${units})`);
  return [
    {
      pattern: new RegExp(`${before}(?:${ago})${after}`, 'giu'),
      read: (groups, today) => agoReading(words, groups, today),
    },
    ...words.relative.map(
      ([source, unit, step]): Rule => ({
        pattern: new RegExp(`${before}(?:${source})${after}`, 'giu'),
        read: (_, today) => ({ at: shifted(today, unit, step), precision: unit }),
      }),
    ),
  ];
}

function agoReading(words: ForeignWords, { count = '', unit = '' }: Groups, today: number): Reading | null {
  const isWhole = (source: string, word: string): boolean => new RegExp(`^(?:${source})$`, 'iu').test(word);
  const place = words.numbers.findIndex((word) => isWhole(word, count));
  const precision = words.units.find(([word]) => isWhole(word, unit))?.[1];
  if (precision === undefined) return null;
  return { at: shifted(today, precision, -(place === -1 ? Number(count) : place + 1)), precision };
}

function lateRules(words: ForeignWords, before: string): Rule[] {
  // Two-digit numbers of months before their first digit.
  const sources = [...words.months].reverse().join('|');
  const pattern = (source: string): RegExp =>
    new RegExp(
      source
        .replaceAll('(?<month>M)', `${before}(?<month>${sources})`)
        .replaceAll('(?<year>Y)', `(?<year>${YEAR})`),
      'gu',
    );
  const matchers = words.months.map((month) => new RegExp(`^(?:${month})$`, 'u'));
  const monthOf = (name = ''): number => matchers.findIndex((matcher) => matcher.test(name));
  return [
    {
      pattern: pattern(words.decade),
      read: ({ decade, short }) => ({ at: Date.UTC(Number(decade ?? `19${short}`), 0), precision: 'decade' }),
    },
    {
      pattern: pattern(words.monthOfYear),
      read: ({ month, year }) => ({ at: Date.UTC(Number(year), monthOf(month)), precision: 'month' }),
    },
    {
      pattern: pattern(words.month),
      read: ({ month }, today, isAhead) => ({
        at: settleMonth(monthOf(month), today, isAhead ? 'ahead' : 'behind'),
        precision: 'month',
      }),
    },
    {
      pattern: pattern(words.year),
      read: ({ year }) => ({ at: Date.UTC(Number(year), 0), precision: 'year' }),
    },
  ];
}

/**
 * Times that a sentence of another language names, in order; offsets are into the sentence. Days come from the parser,
 * weeks, months, years, decades and "ago" from our own words, which also put weekdays before or after publication.
 */
export function foreignTimes(context: TimeContext, language: string, parser: DateParser | null): NamedTime[] {
  const reader = READERS.get(language) ?? null;
  const { text, today } = context;
  if (reader !== null && !reader.cue.test(text)) return [];
  const times: NamedTime[] = [];
  const add = (time: NamedTime): void => {
    if (!times.some((known) => spansOverlap(known, time))) times.push(time);
  };
  for (const time of ruleTimes(reader?.early ?? [], context, reader)) add(time);
  if (parser !== null) for (const time of parsedDays(context, parser, reader)) add(time);
  for (const time of ruleTimes(reader?.late ?? [], context, reader)) add(time);
  return times.filter(({ at }) => at <= today + FAR && Number.isFinite(at)).sort((a, b) => a.start - b.start);
}

/** Nothing in the news lies further ahead: 150 years. */
const FAR = 150 * 365.25 * 86_400_000;

function ruleTimes(rules: readonly Rule[], context: TimeContext, reader: Reader | null): NamedTime[] {
  return rules.flatMap(({ pattern, read }) =>
    [...context.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const reading = read(match.groups ?? {}, context.today, isAhead(context.text, start, end, reader));
      return reading === null ? [] : [{ start, end, ...reading }];
    }),
  );
}

function parsedDays(context: TimeContext, parser: DateParser, reader: Reader | null): NamedTime[] {
  const { text, today, publishedAt } = context;
  const results = parser.parse(text, { instant: new Date(publishedAt), timezone: 'UTC' });
  return results.flatMap((result) => {
    const lead = reader?.lead.exec(result.text)?.[0].length ?? 0;
    const start = result.index + lead;
    const end = result.index + result.text.trimEnd().length;
    const at = dayMeant(result.start, today, isAhead(text, start, end, reader));
    const isNumber = /^[\d\s.,:–-]*$/.test(result.text) && !/\d[./-]\d+[./-]\d{2,4}/.test(result.text);
    return at === null || isNumber || end <= start ? [] : [{ start, end, at, precision: 'day' as const }];
  });
}

/** The day a parsed expression names, settled by the tense where the year or the week is left open. */
function dayMeant(found: DateComponents, today: number, ahead: boolean): number | null {
  const tense = ahead ? 'ahead' : 'behind';
  if (!found.isCertain('day')) {
    const weekday = found.isCertain('weekday') ? found.get('weekday') : null;
    return weekday === null ? null : settleWeekday(weekday, '', today, tense);
  }
  const [month, day] = [found.get('month'), found.get('day')];
  if (!found.isCertain('year') && month !== null && day !== null)
    return settleDay({ month: month - 1, day, weekday: null }, today, tense);
  return startOf(found.date().getTime(), 'day');
}

/** Characters on each side within which the verb of a time is looked for. */
const NEAR = 60;
const CLAUSE_END = /[,;:，；]|\s(?:und|et|y|e|і|та|и|و)\s/gu;

/** True when the clause that holds a time speaks of the future. */
function isAhead(text: string, start: number, end: number, reader: Reader | null): boolean {
  if (reader === null) return false;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const opened = [...before.matchAll(CLAUSE_END)].at(-1);
  const closed = after.search(CLAUSE_END);
  const own = opened === undefined ? before : before.slice(opened.index);
  return reader.ahead.test(`${own}${closed === -1 ? after : after.slice(0, closed)}`);
}
