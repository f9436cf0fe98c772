import type { FigureEntry } from '../../../core/ledger.ts';

const WIDTH = 120;
const MARGIN = 5;

/** Where a value lies between the ends, 0 to 1; by logarithm when they are a factor of ten apart. */
function scale(low: number, high: number): (value: number) => number {
  if (high === low) return () => 0.5;
  if (low > 0 && high / low >= 10) return (value) => Math.log(value / low) / Math.log(high / low);
  return (value) => (value - low) / (high - low);
}

/** A small drawing of what outlets say: a line from the lowest to the highest value, a tick for each report. */
export function RangeMark({ entry }: { readonly entry: FigureEntry }) {
  const values = entry.reports.flatMap(({ value, high }) => (high === null ? [value] : [value, high]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const place = scale(low, high);
  const x = (value: number): string => (MARGIN + place(value) * (WIDTH - 2 * MARGIN)).toFixed(1);
  return (
    <svg
      class={entry.disagreement === 'order-of-magnitude' ? 'range far' : 'range'}
      viewBox={`0 0 ${WIDTH} 14`}
      role="img"
      aria-label={`from ${low.toLocaleString('en-GB')} to ${high.toLocaleString('en-GB')}`}
    >
      <line x1={x(low)} y1="7" x2={x(high)} y2="7" />
      {[...new Set(values)].map((value) => (
        <line class="tick" x1={x(value)} y1="3" x2={x(value)} y2="11" />
      ))}
      <circle cx={x(entry.latest.value)} cy="7" r="3" />
    </svg>
  );
}
