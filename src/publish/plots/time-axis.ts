import { scaleUtc } from 'd3-scale';
import { formatPartialDate, isoDay, isoMoment } from '../format/time.ts';
import { type Percent, percent } from './percent.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** From here on a date without its year still says enough. */
const MONTH_STEP_MS = 27 * DAY_MS;

export interface Tick {
  readonly x: Percent;
  readonly label: string;
}

export interface TimeAxis {
  readonly place: (at: number) => Percent;
  readonly ticks: readonly Tick[];
}

/** As much of the moment as tells one tick from the next: hour, day, month or year. */
function tickLabel(at: number, step: number): string {
  const day = isoDay(at);
  if (step < DAY_MS && at % DAY_MS !== 0) return isoMoment(at, 'minute').slice(11, 16);
  if (step < MONTH_STEP_MS) return formatPartialDate(day).slice(0, -5);
  return formatPartialDate(step < 300 * DAY_MS ? day.slice(0, 7) : day.slice(0, 4));
}

/** Linear time between two moments (milliseconds, UTC), drawn from `left` to `right` per cent. */
export function timeAxis(
  [first, last]: readonly [number, number],
  [left, right]: readonly [Percent, Percent],
  wanted = 4,
): TimeAxis {
  const scale = scaleUtc().domain([first, last]).range([left, right]);
  const moments = scale.ticks(wanted).map(Number);
  const step = (moments[1] ?? last) - (moments[0] ?? first);
  return {
    place: (at) => percent(scale(at)),
    ticks: moments.map((at) => ({ x: percent(scale(at)), label: tickLabel(at, step) })),
  };
}
