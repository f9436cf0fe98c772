import { formatMoment, formatShort } from '../../format/time.ts';
import { counted } from '../../format/words.ts';
import { type CoveragePlot, type CoverageRow, coveragePlot } from '../../plots/coverage-plot.ts';
import { inPercent } from '../../plots/percent.ts';
import { OutletLink } from '../outlet-name.tsx';
import { outletName, type StoryView, siglum } from '../story/story-view.ts';
import { PlotAxis, PlotFigure } from './plot-figure.tsx';

const ROW = 22;
const TOP = 6;

function precisionOf(view: StoryView) {
  const isExact = view.page.articles.every(({ article }) => article.datePrecision === 'minute');
  return isExact ? 'minute' : 'day';
}

function span(milliseconds: number): string {
  const hours = Math.round(milliseconds / 3_600_000);
  if (hours < 1) return 'within an hour';
  return hours < 48 ? `within ${counted(hours, 'hour')}` : `within ${counted(Math.round(hours / 24), 'day')}`;
}

function saidOf(view: StoryView, { rows, from, halfAt }: CoveragePlot): string {
  const first = rows.filter(({ firstAt }) => firstAt === from);
  const outlets = rows.reduce((sum, row) => sum + row.outlets, 0);
  const precision = precisionOf(view);
  const lead =
    first.length === 1 && first[0]?.outletId
      ? `${outletName(view, first[0].outletId)} was first, ${formatShort(from, precision)}`
      : `${counted(
          first.reduce((sum, row) => sum + row.outlets, 0),
          'outlet',
        )} had it first, ${formatShort(from, precision)}`;
  if (halfAt === from) return `${lead}.`;
  return `${lead}; half of ${counted(outlets, 'outlet')} had it ${span(halfAt - from)}.`;
}

function Row({ view, row, y }: { readonly view: StoryView; readonly row: CoverageRow; readonly y: number }) {
  return (
    <>
      <line class="track" x1="32%" x2="100%" y1={String(y)} y2={String(y)} />
      <text x="0" y={String(y + 4)}>
        {row.outletId === null ? (
          `${row.outlets} more`
        ) : (
          <>
            <tspan class="sig">{siglum(view, row.outletId)}</tspan>
            <tspan class="wide-only" x="44">
              {outletName(view, row.outletId)}
            </tspan>
          </>
        )}
      </text>
      {row.marks.map(({ x, articles, isCopy }) => (
        <circle
          class={row.outletId === null ? 'mark many' : isCopy ? 'mark copy' : 'mark'}
          cx={inPercent(x)}
          cy={String(y)}
          r={String(Math.min(9, 3 + 1.5 * Math.sqrt(articles)).toFixed(1))}
        />
      ))}
    </>
  );
}

function Behind({ view }: { readonly view: StoryView }) {
  const articles = [...view.page.articles].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const groups = [...Map.groupBy(articles, ({ article }) => article.outletId)];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col">First</th>
          <th scope="col">Articles</th>
          <th scope="col">of them copies</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(([, [first, ...others]]) =>
          first === undefined ? null : (
            <tr>
              <th scope="row">
                <OutletLink site={view.site} outlet={first.article.outlet} />
              </th>
              <td>{formatMoment(first.article.publishedAt, first.article.datePrecision)}</td>
              <td>{others.length + 1}</td>
              <td>{[first, ...others].filter(({ article }) => !view.independent.has(article.id)).length}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** Coverage over time by outlet. */
export function CoverageFigure({ view }: { readonly view: StoryView }) {
  const plot = coveragePlot(
    view.page.articles.map(({ article }) => ({
      outletId: article.outletId,
      publishedAt: article.publishedAt,
      isCopy: !view.independent.has(article.id),
    })),
  );
  if (plot === null) return null;
  const bottom = TOP + plot.rows.length * ROW;
  return (
    <PlotFigure
      id="coverage"
      title="Who published when"
      said={saidOf(view, plot)}
      height={bottom + 22}
      table={<Behind view={view} />}
    >
      <PlotAxis ticks={plot.ticks} top={0} bottom={bottom} />
      {plot.rows.map((row, index) => (
        <Row view={view} row={row} y={TOP + index * ROW + ROW / 2} />
      ))}
    </PlotFigure>
  );
}
