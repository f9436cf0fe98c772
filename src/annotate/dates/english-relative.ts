import type { Granularity } from '../../core/annotation.ts';
import { DAY, shifted, startOf, type TimeContext } from './calendar.ts';
import { type DateRule, type Reading, seasonStart } from './english-dates.ts';
import {
  MONTH,
  monthNumber,
  NUMBER,
  numberOf,
  PART_OF_DAY,
  WEEKDAY,
  weekdayNumber,
} from './english-words.ts';
import { settleWeekday, tenseAt } from './settle.ts';

const UNIT = 'day|week|month|year';
const STEP: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const unitOf = (word: string): Granularity => word.toLowerCase() as Granularity;

/**
 * A unit counted from the time named last; null where none was, where that is vaguer than the unit, and where it would
 * lead from what has been to what is yet to come: then something else was meant.
 */
function fromLast({ last, today }: TimeContext, unit: Granularity, count: number): Reading | null {
  const order: readonly Granularity[] = ['minute', 'day', 'week', 'month', 'quarter', 'season', 'year'];
  if (last === null || !order.includes(last.precision)) return null;
  if (order.indexOf(last.precision) > order.indexOf(unit)) return null;
  const at = shifted(last.at, unit, count);
  return last.at <= today && at > today ? null : { at, precision: unit };
}

/** Saturday and Sunday: of this week, or, where the text looks back on it early in a week, of the one before. */
function weekend(context: TimeContext, modifier: string, place: readonly [number, number]): Reading {
  const { today } = context;
  const ofThisWeek = startOf(today, 'week') + 5 * DAY;
  const looksBack = modifier === '' && today < ofThisWeek && tenseAt(context, place) !== 'ahead';
  const weeks = looksBack ? -1 : (STEP[modifier] ?? 0);
  const saturday = ofThisWeek + weeks * 7 * DAY;
  return { at: saturday, precision: 'day', until: saturday + DAY };
}

function season(name: string, modifier: string, today: number): Reading {
  const year = new Date(today).getUTCFullYear();
  const starts = [year - 1, year, year + 1, year + 2].map((one) => seasonStart(name, one));
  const current = startOf(today, 'season');
  const at =
    modifier === 'last'
      ? Math.max(...starts.filter((start) => start < current))
      : modifier === 'next'
        ? Math.min(...starts.filter((start) => start > current))
        : // Within the same calendar year, but for the winter that is still on.
          (starts.find((start) => start === current) ??
          seasonStart(name, name === 'winter' ? year + 1 : year));
  return { at, precision: 'season' };
}

/** Times told from today or from the tense. */
export const ENGLISH_RELATIVE: readonly DateRule[] = [
  {
    pattern: new RegExp(`\\b(?<weekday>${WEEKDAY}) (?:of )?(?<modifier>last|next|this) week\\b`, 'gi'),
    read: ({ weekday = '', modifier = '' }, { today }) => {
      const monday = startOf(today, 'week') + (STEP[modifier.toLowerCase()] ?? 0) * 7 * DAY;
      return { at: monday + ((weekdayNumber(weekday) + 6) % 7) * DAY, precision: 'day' };
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:Black|Good|Ash|Bloody|Super|Holy|Cyber|Palm|Easter|Maundy|Shrove|Fat|Red|every|each|any|Mail on|on a|Fox News|“Face the) )(?:\\b(?<modifier>[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his) )?\\b(?<weekday>${WEEKDAY})${PART_OF_DAY}\\b(?! (?:Times|Night|Telegraph|Mirror|Express|Post|Herald|school|League|Review))`,
      'g',
    ),
    read: ({ weekday = '', modifier = '' }, context, place) => ({
      at: settleWeekday(
        weekdayNumber(weekday),
        modifier.toLowerCase(),
        context.today,
        tenseAt(context, place),
      ),
      precision: 'day',
    }),
  },
  {
    pattern:
      /(?<!\b(?:USA|Russia|the) )\b(?<day>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?: (?:morning|afternoon|evening|night))?\b(?! show)/g,
    read: ({ day = '' }, { today }) => {
      const shift = { yesterday: -1, today: 0, tomorrow: 1 }[day.toLowerCase()] ?? 0;
      return { at: today + shift * DAY, precision: 'day' };
    },
  },
  {
    pattern: /\blast night\b/gi,
    read: (_, { today }) => ({ at: today - DAY, precision: 'day' }),
  },
  {
    pattern:
      /(?<!\b(?:an|almost|the|not|virtually) )\b(?:tonight|overnight|this (?:morning|afternoon|evening))\b(?! (?:show|bag|train|stay|success|flight))/gi,
    read: (_, { today }) => ({ at: today, precision: 'day' }),
  },
  {
    pattern: /(?:\b(?<modifier>last|next|this) )weekend\b/gi,
    read: ({ modifier = '' }, context, place) => weekend(context, modifier.toLowerCase(), place),
  },
  {
    pattern: /(?<=\b(?:over|at|during) the )weekend\b/gi,
    read: (_, context, place) => weekend(context, '', place),
  },
  {
    pattern:
      /(?<!\b(?:the|his|her|their|its|our|my) )\b(?<modifier>[Ll]ast|[Nn]ext|[Tt]his) (?<unit>week|month|quarter|year)\b(?! of| and a)/g,
    read: ({ modifier = '', unit = '' }, { today }) => ({
      at: shifted(today, unitOf(unit), STEP[modifier.toLowerCase()] ?? 0),
      precision: unitOf(unit),
    }),
  },
  {
    pattern:
      /(?<!\bthe )\b(?<modifier>last|next|this|this past|this coming) (?<season>spring|summer|autumn|fall|winter)\b/gi,
    read: ({ season: name = '', modifier = '' }, { today }) =>
      season(name.toLowerCase(), modifier.toLowerCase(), today),
  },
  {
    pattern: new RegExp(
      `\\b(?<modifier>[Ll]ast|[Nn]ext|[Tt]his) (?<month>${MONTH})(?!\\p{L}|\\.? \\d)`,
      'gu',
    ),
    read: ({ modifier = '', month = '' }, { today }) => {
      const date = new Date(today);
      const year = date.getUTCFullYear();
      const distance = monthNumber(month) - date.getUTCMonth();
      const step = STEP[modifier.toLowerCase()] ?? 0;
      const shift = step === -1 && distance >= 0 ? -1 : step === 1 && distance <= 0 ? 1 : 0;
      return { at: Date.UTC(year + shift, monthNumber(month)), precision: 'month' };
    },
  },
  {
    pattern: new RegExp(`\\b(?<count>${NUMBER}) (?<unit>${UNIT})s? ago\\b`, 'gi'),
    read: ({ count = '', unit = '' }, { today }) => ({
      at: shifted(today, unitOf(unit), -numberOf(count)),
      precision: unitOf(unit),
    }),
  },
];

/** Times told from the one named last: read after all others, in the order of the text. */
export const ENGLISH_FOLLOWING: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `(?<!\\b(?:for|than|about|almost|nearly|some|every) )\\b(?<count>${NUMBER}) (?<unit>${UNIT})s? (?<side>later|earlier|before(?=[,.;]|$))\\b(?! than| th[aeo]| an?|,? (?:in|on) (?:\\d|\\p{Lu}|the ))`,
      'giu',
    ),
    read: ({ count = '', unit = '', side }, context) =>
      fromLast(context, unitOf(unit), side?.toLowerCase() === 'later' ? numberOf(count) : -numberOf(count)),
  },
  {
    pattern: new RegExp(
      `(?<=(?<!\\b(?:over|in|within|for|during|through|throughout|of|into) )\\bthe )(?<step>following|next|previous|preceding) (?<unit>${UNIT}|morning|afternoon|evening|night)\\b`,
      'gi',
    ),
    read: ({ step = '', unit = '' }, context) =>
      fromLast(
        context,
        new RegExp(UNIT, 'i').test(unit) ? unitOf(unit) : 'day',
        /following|next/i.test(step) ? 1 : -1,
      ),
  },
  {
    pattern: /(?<=\bthe )day (?<side>before|after)(?=[,.;]|$| (?:he|she|it|they|we)\b)/gi,
    read: ({ side }, context) => fromLast(context, 'day', side?.toLowerCase() === 'after' ? 1 : -1),
  },
  {
    pattern:
      /(?<=\bthe |\bthat )same (?<unit>day|week|month|year|morning|evening|night)\b(?! that| as| of)/gi,
    read: ({ unit = '' }, context) =>
      fromLast(context, new RegExp(UNIT, 'i').test(unit) ? unitOf(unit) : 'day', 0),
  },
];
