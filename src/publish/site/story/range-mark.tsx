import type { FigureEntry } from '../../../core/ledger.ts';
import { inPercent } from '../../plots/percent.ts';
import { rangePlot } from '../../plots/range-plot.ts';

const LINE = 9;

/** What outlets say a figure is, along one line; the readings beside it are its table. */
export function RangeMark({ entry }: { readonly entry: FigureEntry }) {
  const plot = rangePlot(entry);
  if (plot === null) return null;
  const { low, high, marks, spans, isLogarithmic } = plot;
  return (
    <svg
      class={entry.disagreement === 'order-of-magnitude' ? 'range far' : 'range'}
      role="img"
      aria-label={`from ${low.toLocaleString('en-GB')} to ${high.toLocaleString('en-GB')}${isLogarithmic ? ', by factors of ten' : ''}`}
      width="100%"
      height="18"
    >
      <line x1="4%" x2="96%" y1={String(LINE)} y2={String(LINE)} />
      {spans.map(({ from, to }) => (
        <line class="span" x1={inPercent(from)} x2={inPercent(to)} y1={String(LINE)} y2={String(LINE)} />
      ))}
      {marks.map(({ x, outlets, isLatest }) => (
        <circle
          class={isLatest ? 'latest' : undefined}
          cx={inPercent(x)}
          cy={String(LINE)}
          r={Math.min(7, 2.5 + 1.25 * Math.sqrt(outlets)).toFixed(1)}
        />
      ))}
    </svg>
  );
}
