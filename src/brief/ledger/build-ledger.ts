import type { Ledger } from '../../core/ledger.ts';
import type { SourcePolicy } from '../../core/source-policy.ts';
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

function reporters(entry: Ledger['figures'][number]): number {
  return new Set(entry.reports.map(({ outletId }) => outletId)).size;
}

/** Leaves in a ledger only what as many independent outlets carry as the policy asks for. */
function keepSupported(working: WorkingLedger, { minOutlets }: SourcePolicy): WorkingLedger {
  if (minOutlets <= 1) return working;
  const claims = working.claims.filter(({ claim }) => claim.outlets.length >= minOutlets);
  const figures = working.figures.filter(({ entry }) => reporters(entry) >= minOutlets);
  return {
    claims,
    figures,
    ledger: {
      ...working.ledger,
      claims: claims.map(({ claim }) => claim),
      figures: figures.map(({ entry }) => entry),
      quotes: working.ledger.quotes.filter(({ outlets }) => outlets.length >= minOutlets),
    },
  };
}

/** Everything that a briefing may say about a story, from its articles alone, under its source policy. */
export function buildLedger(index: StoryIndex): WorkingLedger {
  const claims = groupClaims(index);
  const figures = groupFigures(index);
  const working: WorkingLedger = {
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
  return keepSupported(working, index.policy);
}
