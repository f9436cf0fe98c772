import type { OutletToneAt } from '../../core/library.ts';
import { formatPartialDate, isoDay } from '../format/time.ts';
import { type MentionPlot, PERIOD_LENGTH, periods, unitOf } from './mention-plot.ts';
import { type TwoSidedPlot, twoSidedPlot } from './two-sided-plot.ts';

/** Fewer say more of the stories than of the outlet. */
const LEAST_TONES = 5;

export interface OutletTonePlot extends TwoSidedPlot {
  readonly unit: MentionPlot['unit'];
  readonly favourable: number;
  readonly critical: number;
}

/** How often an outlet's reports had a clear tone, favourable above and critical below, over time. Null with too little of it. */
export function outletTonePlot(tones: readonly OutletToneAt[]): OutletTonePlot | null {
  const days = tones.map(({ at }) => isoDay(at)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || tones.length < LEAST_TONES) return null;
  const unit = unitOf(first, last);
  const periodOf = (at: number) => isoDay(at).slice(0, PERIOD_LENGTH[unit]);
  const steps = periods(first, last, unit).map((period) => {
    const own = tones.filter(({ at }) => periodOf(at) === period);
    const up = own.filter(({ direction }) => direction === 'favourable').length;
    return { label: formatPartialDate(period), up, down: own.length - up };
  });
  const plot = twoSidedPlot(steps);
  if (plot === null) return null;
  const favourable = steps.reduce((sum, { up }) => sum + up, 0);
  return { ...plot, unit, favourable, critical: tones.length - favourable };
}
