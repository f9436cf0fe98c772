import type { Granularity } from '../../core/annotation.ts';

export const DAY = 86_400_000;

/** A time named in a sentence; offsets are into the sentence. */
export interface NamedTime {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly precision: Granularity;
  readonly until?: number;
}

/** What a sentence's times are resolved against. All in UTC. */
export interface TimeContext {
  /** The sentence. */
  readonly text: string;
  /** Start of the day the text speaks of as today. */
  readonly today: number;
  readonly publishedAt: number;
  /** The time named last before, for "the following day"; null where none was. */
  readonly last: { readonly at: number; readonly precision: Granularity } | null;
}

/** Milliseconds of a day given by year, month (0 to 11) and day; null where the month has no such day. */
export function dayOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month, day);
  return new Date(at).getUTCMonth() === month && day > 0 ? at : null;
}

/** Start of the unit that holds a moment. Weeks start on Monday, seasons in March, June, September and December. */
export function startOf(at: number, precision: Granularity): number {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (precision) {
    case 'minute':
      return Math.floor(at / 60_000) * 60_000;
    case 'day':
      return Date.UTC(year, month, day);
    case 'week':
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7));
    case 'month':
      return Date.UTC(year, month);
    case 'quarter':
      return Date.UTC(year, month - (month % 3));
    case 'season':
      return Date.UTC(year, month - ((month + 1) % 3));
    case 'year':
      return Date.UTC(year, 0);
    case 'decade':
      return Date.UTC(year - (year % 10), 0);
    case 'century':
      return Date.UTC(year - (year % 100), 0);
  }
}

/** Start of the unit `count` units after the one that holds a moment. */
export function shifted(at: number, unit: Granularity, count: number): number {
  const start = startOf(at, unit);
  if (unit === 'minute') return start + count * 60_000;
  if (unit === 'day') return start + count * DAY;
  if (unit === 'week') return start + count * 7 * DAY;
  const months = { month: 1, quarter: 3, season: 3, year: 12, decade: 120, century: 1200 }[unit];
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * months);
}

/** Days from today to the next such weekday, today included: 0 to 6. */
export function daysUntil(weekday: number, today: number): number {
  return (weekday - new Date(today).getUTCDay() + 7) % 7;
}
