import type { Ledger } from '../../core/ledger.ts';
import { type ClaimGroup, groupClaims } from './claims.ts';
import { type FigureGroup, groupFigures } from './figures.ts';
import { groupQuotes } from './quotes.ts';
import { collectRoles } from './roles.ts';
import type { StoryIndex } from './story-sentence.ts';

/** A ledger with the sentences behind its entries, as the sections read it. */
export interface WorkingLedger {
  readonly ledger: Ledger;
  readonly claims: readonly ClaimGroup[];
  readonly figures: readonly FigureGroup[];
}

/** Everything that a briefing may say about a story, from its articles alone. */
export function buildLedger(index: StoryIndex): WorkingLedger {
  const claims = groupClaims(index);
  const figures = groupFigures(index);
  return {
    claims,
    figures,
    ledger: {
      storyId: index.storyId,
      asOf: index.asOf,
      independentOutlets: index.independentOutlets,
      claims: claims.map((group) => group.claim),
      figures: figures.map((group) => group.entry),
      quotes: groupQuotes(index),
      roles: collectRoles(index),
    },
  };
}
