import type { FactMatrix } from '../../../core/briefing.ts';
import type { Citation } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { matrixColumns } from '../../plots/matrix-order.ts';
import { Moment } from '../moment.tsx';
import { Said, StatementPassage } from './statement.tsx';
import { outletName, type StoryView, siglum } from './story-view.ts';

/** Order of reports is known only where the article carries a time of day. */
function isKnownFirst(view: StoryView, cell: Citation, outletId: string, first: string): boolean {
  return outletId === first && view.articles.get(cell.articleId)?.article.datePrecision === 'minute';
}

function Cell({
  view,
  cell,
  part,
  outletId,
  first,
}: {
  readonly view: StoryView;
  readonly cell: Citation | null;
  readonly part: Citation | null;
  readonly outletId: string;
  readonly first: string;
}) {
  const name = outletName(view, outletId);
  const said = cell ?? part;
  if (said === null) {
    return (
      <td class="absent" data-siglum={siglum(view, outletId)}>
        <span class="unseen">not found in {name}</span>
      </td>
    );
  }
  const isFirst = cell !== null && isKnownFirst(view, cell, outletId, first);
  const label = cell === null ? `${name} says a part of it` : `${name} reports it${isFirst ? ' first' : ''}`;
  const mark = cell === null ? 'hit partly' : isFirst ? 'hit first' : 'hit';
  return (
    <td data-siglum={siglum(view, outletId)}>
      <a class={mark} href={view.site.address.href(paths.passage(said.articleId, said.start))} title={label}>
        <span class="unseen">{label}</span>
      </a>
    </td>
  );
}

/** Who had the fact first and when, where the time of day is known. */
function FirstReport({
  view,
  fact,
  outlets,
}: {
  readonly view: StoryView;
  readonly fact: FactMatrix['facts'][number];
  readonly outlets: readonly string[];
}) {
  const cell = fact.cells[outlets.indexOf(fact.first)] ?? null;
  const article = cell === null ? undefined : view.articles.get(cell.articleId)?.article;
  if (cell === null || article === undefined || !isKnownFirst(view, cell, fact.first, fact.first))
    return null;
  return (
    <small class="first-report">
      first in {outletName(view, fact.first)},{' '}
      <Moment at={article.publishedAt} precision={article.datePrecision} short />
    </small>
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
        <i class="hit partly"></i> says a part of it
      </span>
      <span>
        <i class="absent"></i> not found: no sentence near enough, it may be said in other words
      </span>
      <span>A mark leads to the passage.</span>
    </p>
  );
}

/** Who reports each fact, who was first, where it was not found. */
export function FactMatrixTable({ view, matrix }: { readonly view: StoryView; readonly matrix: FactMatrix }) {
  const columns = matrixColumns(matrix);
  return (
    <div class="group wide">
      <h3>Who reports what</h3>
      <section class="scroll" aria-label="Who reports what" tabindex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              {columns.map(({ outletId }) => (
                <th scope="col">
                  <span class="column-name">{outletName(view, outletId)}</span>
                </th>
              ))}
              <th scope="col" class="total">
                of {columns.length}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.facts.map((fact, index) => (
              <tr id={`fact-${index + 1}`}>
                <th scope="row">
                  <span class="fact-number">{index + 1}</span>
                  <Said view={view} statement={fact.statement} place={`fact-${index + 1}`} />
                  <FirstReport view={view} fact={fact} outlets={matrix.outlets} />
                </th>
                {columns.map(({ outletId, index: column }) => (
                  <Cell
                    view={view}
                    cell={fact.cells[column] ?? null}
                    part={fact.partly?.[column] ?? null}
                    outletId={outletId}
                    first={fact.first}
                  />
                ))}
                <td class="total">
                  {fact.cells.filter((cell) => cell !== null).length}
                  <span class="unseen"> of {columns.length} outlets report it</span>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Facts reported, of {matrix.facts.length}</th>
              {columns.map(({ outletId, facts }) => (
                <td data-siglum={siglum(view, outletId)}>{facts}</td>
              ))}
              <td class="total"></td>
            </tr>
          </tfoot>
        </table>
      </section>
      <Legend />
      {matrix.facts.map((fact, index) => (
        <StatementPassage view={view} statement={fact.statement} place={`fact-${index + 1}`} />
      ))}
    </div>
  );
}
