import type { Statement } from '../../../core/briefing.ts';
import type { Citation } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { listed } from '../../format/words.ts';
import { OutletLink } from '../outlet-name.tsx';
import { PassageAside } from './passage-aside.tsx';
import { citedOutlets, outletName, type PassagesView, siglum } from './story-view.ts';

/** Where on the page a statement stands (`happened-1`): its chip is `c-…`, its passage `p-…`. */
export interface StatementProps {
  readonly view: PassagesView;
  readonly statement: Statement;
  readonly place: string;
}

/** Sigla shown in full; of more outlets than that, two are named and the rest counted. */
const FULL_SIGLA = 3;

/** Outlets a chip names: independent carriers, the cited outlet first. */
function carriers(view: PassagesView, statement: Statement): readonly string[] {
  const cited = citedOutlets(view, statement.citations);
  return [...new Set([...cited, ...statement.outlets])];
}

/** The link from a sentence to its passage: the sigla of the outlets that carry it. */
function Chip({ view, statement, place }: StatementProps) {
  const outlets = carriers(view, statement);
  const shown = outlets.length > FULL_SIGLA ? outlets.slice(0, FULL_SIGLA - 1) : outlets;
  const names = outlets.map((id) => outletName(view, id));
  return (
    <a class="chip" id={`c-${place}`} href={`#p-${place}`} title={listed(names)}>
      {shown.map((id) => siglum(view, id)).join(' ')}
      {outlets.length > shown.length ? ` +${outlets.length - shown.length}` : null}
      <span class="unseen">, source: {listed(names, 3)}</span>
    </a>
  );
}

/** Who holds an opinion or a forecast and which outlet printed it. */
function Holder({ view, statement }: { readonly view: PassagesView; readonly statement: Statement }) {
  if (statement.by === null) return null;
  const { name, outletId } = statement.by;
  const outlet = view.outlets.get(outletId);
  const printed = outlet === undefined ? outletId : <OutletLink site={view.site} outlet={outlet} />;
  return (
    <span class="holder">
      {name === outlet?.name ? (
        <>according to {printed}</>
      ) : (
        <>
          according to {name}, in {printed}
        </>
      )}
    </span>
  );
}

/** Sentences that a model may have written: on such a page those that are the article's say so. */
function isOfSection(place: string): boolean {
  return /^(?:happened|review|before|w|why-now|at-stake|what-could-follow|unknown|views)-/.test(place);
}

/** A sentence with its holder, when it has one, and its chip. Goes inside a paragraph; its passage comes after it. */
export function Said({ view, statement, place }: StatementProps) {
  return (
    <span class="said">
      {statement.text}
      <Holder view={view} statement={statement} />
      {view.isWritten === true && statement.writtenBy === undefined && isOfSection(place) ? (
        <small class="own-words">extracted</small>
      ) : null}
      <Chip view={view} statement={statement} place={place} />{' '}
    </span>
  );
}

/** The passage that a statement's chip opens. */
export function StatementPassage({ view, statement, place }: StatementProps) {
  const [first, ...others] = statement.citations;
  return (
    <PassageAside view={view} citation={first} others={[...others, ...statement.support]} place={place} />
  );
}

/** A statement as a paragraph of its own, followed by its passage. */
export function StatementParagraph(props: StatementProps) {
  return (
    <>
      <p>
        <Said {...props} />
      </p>
      <StatementPassage {...props} />
    </>
  );
}

/** A few words of evidence that lead to their place in the article's excerpts. */
export function EvidenceLink({
  view,
  citation,
  children,
}: {
  readonly view: PassagesView;
  readonly citation: Citation;
  readonly children: string;
}) {
  return (
    <a class="evidence" href={view.site.address.href(paths.passage(citation.articleId, citation.start))}>
      {children}
    </a>
  );
}
