import type { Granularity } from '../../core/annotation.ts';
import { dayOf, type TimeContext } from './calendar.ts';
import {
  DAY_NUMBER,
  MONTH,
  monthNumber,
  ORDINAL,
  ordinalOf,
  WEEKDAY,
  weekdayNumber,
  YEAR,
} from './english-words.ts';
import { settleDay, settleMonth, tenseAt } from './settle.ts';

/** What an expression means; its place is that of the match, or of the first group named `span` where there is one. */
export interface Reading {
  readonly at: number;
  readonly precision: Granularity;
  readonly until?: number;
}

export interface DateRule {
  readonly pattern: RegExp;
  /** Null where the words turn out to name no time. Groups are those of the pattern; place is that in the sentence. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    context: TimeContext,
    place: readonly [number, number],
  ) => Reading | null;
}

const reading = (at: number | null, precision: Granularity, until: number | null = null): Reading | null => {
  if (at === null) return null;
  return until === null || until <= at ? { at, precision } : { at, precision, until };
};

/** Day and month with or without year, in either order, and a range of days. */
const dayAndMonth: DateRule['read'] = (groups, context, place) => {
  const { month = '', day = '', last, year, weekday } = groups;
  const monthIndex = monthNumber(month);
  const named = weekday === undefined ? null : weekdayNumber(weekday);
  const at =
    year === undefined
      ? settleDay(
          { month: monthIndex, day: Number(day), weekday: named },
          context.today,
          tenseAt(context, place),
        )
      : dayOf(Number(year), monthIndex, Number(day));
  if (at === null) return null;
  const until = last === undefined ? null : dayOf(new Date(at).getUTCFullYear(), monthIndex, Number(last));
  return reading(at, 'day', until);
};

const numeric: DateRule['read'] = ({ one, two, year }) => {
  const [first, second] = [Number(one), Number(two)];
  // Day or month first depends on the country: only what cannot be misread is read.
  if (first > 12 === second > 12 && first !== second) return null;
  const [month, day] = second > 12 ? [first, second] : [second, first];
  return reading(dayOf(Number(year), month - 1, day), 'day');
};

const SEASONS: Readonly<Record<string, number>> = { winter: -1, spring: 2, summer: 5, autumn: 8, fall: 8 };

/** Start of a season by the meteorologist's count: winter begins in December of the year before. */
export function seasonStart(name: string, year: number): number {
  return Date.UTC(year, SEASONS[name.toLowerCase()] ?? 0);
}

/** Words as a pattern that takes them in lower case and with a first capital. */
const either = (words: string): string =>
  `(?:${words
    .split(' ')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|')})`;

/** Nouns behind a number of four digits that make it a quantity. */
const COUNTED =
  '%|\\s?(?:percent|per cent|people|men|women|children|votes|voters|homes|jobs|deaths|cases|troops|soldiers|metres?|meters?|feet|grams|tons?|tonnes|km|kilometres|kilometers|miles|dollars|euros|pounds|million|billion|kg|hectares|acres|words|pages|hours)\\b|\\s\\p{Ll}+s\\s(?:were|have|had|are)\\b';
const NO_NUMBER_AFTER = `(?![-–/.,:]?\\d|\\s?[-–]\\s?\\d|${COUNTED})`;

/** Times that stand for themselves, the most telling first. */
export const ENGLISH_DATES: readonly DateRule[] = [
  {
    pattern: /(?<![\d/-])(?<year>(?:1[4-9]|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?![\d/-])/g,
    read: ({ year, month, day }) => reading(dayOf(Number(year), Number(month) - 1, Number(day)), 'day'),
  },
  {
    pattern: /(?<![\d/-])(?<one>\d{1,2})\/(?<two>\d{1,2})\/(?<year>(?:19|20)\d\d)(?![\d/-])/g,
    read: numeric,
  },
  {
    pattern: new RegExp(
      `(?:\\b(?<weekday>${WEEKDAY}),? )?(?<![\\d.,:$/-])\\b(?<day>${DAY_NUMBER})(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to )(?<last>${DAY_NUMBER})(?:st|nd|rd|th)?)? (?:of )?(?<month>${MONTH})(?![\\p{L}])(?:,? (?<year>${YEAR})(?![\\d-]))?`,
      'gu',
    ),
    read: dayAndMonth,
  },
  {
    pattern: new RegExp(
      `(?:\\b(?<weekday>${WEEKDAY}),? )?\\b(?<month>${MONTH}) ?(?<day>${DAY_NUMBER})(?:st|nd|rd|th)?(?![\\d:]|,\\d|\\.\\d|%| percent|,? (?:terror|attack|hijack|Commission))(?: ?[-–] ?(?<last>${DAY_NUMBER})(?!\\d))?(?:,? (?<year>${YEAR})(?!\\d))?`,
      'g',
    ),
    read: dayAndMonth,
  },
  {
    pattern: new RegExp(`\\b(?<month>${MONTH})(?:,| of)? (?<year>${YEAR})(?!\\d|[-–]\\d)`, 'g'),
    read: ({ month = '', year }) => reading(Date.UTC(Number(year), monthNumber(month)), 'month'),
  },
  {
    pattern: new RegExp(
      `\\b(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter of (?<year>${YEAR})(?!\\d)`,
      'gi',
    ),
    read: ({ nth = '', year }) => reading(Date.UTC(Number(year), 3 * (ordinalOf(nth) - 1)), 'quarter'),
  },
  {
    pattern: new RegExp(`\\bQ(?<nth>[1-4]) (?<year>${YEAR})(?!\\d)`, 'g'),
    read: ({ nth, year }) => reading(Date.UTC(Number(year), 3 * (Number(nth) - 1)), 'quarter'),
  },
  {
    pattern: new RegExp(
      `\\b(?<season>spring|summer|autumn|fall|winter)(?: of|,)? (?<year>${YEAR})(?!\\d|[-–]\\d)`,
      'gi',
    ),
    read: ({ season = '', year }) => reading(seasonStart(season, Number(year)), 'season'),
  },
  {
    pattern: /(?<![\d,.$£€])\b(?<decade>(?:1[4-9]|20)\d0)['’]?s\b/g,
    read: ({ decade }) => reading(Date.UTC(Number(decade), 0), 'decade'),
  },
  {
    pattern: /(?<=\b(?:the|early|late|mid|and|or|to)[\s-])['’‘](?<decade>[2-9]0)s\b/g,
    read: ({ decade }) => reading(Date.UTC(1900 + Number(decade), 0), 'decade'),
  },
  {
    pattern: new RegExp(`\\b(?<nth>${ORDINAL})[ -]century\\b(?! (?:BC|B\\.C))`, 'gi'),
    read: ({ nth = '' }) => {
      const century = ordinalOf(nth);
      return century > 1 && century < 22 ? reading(Date.UTC((century - 1) * 100, 0), 'century') : null;
    },
  },
  {
    pattern:
      /(?<![\d,.$£€/–-])\b(?<from>(?:1[4-9]|20)\d\d) ?[-–/] ?(?<to>(?:(?:1[4-9]|20)\d)?\d\d)(?![\d/–-]|[.,:]\d|%)/g,
    read: ({ from = '', to = '' }) => {
      const end = to.length === 2 ? Number(from.slice(0, 2) + to) : Number(to);
      const span = end - Number(from);
      return span > 0 && span <= 120 ? reading(Date.UTC(Number(from), 0), 'year', Date.UTC(end, 0)) : null;
    },
  },
  {
    pattern: new RegExp(
      `(?<=\\b${either('in since until till during before after early late mid through throughout')}[\\s-])(?<month>${MONTH})(?![\\p{L}]|\\.? \\d)`,
      'gu',
    ),
    read: ({ month = '' }, context, place) =>
      reading(settleMonth(monthNumber(month), context.today, tenseAt(context, place)), 'month'),
  },
  {
    pattern: new RegExp(
      `(?<=\\b${either('from by between of for to and or')} )(?<month>${MONTH})(?![\\p{L}’']|\\.? \\d| \\p{Lu})`,
      'gu',
    ),
    read: ({ month = '' }, context, place) => {
      // "by May" may be a person's doing; with another month beside it, it is not.
      const beside = new RegExp(`(?:${MONTH}) (?:and|or|to) $`).test(
        context.text.slice(Math.max(0, place[0] - 20), place[0]),
      );
      if (/^(?:May|March)$/.test(month) && !beside) return null;
      return reading(settleMonth(monthNumber(month), context.today, tenseAt(context, place)), 'month');
    },
  },
  {
    pattern: new RegExp(
      `(?<=\\b${either('in since until till during before after early late mid through year summer born built founded established the a his her its their')}[\\s-]|\\(|['’]s )(?<year>${YEAR})\\b(?!['’]s \\p{Lu})${NO_NUMBER_AFTER}`,
      'gu',
    ),
    read: ({ year }) => reading(Date.UTC(Number(year), 0), 'year'),
  },
  {
    pattern: new RegExp(
      `(?<=\\b${either('by from of for between and around to than circa or')},? )(?<year>${YEAR})\\b(?! \\p{Ll}{3,}s\\b)${NO_NUMBER_AFTER}`,
      'gu',
    ),
    read: ({ year }) => reading(Date.UTC(Number(year), 0), 'year'),
  },
];
