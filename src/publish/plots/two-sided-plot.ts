import { scaleBand } from 'd3-scale';
import { type Percent, percent } from './percent.ts';

/** What is counted in one step of a row: one kind above the middle line, its opposite below. */
export interface TwoSidedStep {
  readonly label: string;
  readonly up: number;
  readonly down: number;
}

export interface TwoSidedBar extends TwoSidedStep {
  readonly x: Percent;
  readonly width: Percent;
}

export interface TwoSidedPlot {
  readonly bars: readonly TwoSidedBar[];
  /** The highest count on either side: both have one scale. */
  readonly most: number;
}

/** Wider ones would look like areas, not like counts. */
const WIDEST: Percent = 12;

/** Bars above and below a line, step by step. Null where there are fewer than two steps, or nothing in them. */
export function twoSidedPlot(steps: readonly TwoSidedStep[]): TwoSidedPlot | null {
  const most = Math.max(0, ...steps.flatMap(({ up, down }) => [up, down]));
  if (steps.length < 2 || most === 0) return null;
  const x = scaleBand<number>()
    .domain(steps.map((_, index) => index))
    .range([0, 100])
    .paddingInner(0.25);
  const width = Math.min(WIDEST, x.bandwidth());
  const bars = steps.map((step, index) => ({
    ...step,
    x: percent((x(index) ?? 0) + (x.bandwidth() - width) / 2),
    width: percent(width),
  }));
  return { bars, most };
}
