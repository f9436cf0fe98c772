import type { BehindGroup, Briefing, Statement } from '../../core/briefing.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { namesCause, namesStakes } from './cause-cues.ts';
import { byScore, claimScore } from './claim-score.ts';

interface GroupRule {
  readonly group: BehindGroup;
  readonly limit: number;
  /** How well a claim fits the group; 0 or less means that it does not. */
  fit(claim: ClaimGroup): number;
}

function textOf(claim: ClaimGroup): string {
  return claim.wordings[0]?.text ?? '';
}

function fitWhyNow(claim: ClaimGroup): number {
  const { role } = claim.claim;
  if (role !== 'current-context' && role !== 'previous-event' && role !== 'consequence') return 0;
  if (namesCause(textOf(claim))) return 2;
  return role === 'current-context' ? 1 : 0;
}

function fitAtStake(claim: ClaimGroup): number {
  const { role } = claim.claim;
  if (!namesStakes(textOf(claim))) return 0;
  if (role === 'consequence') return 2;
  return role === 'current-context' || role === 'main' || role === 'previous-event' ? 1 : 0;
}

function fitViews({ claim, wordings }: ClaimGroup): number {
  if (claim.role === 'expectation') return 0;
  const isQuote = wordings[0]?.mostlyQuote === true;
  return (claim.role === 'evaluation' ? 1 : 0) + (isQuote ? 2 : 0);
}

const RULES: readonly GroupRule[] = [
  { group: 'why-now', limit: 3, fit: fitWhyNow },
  { group: 'at-stake', limit: 2, fit: fitAtStake },
  { group: 'what-could-follow', limit: 3, fit: ({ claim }) => (claim.role === 'expectation' ? 1 : 0) },
  { group: 'views', limit: 3, fit: fitViews },
];

/** Each person is heard once before anyone is heard again. */
function speakerKey(statement: Statement): string | null {
  return statement.by === null ? null : (normaliseName(statement.by.name).split(' ').at(-1) ?? null);
}

function fillGroup(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  page: StoryPage,
  rule: GroupRule,
): Statement[] {
  const fitting = claims.filter((claim) => rule.fit(claim) > 0);
  const isHeld = rule.group === 'what-could-follow' || rule.group === 'views';
  const heard = new Set<string>();
  const statements: Statement[] = [];
  for (const claim of byScore(fitting, (one) => claimScore(index, one) + 0.5 * rule.fit(one))) {
    if (statements.length >= rule.limit) break;
    const statement = showClaim(index, page, claim, (sentence) => {
      if (!isHeld) return !sentence.mostlyQuote && !sentence.insideQuote;
      // What somebody expected years ago is background.
      if (rule.group === 'what-could-follow' && sentence.isDatedEarlier) return false;
      const key = sentence.holder === null ? null : normaliseName(sentence.holder).split(' ').at(-1);
      return key !== null && key !== undefined && !heard.has(key);
    });
    if (statement === null) continue;
    statements.push(statement);
    const key = speakerKey(statement);
    if (key !== null) heard.add(key);
  }
  return statements;
}

/**
 * "What's behind the headline?": why now, what is at stake, what could follow, and views. Forecasts and opinions only
 * with the name of who holds them; groups with nothing in them are left out.
 */
export function behindTheHeadline(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  page: StoryPage,
): Briefing['sections']['behindTheHeadline'] {
  return RULES.map((rule) => ({
    group: rule.group,
    statements: fillGroup(index, claims, page, rule),
  })).filter(({ statements }) => statements.length > 0);
}
