import { paths } from '../../address.ts';
import { counted, listed } from '../../format/words.ts';
import { inPercent } from '../../plots/percent.ts';
import { type ToneMark, type TonePlot, type ToneRow, tonePlot } from '../../plots/tone-plot.ts';
import { outletName, type StoryView, siglum } from '../story/story-view.ts';
import { PlotFigure } from './plot-figure.tsx';

const LABEL = 20;
const LEVEL = 19;
const TAG_WIDTH = 34;
/** Marks of one pile that are drawn; more are counted in the topmost. */
const PILE = 6;
const HEAD = 18;

function heightOf({ levels }: ToneRow): number {
  return LABEL + Math.min(levels, PILE) * LEVEL + 12;
}

function saidOf(view: StoryView, { rows, hidden }: TonePlot): string {
  const said = rows.slice(0, 2).map(({ target, marks }) => {
    const critical = marks.filter(({ score }) => score < 0).map(({ outletId }) => outletName(view, outletId));
    const kind = marks.filter(({ score }) => score > 0).map(({ outletId }) => outletName(view, outletId));
    return [
      critical.length > 0 ? `${listed(critical, 2)} critical of ${target}` : null,
      kind.length > 0 ? `${listed(kind, 2)} favourable to ${target}` : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  });
  const more = rows.length - said.length + hidden;
  return `${said.join('; ')}${more > 0 ? `; ${counted(more, 'more target')}` : ''}. Outlets without a clear tone are not shown.`;
}

function Tag({
  view,
  mark,
  base,
}: {
  readonly view: StoryView;
  readonly mark: ToneMark;
  readonly base: number;
}) {
  const y = base - mark.level * LEVEL;
  const shift = `translate(${-TAG_WIDTH / 2} 0)`;
  return (
    <>
      <rect
        class="tag"
        x={inPercent(mark.x)}
        y={String(y - LEVEL)}
        width={String(TAG_WIDTH)}
        height={String(LEVEL - 3)}
        rx="2"
        transform={shift}
      />
      <text class="sig" x={inPercent(mark.x)} y={String(y - LEVEL + 12)} text-anchor="middle">
        {siglum(view, mark.outletId)}
      </text>
    </>
  );
}

function Row({ view, row, top }: { readonly view: StoryView; readonly row: ToneRow; readonly top: number }) {
  const base = top + heightOf(row) - 8;
  const drawn = row.marks.filter(({ level }) => level < PILE);
  return (
    <>
      <text class="strong" x="0" y={String(top + 13)}>
        {row.target}
      </text>
      <line class="track" x1="4%" x2="96%" y1={String(base)} y2={String(base)} />
      <line class="middle" x1="50%" x2="50%" y1={String(base - 5)} y2={String(base + 5)} />
      {drawn.map((mark) => (
        <Tag view={view} mark={mark} base={base} />
      ))}
    </>
  );
}

function Behind({ view, plot }: { readonly view: StoryView; readonly plot: TonePlot }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Towards</th>
          <th scope="col">Outlet</th>
          <th scope="col">Tone</th>
          <th scope="col">Sentences of its own</th>
        </tr>
      </thead>
      <tbody>
        {plot.rows.flatMap(({ target, marks }) =>
          marks.map(({ outletId, score, citations }) => (
            <tr>
              <th scope="row">{target}</th>
              <td>{outletName(view, outletId)}</td>
              <td>{score < 0 ? 'critical' : 'favourable'}</td>
              <td>
                {citations.map(({ articleId, start }, index) => (
                  <>
                    <a href={view.site.address.href(paths.passage(articleId, start))}>
                      passage {index + 1}
                    </a>{' '}
                  </>
                ))}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** Tone of each outlet towards each target, from negative to positive. */
export function ToneFigure({ view }: { readonly view: StoryView }) {
  const plot = tonePlot(view.page.briefing.sections.papersSay.outlets);
  if (plot === null) return null;
  const tops = plot.rows.map((_, index) =>
    plot.rows.slice(0, index).reduce((sum, row) => sum + heightOf(row), HEAD),
  );
  const height = plot.rows.reduce((sum, row) => sum + heightOf(row), HEAD);
  return (
    <PlotFigure
      id="tone"
      title="Tone"
      said={saidOf(view, plot)}
      height={height + 4}
      table={<Behind view={view} plot={plot} />}
    >
      <g class="axis">
        <text x="4%" y="11">
          ← negative
        </text>
        <text x="96%" y="11" text-anchor="end">
          positive →
        </text>
      </g>
      {plot.rows.map((row, index) => (
        <Row view={view} row={row} top={tops[index] ?? 0} />
      ))}
    </PlotFigure>
  );
}
