import type { DayCount } from '../../../core/library.ts';
import { counted } from '../../format/words.ts';
import { type MentionPlot, mentionPlot } from '../../plots/mention-plot.ts';
import { inPercent } from '../../plots/percent.ts';
import { anchorAt, PlotFigure } from './plot-figure.tsx';

const HEIGHT = 88;
const TOP = 18;

function Bars({ plot }: { readonly plot: MentionPlot }) {
  const { bars, highest } = plot;
  const first = bars[0];
  const last = bars.at(-1);
  const above = highest.x + highest.width / 2;
  return (
    <>
      {bars.map(({ x, width, height }) => (
        <rect
          class="bar"
          x={inPercent(x)}
          y={(TOP + (1 - height) * HEIGHT).toFixed(1)}
          width={inPercent(width)}
          height={(height * HEIGHT).toFixed(1)}
        />
      ))}
      <line class="track" x1="0" x2="100%" y1={String(TOP + HEIGHT)} y2={String(TOP + HEIGHT)} />
      <text class="value" x={inPercent(above)} y="12" text-anchor={anchorAt(above)}>
        {highest.articles}
      </text>
      <g class="axis">
        <text x="0" y={String(TOP + HEIGHT + 17)}>
          {first?.label}
        </text>
        <text x="100%" y={String(TOP + HEIGHT + 17)} text-anchor="end">
          {last?.label}
        </text>
      </g>
    </>
  );
}

/** A topic's mentions over months, or over days or years where that tells more. */
export function MentionFigure({ days }: { readonly days: readonly DayCount[] }) {
  const plot = mentionPlot(days);
  if (plot === null) return null;
  const total = plot.bars.reduce((sum, { articles }) => sum + articles, 0);
  const { highest, unit, bars } = plot;
  return (
    <PlotFigure
      id="mentions"
      title="Written about"
      said={`${counted(total, 'article')} by ${unit}; most in ${highest.label}, with ${highest.articles}.`.replace(
        'most in',
        unit === 'day' ? 'most on' : 'most in',
      )}
      height={TOP + HEIGHT + 22}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Articles</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ period, label, articles }) => (
              <tr>
                <th scope="row">
                  <time datetime={period}>{label}</time>
                </th>
                <td>{articles}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Bars plot={plot} />
    </PlotFigure>
  );
}
