import { DAY, dayOf, daysUntil, startOf, type TimeContext } from './calendar.ts';
import { type Tense, tenseAround } from './tense.ts';

/** Characters on each side of a time that can tell its tense: long sentences stay linear. */
const WINDOW = 300;

/** The tense of the words around a time that stands from `start` to `end` of the sentence. */
export function tenseAt({ text }: TimeContext, [start, end]: readonly [number, number]): Tense {
  return tenseAround(text.slice(Math.max(0, start - WINDOW), start), text.slice(end, end + WINDOW));
}

/** The day a weekday without more means: today, the last one or, in a sentence about the future, the next. */
export function settleWeekday(weekday: number, modifier: string, today: number, tense: Tense): number {
  const ahead = daysUntil(weekday, today);
  if (modifier === 'next') return startOf(today, 'week') + (7 + ((weekday + 6) % 7)) * DAY;
  if (/last|past/.test(modifier)) return today + (ahead - 7) * DAY;
  if (/this|coming/.test(modifier)) return today + ahead * DAY;
  return today + (tense === 'ahead' || ahead === 0 ? ahead : ahead - 7) * DAY;
}

/** Days ahead within which a date without year or tense is taken for one to come, if it is long past this year. */
const SOON = 45;

export interface DayOfYear {
  readonly month: number;
  readonly day: number;
  /** As named beside the date; it decides the year where it fits one only. */
  readonly weekday: number | null;
}

/** The day meant by month and day without a year: of this year, the one before or after, as the tense asks. */
export function settleDay({ month, day, weekday }: DayOfYear, today: number, tense: Tense): number | null {
  const year = new Date(today).getUTCFullYear();
  const near = [year - 1, year, year + 1].map((one) => dayOf(one, month, day));
  const fits = near.filter((at) => at !== null && new Date(at).getUTCDay() === weekday);
  if (fits.length === 1) return fits[0] ?? null;
  const [before = null, now = null, after = null] = near;
  if (now === null) return before ?? after;
  if (tense === 'ahead') return now + 31 * DAY < today ? after : now;
  if (tense === 'open' && now < today && after !== null && after - today < SOON * DAY) return after;
  return now > today + (tense === 'surely behind' ? 1 : SOON) * DAY ? before : now;
}

/** Start of the month meant by a month without a year, as its tense and the day of publication tell. */
export function settleMonth(month: number, today: number, tense: Tense): number {
  const date = new Date(today);
  const year = date.getUTCFullYear();
  const distance = month - date.getUTCMonth();
  if (tense === 'ahead') return Date.UTC(distance < 0 ? year + 1 : year, month);
  const isNext = tense === 'open' && distance === 1;
  return Date.UTC(distance > 0 && !isNext ? year - 1 : year, month);
}
