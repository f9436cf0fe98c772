import type { Difference } from '../../../core/briefing.ts';
import { preferenceNote } from '../../format/coverage-paragraph.ts';
import { ToneFigure } from '../plots/tone-plot.tsx';
import { FactMatrixTable } from './fact-matrix-table.tsx';
import { OutletCoverageCard } from './outlet-coverage-card.tsx';
import { Section } from './section.tsx';
import { SectionForm } from './section-form.tsx';
import { Said, StatementParagraph, StatementPassage } from './statement.tsx';
import { outletName, type StoryView, siglum } from './story-view.ts';

const DIFFERENCE_KINDS: Readonly<Record<Difference['kind'], string>> = {
  figure: 'in a figure',
  time: 'in a time',
  place: 'in a place',
  agent: 'in who did it',
  cause: 'in a cause',
  denial: 'one denies what another says',
  wording: 'in wording',
};

function DifferenceSides({
  view,
  difference,
  place,
}: {
  readonly view: StoryView;
  readonly difference: Difference;
  readonly place: string;
}) {
  return (
    <article class="difference">
      <h4>
        {difference.what} <small>{DIFFERENCE_KINDS[difference.kind]}</small>
      </h4>
      <dl class="sides">
        {difference.sides.map((side, index) => (
          <div>
            <dt>
              {side.label}
              <span class="side-outlets">
                {side.outlets.map((id) => (
                  <abbr class="siglum" title={outletName(view, id)}>
                    {siglum(view, id)}
                  </abbr>
                ))}
              </span>
            </dt>
            <dd>
              <Said view={view} statement={side.statement} place={`${place}-${index + 1}`} />
            </dd>
          </div>
        ))}
      </dl>
      {difference.sides.map((side, index) => (
        <StatementPassage view={view} statement={side.statement} place={`${place}-${index + 1}`} />
      ))}
    </article>
  );
}

/** So many outlets are all told in full; of more, only the first. */
const FEW_OUTLETS = 10;
/**
 * Set on a story of 40 articles of 30 outlets (2026-11-24): with all cards in full, the page is over 52 KB after gzip and nobody
 * reads thirty of them; with five, page and style sheet stay under 45 KB.
 */
const FULL_CARDS = 5;

/** How the outlets cover the story and where they part, each with its proof. */
export function PapersSay({ view }: { readonly view: StoryView }) {
  const { sections, thin } = view.page.briefing;
  const { agreement, differences, matrix, outlets, review = [] } = sections.papersSay;
  const note = preferenceNote(outlets, (id) => outletName(view, id));
  const comparable = matrix.facts.length > 0 && matrix.outlets.length > 1;
  return (
    <Section
      id="papers"
      heading="What the papers say"
      thin={thin.papersSay}
      filled={agreement.length > 0 || differences.length > 0 || comparable || outlets.length > 0}
      form={<SectionForm view={view} section="papersSay" id="papers" />}
    >
      {review.length === 0 ? null : (
        <>
          <p>
            {review.map((statement, index) => (
              <Said view={view} statement={statement} place={`review-${index + 1}`} />
            ))}
          </p>
          {review.map((statement, index) => (
            <StatementPassage view={view} statement={statement} place={`review-${index + 1}`} />
          ))}
        </>
      )}
      {agreement.length === 0 ? null : (
        <div class="group">
          <h3>Where they agree</h3>
          {agreement.map((statement, index) => (
            <StatementParagraph view={view} statement={statement} place={`agreed-${index + 1}`} />
          ))}
        </div>
      )}
      {differences.length === 0 ? null : (
        <div class="group">
          <h3>Where they differ</h3>
          {differences.map((difference, index) => (
            <DifferenceSides view={view} difference={difference} place={`differs-${index + 1}`} />
          ))}
        </div>
      )}
      {comparable ? <FactMatrixTable view={view} matrix={matrix} /> : null}
      <ToneFigure view={view} />
      {outlets.length === 0 ? null : (
        <div class="group wide">
          <h3>Outlet by outlet</h3>
          <div class="outlet-cards">
            {outlets.map((coverage, index) => (
              <OutletCoverageCard
                view={view}
                coverage={coverage}
                place={`outlet-${index + 1}`}
                isBrief={outlets.length > FEW_OUTLETS && index >= FULL_CARDS}
              />
            ))}
          </div>
          {note === null ? null : <p class="legend">{note}</p>}
        </div>
      )}
    </Section>
  );
}
