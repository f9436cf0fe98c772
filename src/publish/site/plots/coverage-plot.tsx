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

/** Siglum and name; a narrow window shows the name alone, moved to the edge. */
function Name({ view, row, y }: { readonly view: StoryView; readonly row: CoverageRow; readonly y: number }) {
  const at = String(y + 4);
  return (
    <>
      {row.outletId === null ? null : (
        <text class="sig wide-only" x="0" y={at}>
          {siglum(view, row.outletId)}
        </text>
      )}
      <text class="name" x="44" y={at}>
        {row.outletId === null ? `${row.outlets} more` : outletName(view, row.outletId)}
      </text>
    </>
  );
}

function markClass(row: CoverageRow, isCopy: boolean): string {
  if (row.outletId === null) return 'mark many';
  return isCopy ? 'mark copy' : 'mark';
}

function Track({ row, y }: { readonly row: CoverageRow; readonly y: number }) {
  return (
    <>
      <line class="track" x1="-1%" x2="101%" y1={String(y)} y2={String(y)} />
      {row.marks.map(({ x, articles, isCopy }) => (
        <circle
          class={markClass(row, isCopy)}
          cx={inPercent(x)}
          cy={String(y)}
          r={Math.min(9, 3 + 1.5 * Math.sqrt(articles)).toFixed(1)}
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
  const middleOf = (index: number) => TOP + index * ROW + ROW / 2;
  return (
    <PlotFigure
      id="coverage"
      title="Who published when"
      said={saidOf(view, plot)}
      height={bottom + 22}
      table={<Behind view={view} />}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of the picture that has its title above; it cuts long names off */}
      <svg class="names" width="30.5%" height={String(bottom)}>
        {plot.rows.map((row, index) => (
          <Name view={view} row={row} y={middleOf(index)} />
        ))}
      </svg>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of the picture that has its title above */}
      <svg x="32%" width="66%" overflow="visible">
        <PlotAxis ticks={plot.ticks} top={0} bottom={bottom} />
        {plot.rows.map((row, index) => (
          <Track row={row} y={middleOf(index)} />
        ))}
      </svg>
    </PlotFigure>
  );
}
