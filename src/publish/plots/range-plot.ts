import { scaleLinear, scaleLog } from 'd3-scale';
import type { FigureEntry, FigureReport } from '../../core/ledger.ts';
import { type Percent, percent } from './percent.ts';

const TRACK: readonly [Percent, Percent] = [4, 96];

export interface RangeMark {
  readonly value: number;
  readonly x: Percent;
  /** Outlets that say so. */
  readonly outlets: number;
  /** The newest report. */
  readonly isLatest: boolean;
}

export interface RangePlot {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly RangeMark[];
  /** Spans that single reports give ("5 to 8"). */
  readonly spans: readonly { readonly from: Percent; readonly to: Percent }[];
  /** True when the ends are a factor of ten or more apart and values stand by their logarithm. */
  readonly isLogarithmic: boolean;
}

function ends({ value, high }: FigureReport): number[] {
  return high === null ? [value] : [value, high];
}

/** What outlets say a figure is, along one line from lowest to highest. Null when all say the same. */
export function rangePlot({ reports, latest }: Pick<FigureEntry, 'reports' | 'latest'>): RangePlot | null {
  const values = reports.flatMap(ends);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length < 2 || low === high) return null;
  const isLogarithmic = low > 0 && high / low >= 10;
  const scale = (isLogarithmic ? scaleLog() : scaleLinear()).domain([low, high]).range([...TRACK]);
  const place = (value: number): Percent => percent(scale(value));
  const byValue = Map.groupBy(
    reports.flatMap((report) => ends(report).map((value) => ({ value, outletId: report.outletId }))),
    ({ value }) => value,
  );
  return {
    low,
    high,
    marks: [...byValue]
      .sort(([a], [b]) => a - b)
      .map(([value, members]) => ({
        value,
        x: place(value),
        outlets: new Set(members.map(({ outletId }) => outletId)).size,
        isLatest: ends(latest).includes(value),
      })),
    spans: reports.flatMap(({ value, high: end }) =>
      end === null || end === value ? [] : [{ from: place(value), to: place(end) }],
    ),
    isLogarithmic,
  };
}
