import type { Briefing } from '../../core/briefing.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';
import { figureDifferences } from './differences.ts';
import { agreement, factMatrix } from './fact-matrix.ts';
import { outletCoverage } from './outlet-coverage.ts';

/**
 * "What the papers say". Sentences are given out in this order: contradictions first, since they may need one
 * particular sentence; then the fact matrix, what all agree on in yet other words, and each outlet's own.
 */
export function papersSay(
  index: StoryIndex,
  working: WorkingLedger,
  page: StoryPage,
): Briefing['sections']['papersSay'] {
  const differences = figureDifferences(index, working.figures, working.claims, page);
  const matrix = factMatrix(index, working.claims, page);
  const agreed = agreement(index, working.claims, page);
  const outlets = outletCoverage(index, working.ledger, working.claims, matrix, page);
  return { outlets, agreement: agreed, differences, matrix };
}
