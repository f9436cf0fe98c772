import type { FigureEntry, FigureReport } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { Moment } from '../moment.tsx';
import { RangeMark } from './range-mark.tsx';
import { outletName, type StoryView, siglum } from './story-view.ts';

interface Reading {
  readonly text: string;
  readonly reports: readonly FigureReport[];
}

function precisionOf(view: StoryView, report: FigureReport) {
  return view.articles.get(report.articleId)?.article.datePrecision ?? 'minute';
}

/** Reports that give the same value and bound, the newest of each outlet, in order of value. */
function readingsOf(entry: FigureEntry): Reading[] {
  const groups = Map.groupBy(
    entry.reports,
    ({ value, high, modifier }) => `${value}|${high ?? ''}|${modifier}`,
  );
  return [...groups.values()]
    .map((reports) => {
      const newest = new Map(
        [...reports].sort((a, b) => a.publishedAt - b.publishedAt).map((r) => [r.outletId, r]),
      );
      return { text: reports[0]?.text ?? '', reports: [...newest.values()] };
    })
    .sort((a, b) => (a.reports[0]?.value ?? 0) - (b.reports[0]?.value ?? 0));
}

function ReportLink({ view, report }: { readonly view: StoryView; readonly report: FigureReport }) {
  return (
    <a
      class="siglum"
      href={view.site.address.href(paths.passage(report.articleId, report.start))}
      title={outletName(view, report.outletId)}
    >
      {siglum(view, report.outletId)}
    </a>
  );
}

function Readings({ view, entry }: { readonly view: StoryView; readonly entry: FigureEntry }) {
  const readings = readingsOf(entry);
  if (entry.disagreement === 'none') {
    const newest = new Map(entry.reports.map((report) => [report.outletId, report]));
    return (
      <>
        {newest.size > 1 ? `agreed by ${counted(newest.size, 'outlet')} ` : 'only '}
        {[...newest.values()].map((report) => (
          <>
            <ReportLink view={view} report={report} />{' '}
          </>
        ))}
      </>
    );
  }
  return (
    <>
      <RangeMark entry={entry} />
      <ul class="readings">
        {readings.map(({ text, reports }) => (
          <li>
            <span class="number">{text}</span>{' '}
            {reports.map((report) => (
              <>
                <ReportLink view={view} report={report} />{' '}
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

const DISAGREEMENT = {
  none: null,
  differs: 'outlets differ',
  'order-of-magnitude': 'differs tenfold or more',
} as const;

/** The number ledger: each quantity with its newest value, what every outlet says, and how far they are apart. */
export function FiguresTable({
  view,
  figures,
}: {
  readonly view: StoryView;
  readonly figures: readonly FigureEntry[];
}) {
  if (figures.length === 0) return null;
  return (
    <section class="scroll" aria-label="Figures" tabindex={0}>
      <table class="figures" id="figures">
        <caption>Figures</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Latest</th>
            <th scope="col">Outlets say</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((entry) => {
            const flag = DISAGREEMENT[entry.disagreement];
            return (
              <tr>
                <th scope="row">
                  {entry.what}
                  {flag === null ? null : <span class="flag">{flag}</span>}
                </th>
                <td>
                  <span class="number">{entry.latest.text}</span>
                  <small>
                    {siglum(view, entry.latest.outletId)},{' '}
                    <Moment at={entry.latest.publishedAt} precision={precisionOf(view, entry.latest)} short />
                  </small>
                </td>
                <td>
                  <Readings view={view} entry={entry} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
