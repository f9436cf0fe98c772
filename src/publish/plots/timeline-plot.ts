import { scaleLinear } from 'd3-scale';
import type { TimelineEntry } from '../../core/briefing.ts';
import { type Percent, percent } from './percent.ts';
import { type Tick, timeAxis } from './time-axis.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
const LEAST_ENTRIES = 3;
/** The oldest event is drawn at one end, the story at the other. */
const TRACK: readonly [Percent, Percent] = [2, 97];
/**
 * From this ratio of the longest to the median distance on, time runs by its logarithm: on a plain axis the newer half
 * of the events would share the last tenth.
 */
const FAR = 10;
const AGO: readonly (readonly [number, string])[] = [
  [1, 'a day before'],
  [7, 'a week'],
  [30, 'a month'],
  [YEAR_DAYS, 'a year'],
  [10 * YEAR_DAYS, '10 years'],
  [100 * YEAR_DAYS, '100 years'],
];

/** An event: a point when its day is known, else the whole month or year it lies in. */
export interface TimelineMark {
  /** Index of the entry in the list. */
  readonly entry: number;
  readonly from: Percent;
  readonly to: Percent;
}

export interface TimelinePlot {
  readonly marks: readonly TimelineMark[];
  /** Where the story itself stands. */
  readonly now: Percent;
  readonly ticks: readonly Tick[];
  readonly scale: 'linear' | 'logarithmic';
}

/** First and last moment of what a partial ISO date names. */
export function periodOf(iso: string): readonly [number, number] | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const from = Date.UTC(year, month - 1, day);
  if (match[3] !== undefined) return [from, from];
  const to = match[2] === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return [from, to - DAY_MS];
}

function logarithmicAxis(first: number, now: number) {
  const days = (at: number) => Math.max(1, (now - at) / DAY_MS);
  const scale = scaleLinear()
    .domain([Math.log(days(first)), 0])
    .range([...TRACK]);
  const place = (at: number): Percent => percent(scale(Math.log(days(at))));
  const ticks = AGO.filter(([ago]) => ago <= days(first)).map(([ago, label]) => ({
    x: percent(scale(Math.log(ago))),
    label,
  }));
  return { place, ticks: ticks.reverse() };
}

/**
 * The events before a story along one axis of time. Null with fewer than three events or when all lie on one day.
 * @param now when the story began, milliseconds
 */
export function timelinePlot(
  entries: readonly Pick<TimelineEntry, 'date'>[],
  now: number,
): TimelinePlot | null {
  const periods = entries.flatMap(({ date }, entry) => {
    const period = periodOf(date);
    return period === null || period[0] >= now ? [] : [{ entry, period }];
  });
  const starts = periods.map(({ period }) => period[0]).sort((a, b) => a - b);
  const first = starts[0] ?? now;
  const middle = starts[Math.floor(starts.length / 2)] ?? now;
  if (new Set(starts).size < LEAST_ENTRIES || now - first < 2 * DAY_MS) return null;
  const isFar = (now - first) / Math.max(DAY_MS, now - middle) >= FAR;
  const { place, ticks } = isFar ? logarithmicAxis(first, now) : timeAxis([first, now], TRACK);
  return {
    marks: periods.map(({ entry, period: [from, to] }) => ({
      entry,
      from: place(from),
      to: place(Math.min(to, now)),
    })),
    now: place(now),
    ticks,
    scale: isFar ? 'logarithmic' : 'linear',
  };
}
