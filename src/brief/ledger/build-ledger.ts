import type { Ledger } from '../../core/ledger.ts';
import { type ClaimGroup, groupClaims } from './claims.ts';
import { findContradictions, toContradiction } from './contradictions.ts';
import { type FigureGroup, groupFigures } from './figures.ts';
import { groupQuotes } from './quotes.ts';
import { collectRoles } from './roles.ts';
import type { StoryIndex } from './story-sentence.ts';
import type { WorkingContradiction } from './working-contradiction.ts';

/** A ledger with the sentences behind its entries, as the sections read it. */
export interface WorkingLedger {
  readonly ledger: Ledger;
  readonly claims: readonly ClaimGroup[];
  readonly figures: readonly FigureGroup[];
  readonly contradictions: readonly WorkingContradiction[];
}

/** Everything that a briefing may say about a story, from its articles alone. */
export function buildLedger(index: StoryIndex): WorkingLedger {
  const claims = groupClaims(index);
  const figures = groupFigures(index);
  const contradictions = findContradictions(index, claims, figures);
  return {
    claims,
    figures,
    contradictions,
    ledger: {
      storyId: index.storyId,
      asOf: index.asOf,
      independentOutlets: index.independentOutlets,
      claims: claims.map((group) => group.claim),
      figures: figures.map((group) => group.entry),
      contradictions: contradictions.map((one) => toContradiction(index, one)),
      quotes: groupQuotes(index),
      roles: collectRoles(index),
    },
  };
}
