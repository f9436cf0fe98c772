import { scaleBand, scaleLinear } from 'd3-scale';
import type { DayCount } from '../../core/library.ts';
import { formatPartialDate } from '../format/time.ts';
import { type Percent, percent } from './percent.ts';

const DAY_MS = 86_400_000;
/** Up to so many days the bars are days, up to so many months they are months; beyond, years. */
const MOST_DAYS = 45;
const MOST_MONTHS = 60;
const LEAST_ARTICLES = 5;
/** Letters of an ISO day that name its period. */
export const PERIOD_LENGTH = { day: 10, month: 7, year: 4 } as const;
const TRACK: readonly [Percent, Percent] = [0, 100];

export interface MentionBar {
  /** ISO: a day, a month or a year. */
  readonly period: string;
  readonly label: string;
  readonly articles: number;
  readonly x: Percent;
  readonly width: Percent;
  /** 0 to 1 of the highest bar. */
  readonly height: number;
}

export interface MentionPlot {
  readonly bars: readonly MentionBar[];
  readonly unit: 'day' | 'month' | 'year';
  readonly highest: MentionBar;
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

function monthsBetween(first: string, last: string): number {
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(last) - index(first) + 1;
}

/** Every period from the first to the last (ISO days), also those in which nothing was published. */
export function periods(first: string, last: string, unit: MentionPlot['unit']): string[] {
  const start = new Date(first);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  const iso = (at: number, length: number) => new Date(at).toISOString().slice(0, length);
  if (unit === 'day') {
    return Array.from({ length: daysBetween(first, last) }, (_, i) => iso(start.getTime() + i * DAY_MS, 10));
  }
  if (unit === 'month') {
    return Array.from({ length: monthsBetween(first, last) }, (_, i) => iso(Date.UTC(year, month + i), 7));
  }
  return Array.from({ length: Number(last.slice(0, 4)) - year + 1 }, (_, i) => String(year + i));
}

/** What tells most between two ISO days: days, months or years. */
export function unitOf(first: string, last: string): MentionPlot['unit'] {
  if (daysBetween(first, last) <= MOST_DAYS) return 'day';
  return monthsBetween(first, last) <= MOST_MONTHS ? 'month' : 'year';
}

/** How often a topic was written about over time. Null with fewer than five articles, or when all are of one period. */
export function mentionPlot(days: readonly DayCount[]): MentionPlot | null {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = sorted[0]?.day;
  const last = sorted.at(-1)?.day;
  const total = days.reduce((sum, { articles }) => sum + articles, 0);
  if (first === undefined || last === undefined || total < LEAST_ARTICLES) return null;
  const unit = unitOf(first, last);
  const length = PERIOD_LENGTH[unit];
  const counts = new Map<string, number>();
  for (const { day, articles } of days) {
    const period = day.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + articles);
  }
  if (counts.size < 2) return null;
  const names = periods(first, last, unit);
  const x = scaleBand<string>()
    .domain(names)
    .range([...TRACK])
    .paddingInner(0.2);
  const height = scaleLinear().domain([0, Math.max(...counts.values())]);
  const bars = names.map((period) => ({
    period,
    label: formatPartialDate(period),
    articles: counts.get(period) ?? 0,
    x: percent(x(period) ?? 0),
    width: percent(x.bandwidth()),
    height: height(counts.get(period) ?? 0),
  }));
  const highest = bars.reduce((most, bar) => (bar.articles > most.articles ? bar : most));
  return { bars, unit, highest };
}
