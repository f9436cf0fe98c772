import type { FactMatrix, Statement } from '../../core/briefing.ts';
import type { Citation, ClaimMember } from '../../core/ledger.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { showClaim, showMainClause } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore, supportShare } from './claim-score.ts';
import { sharedEvidence } from './shared-evidence.ts';
import { tellsEvent } from './told-event.ts';

const MAX_FACTS = 8;
/** Of figures and quotations that papers share without a sentence. */
const MAX_EVIDENCE = 3;
const MAX_AGREEMENT = 3;
const AGREEMENT_SHARE = 0.6;
const AGREEMENT_OUTLETS = 3;

/** What is said and forecast comes after what is reported, anecdotes and page lines not at all. */
const SAID_PENALTY = 0.7;

/** Shorter sentences with the very same words in several outlets are somebody's message, passed on without marks. */
const MIN_FACT_WORDS = 12;

/** "“Nice!” Holm said" is no fact, nor is that nobody would comment. */
const LEAST_WORDS = 7;
const NO_COMMENT =
  /\b(?:not (?:immediately )?(?:respond|repl(?:y|ied)|return)\w*|declined to comment|requests? for comment)\b/i;

function isPassedOn({ sentences }: ClaimGroup): boolean {
  const [first, ...rest] = sentences;
  if (first === undefined || first.holder !== null || first.words.length >= MIN_FACT_WORDS) return false;
  const words = first.words.join(' ');
  return rest.some((one) => one.article !== first.article && one.words.join(' ') === words);
}

function isFact(group: ClaimGroup): boolean {
  const { role } = group.claim;
  const [first] = group.wordings;
  const saysNothing = first === undefined || first.words.length < LEAST_WORDS || NO_COMMENT.test(first.text);
  return role !== 'anecdotal' && role !== 'none' && !saysNothing && !isPassedOn(group);
}

/** A fact is shown as a report has it, or as said by somebody, and not as an opinion piece puts it. */
function isReported({ isOpinion, holder }: StorySentence): boolean {
  return !isOpinion || holder !== null;
}

/** Words by which somebody foresees, judges or guesses. */
const OF_SOMEBODY =
  /\b(?:will|would|could|may|might|should|must|expect\w*|likely|hop(?:e|es|ed|ing)|fear\w*|worr\w+|think\w*|believ\w+|seems?|appears?|better|worse|best|worst)\b/i;

/** Two papers that report the same in plain words of the past report it, whatever the sentence was taken for. */
function asTold(group: ClaimGroup): ClaimGroup {
  const { role, outlets } = group.claim;
  if ((role !== 'evaluation' && role !== 'expectation') || outlets.length < 2) return group;
  const isTold = (one: StorySentence): boolean =>
    !(one.mostlyQuote || one.insideQuote || one.isOpinion) &&
    one.holder === null &&
    one.loadedWords === 0 &&
    !OF_SOMEBODY.test(one.text) &&
    !/["“”]/.test(one.text) &&
    one.traits.has('isPlainReport') &&
    tellsEvent(one.text);
  const told = group.wordings.filter(isTold);
  if (told.length === 0) return group;
  const wordings = told.map((one) => ({ ...one, role: 'current-context' as const }));
  return { ...group, wordings, claim: { ...group.claim, role: 'current-context' } };
}

function isSaid({ claim }: ClaimGroup): boolean {
  return claim.kind === 'evaluation' || claim.kind === 'expectation' || claim.kind === 'quote';
}

function cellOf(members: readonly ClaimMember[], outletId: string): Citation | null {
  const member = members.find((one) => one.outletId === outletId && !one.isCopy);
  return member === undefined ? null : { articleId: member.articleId, start: member.start, end: member.end };
}

/** Outlets that carry a claim, whole or in part. */
function carriers({ outlets, partial }: ClaimGroup['claim']): number {
  return new Set([...outlets, ...partial.map(({ outletId }) => outletId)]).size;
}

/** Facts that two outlets carry in full; where there is none, those that another outlet carries in part. */
function rankedFacts(index: StoryIndex, claims: readonly ClaimGroup[], page: StoryPage): ClaimGroup[] {
  const facts = claims.filter(isFact).map(asTold);
  const whole = facts.filter(({ claim }) => claim.outlets.length >= 2);
  const shared = whole.length > 0 ? whole : facts.filter(({ claim }) => carriers(claim) >= 2);
  return byScore(
    shared,
    (group) => claimScore(index, group) + supportShare(index, group) - (isSaid(group) ? SAID_PENALTY : 0),
    page,
  );
}

/**
 * Facts that two or more outlets report, against the outlets that wrote their own text. A fact that the page already
 * states is shown here in another outlet's words; a fact with no other wording left gives way to the next one. Where there is no such
 * fact, what outlets share of figures and quotations.
 */
export function factMatrix(index: StoryIndex, working: WorkingLedger, page: StoryPage): FactMatrix {
  const outlets = index.independentOutlets;
  const facts = factRows(index, rankedFacts(index, working.claims, page), page, MAX_FACTS);
  if (facts.length > 0) return { outlets, facts };
  const evidence: FactMatrix['facts'][number][] = [];
  const used = new Set<number>();
  for (const groups of sharedEvidence(index, working)) {
    if (evidence.length >= MAX_EVIDENCE) break;
    const ids = groups.flatMap(({ wordings }) => wordings.map(({ id }) => id));
    if (ids.some((id) => used.has(id))) continue;
    const rows = factRows(index, groups, page, 1);
    if (rows.length > 0) for (const id of ids) used.add(id);
    evidence.push(...rows);
  }
  return { outlets, facts: evidence };
}

function factRows(
  index: StoryIndex,
  groups: readonly ClaimGroup[],
  page: StoryPage,
  limit: number,
): FactMatrix['facts'] {
  const outlets = index.independentOutlets;
  const facts: FactMatrix['facts'][number][] = [];
  for (const group of groups) {
    if (facts.length >= limit) break;
    const statement = showClaim(index, page, group, isReported) ?? showMainClause(index, page, group);
    if (statement === null) continue;
    facts.push({
      id: group.claim.id,
      statement,
      first: group.claim.firstReporter,
      cells: outlets.map((outlet) => cellOf(group.claim.members, outlet)),
      partly: outlets.map((outlet) => cellOf(group.claim.partial, outlet)),
    });
  }
  return facts;
}

/** What at least six in ten of three or more independent outlets report, in words the page has not used yet. */
export function agreement(index: StoryIndex, claims: readonly ClaimGroup[], page: StoryPage): Statement[] {
  const outlets = index.independentOutlets.length;
  if (outlets < AGREEMENT_OUTLETS) return [];
  const statements: Statement[] = [];
  const facts = rankedFacts(index, claims, page);
  // Few facts are worth more side by side, with who has them and who has not.
  const limit = Math.min(MAX_AGREEMENT, Math.floor(facts.length / 2));
  for (const group of facts) {
    if (statements.length >= limit) break;
    if (group.claim.outlets.length < AGREEMENT_SHARE * outlets) continue;
    const statement = showClaim(index, page, group, isReported);
    if (statement !== null) statements.push(statement);
  }
  return statements;
}
