import type { Briefing } from '../../core/briefing.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import type { StoryPage } from '../story-page.ts';
import { differences as differencesOf } from './differences.ts';
import { agreement, factMatrix } from './fact-matrix.ts';
import { outletCoverage } from './outlet-coverage.ts';

type PapersSay = Briefing['sections']['papersSay'];

/**
 * What outlets have in common and where they contradict each other. Sentences are given out in this order:
 * contradictions first, since they may need one particular sentence; then what most agree on, then the fact matrix.
 */
export function sharedReports(
  index: StoryIndex,
  working: WorkingLedger,
  page: StoryPage,
): Omit<PapersSay, 'outlets'> {
  const differences = differencesOf(index, working, page.under('papersSay', 'where they differ'));
  const agreed = agreement(index, working.claims, page.under('papersSay', 'where most agree'));
  const matrix = factMatrix(index, working, page.under('papersSay', 'facts of two or more outlets'));
  return { agreement: agreed, differences, matrix };
}

/** "What the papers say": the shared reports, and how each outlet covers the story. */
export function papersSay(
  index: StoryIndex,
  working: WorkingLedger,
  shared: Omit<PapersSay, 'outlets'>,
  page: StoryPage,
): PapersSay {
  const outlets = outletCoverage(index, working.ledger, working.claims, shared.matrix, page);
  return { outlets, ...shared };
}
