import type { FactMatrix } from '../../../core/briefing.ts';
import type { Citation } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { Said, StatementPassage } from './statement.tsx';
import { outletName, type StoryView, siglum } from './story-view.ts';

/** Order of reports is known only where the article carries a time of day. */
function isKnownFirst(view: StoryView, cell: Citation, outletId: string, first: string): boolean {
  return outletId === first && view.articles.get(cell.articleId)?.article.datePrecision === 'minute';
}

function Cell({
  view,
  cell,
  outletId,
  first,
}: {
  readonly view: StoryView;
  readonly cell: Citation | null;
  readonly outletId: string;
  readonly first: string;
}) {
  const name = outletName(view, outletId);
  if (cell === null) {
    return (
      <td class="absent">
        <span aria-hidden="true">–</span>
        <span class="unseen">not found in {name}</span>
      </td>
    );
  }
  const isFirst = isKnownFirst(view, cell, outletId, first);
  const label = isFirst ? `${name} reports it first` : `${name} reports it`;
  return (
    <td>
      <a
        class={isFirst ? 'hit first' : 'hit'}
        href={view.site.address.href(paths.passage(cell.articleId, cell.start))}
        title={label}
      >
        <span class="unseen">{label}</span>
      </a>
    </td>
  );
}

function Legend() {
  return (
    <p class="legend">
      <span>
        <i class="hit first"></i> reports it first
      </span>
      <span>
        <i class="hit"></i> reports it
      </span>
      <span>
        <span class="absent">–</span> not found: no sentence near enough, it may be said in other words
      </span>
      <span>A mark leads to the passage.</span>
    </p>
  );
}

/** Who reports each fact, who was first, where it was not found. */
export function FactMatrixTable({ view, matrix }: { readonly view: StoryView; readonly matrix: FactMatrix }) {
  return (
    <div class="group wide">
      <h3>Who reports what</h3>
      <section class="scroll" aria-label="Who reports what" tabindex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              {matrix.outlets.map((id) => (
                <th scope="col">
                  <abbr title={outletName(view, id)}>{siglum(view, id)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.facts.map((fact, index) => (
              <tr id={`fact-${index + 1}`}>
                <th scope="row">
                  <span class="fact-number">{index + 1}</span>
                  <Said view={view} statement={fact.statement} place={`fact-${index + 1}`} />
                </th>
                {matrix.outlets.map((id, column) => (
                  <Cell view={view} cell={fact.cells[column] ?? null} outletId={id} first={fact.first} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Legend />
      {matrix.facts.map((fact, index) => (
        <StatementPassage view={view} statement={fact.statement} place={`fact-${index + 1}`} />
      ))}
    </div>
  );
}
