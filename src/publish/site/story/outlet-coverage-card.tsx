import type { Child } from 'hono/jsx';
import type { OutletCoverage } from '../../../core/briefing.ts';
import { paths } from '../../address.ts';
import { coverageParagraph } from '../../format/coverage-paragraph.ts';
import { shortened } from '../../format/words.ts';
import { OutletLink, outletFacts } from '../outlet-name.tsx';
import { EvidenceLink, Said, StatementPassage } from './statement.tsx';
import { citedWords, outletName, type StoryView } from './story-view.ts';

interface CardProps {
  readonly view: StoryView;
  readonly coverage: OutletCoverage;
  readonly place: string;
}

function Row({ term, children }: { readonly term: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Quotes({ view, coverage }: CardProps) {
  return (
    <Row term="Quotes">
      <ul>
        {coverage.quotes.map(({ speaker, citation }) => (
          <li>
            {speaker}:{' '}
            <EvidenceLink view={view} citation={citation}>
              {`“${shortened(citedWords(view, citation).replace(/[,\s]+$/, ''), 120)}”`}
            </EvidenceLink>
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** Facts of the matrix by number, so that no sentence stands on the page twice. */
function LeavesOut({ view, coverage }: CardProps) {
  const { facts } = view.page.briefing.sections.papersSay.matrix;
  const missing = coverage.leavesOut.flatMap((id) => {
    const index = facts.findIndex((fact) => fact.id === id);
    const fact = facts[index];
    return fact === undefined ? [] : [{ number: index + 1, text: fact.statement.text }];
  });
  if (missing.length === 0) return null;
  return (
    <Row term="Not found here">
      <ul>
        {missing.map(({ number, text }) => (
          <li>
            <a href={`#fact-${number}`}>
              fact {number}: {shortened(text, 40)}
            </a>
          </li>
        ))}
      </ul>
    </Row>
  );
}

const DIRECTIONS = { critical: 'Critical of', favourable: 'Favourable to' } as const;

/** Folded: the reader asks for a judgement on a tone, and finds the sentences it rests on. */
function Tones({ view, coverage }: CardProps) {
  const tones = coverage.tone ?? [];
  if (tones.length === 0) return null;
  return (
    <Row term="Tone">
      {tones.map(({ name, direction, citations, judgedBy }) => (
        <details>
          <summary>
            {DIRECTIONS[direction]} {name}, by {citations.length}{' '}
            {citations.length === 1 ? 'sentence' : 'sentences'} of its own
          </summary>
          <ul>
            {citations.map((citation) => (
              <li>
                <EvidenceLink view={view} citation={citation}>
                  {`“${shortened(citedWords(view, citation), 90)}”`}
                </EvidenceLink>
              </li>
            ))}
          </ul>
          <p class="facts">
            {judgedBy === undefined
              ? 'Judged by a small trained model; it can be wrong.'
              : `Judged by the language model ${judgedBy}; it can be wrong.`}
          </p>
        </details>
      ))}
    </Row>
  );
}

/** What was found about the outlet's way with the story, in a few sentences. */
function Portrait({ view, coverage }: CardProps) {
  const parts = coverageParagraph(coverage, view.page.briefing.sections.papersSay.matrix, (id) =>
    outletName(view, id),
  );
  if (parts.length === 0) return null;
  return (
    <p class="portrait">
      {parts.map(({ text, citation }) =>
        citation === null ? (
          text
        ) : (
          <EvidenceLink view={view} citation={citation}>
            {text}
          </EvidenceLink>
        ),
      )}
    </p>
  );
}

function Findings(props: CardProps) {
  const { view, coverage, place } = props;
  const { leadsOn, onlyHere, quotes, loadedWords } = coverage;
  return (
    <dl>
      {leadsOn === null ? null : (
        <Row term="Leads on">
          <Said view={view} statement={leadsOn} place={`${place}-lead`} />
        </Row>
      )}
      {onlyHere.length === 0 ? null : (
        <Row term="Found only here">
          {onlyHere.map((statement, index) => (
            <Said view={view} statement={statement} place={`${place}-only-${index + 1}`} />
          ))}
        </Row>
      )}
      <LeavesOut {...props} />
      {quotes.length === 0 ? null : <Quotes {...props} />}
      {loadedWords.length === 0 ? null : (
        <Row term="Loaded words">
          {loadedWords.map(({ text, citation }, index) => (
            <>
              {index > 0 ? ', ' : null}
              <EvidenceLink view={view} citation={citation}>
                {`“${text}”`}
              </EvidenceLink>
            </>
          ))}
        </Row>
      )}
      <Tones {...props} />
    </dl>
  );
}

/** Of many outlets, all but the first are told in brief: what only they have, leading to the passage's own page. */
function InBrief({ view, coverage }: Pick<CardProps, 'view' | 'coverage'>) {
  if (coverage.onlyHere.length === 0) return null;
  return (
    <dl>
      <Row term="Found only here">
        {coverage.onlyHere.map(({ text, citations }) => (
          <EvidenceLink view={view} citation={citations[0]}>
            {text}
          </EvidenceLink>
        ))}
      </Row>
    </dl>
  );
}

function InFull(props: CardProps) {
  const { view, coverage, place } = props;
  const { leadsOn, onlyHere } = coverage;
  return (
    <>
      <Findings {...props} />
      {leadsOn === null ? null : <StatementPassage view={view} statement={leadsOn} place={`${place}-lead`} />}
      {onlyHere.map((statement, index) => (
        <StatementPassage view={view} statement={statement} place={`${place}-only-${index + 1}`} />
      ))}
    </>
  );
}

/** How one outlet covers the story, with proof for each finding. */
export function OutletCoverageCard(props: CardProps & { readonly isBrief: boolean }) {
  const { view, coverage } = props;
  const outlet = view.outlets.get(coverage.outletId);
  return (
    <article class="outlet-card" id={`outlet-${coverage.outletId}`} data-outlet={coverage.outletId}>
      <h4>{outlet === undefined ? coverage.outletId : <OutletLink site={view.site} outlet={outlet} />}</h4>
      {outlet === undefined ? null : <p class="facts">{outletFacts(outlet)}</p>}
      <p class="their-headline">
        <a href={view.site.address.href(paths.article(coverage.headlineArticleId))}>{coverage.headline}</a>
      </p>
      {coverage.reprints === null ? null : (
        <p class="facts">
          Reprints the text of {outletName(view, coverage.reprints)}; it does not count as a source of its
          own.
        </p>
      )}
      <Portrait {...props} />
      {props.isBrief ? <InBrief view={view} coverage={coverage} /> : <InFull {...props} />}
    </article>
  );
}
