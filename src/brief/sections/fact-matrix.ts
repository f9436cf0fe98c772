import type { FactMatrix, Statement } from '../../core/briefing.ts';
import type { Citation, ClaimMember } from '../../core/ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { showClaim, showMainClause } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore, supportShare } from './claim-score.ts';

const MAX_FACTS = 8;
const MAX_AGREEMENT = 3;
const AGREEMENT_SHARE = 0.6;
const AGREEMENT_OUTLETS = 3;

/** What is said and forecast comes after what is reported, anecdotes and page lines not at all. */
const SAID_PENALTY = 0.7;

/** Shorter sentences with the very same words in several outlets are somebody's message, passed on without marks. */
const MIN_FACT_WORDS = 12;

function isPassedOn({ sentences }: ClaimGroup): boolean {
  const [first, ...rest] = sentences;
  if (first === undefined || first.holder !== null || first.words.length >= MIN_FACT_WORDS) return false;
  const words = first.words.join(' ');
  return rest.some((one) => one.article !== first.article && one.words.join(' ') === words);
}

function isFact(group: ClaimGroup): boolean {
  const { role } = group.claim;
  return role !== 'anecdotal' && role !== 'none' && !isPassedOn(group);
}

/** A fact is shown as a report has it, or as said by somebody, and not as an opinion piece puts it. */
function isReported({ isOpinion, holder }: StorySentence): boolean {
  return !isOpinion || holder !== null;
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
  const facts = claims.filter(isFact);
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
 * states is shown here in another outlet's words; a fact with no other wording left gives way to the next one.
 */
export function factMatrix(index: StoryIndex, claims: readonly ClaimGroup[], page: StoryPage): FactMatrix {
  const outlets = index.independentOutlets;
  const facts: FactMatrix['facts'][number][] = [];
  for (const group of rankedFacts(index, claims, page)) {
    if (facts.length >= MAX_FACTS) break;
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
  return { outlets, facts };
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
