import type { Figure } from '../../core/annotation.ts';
import type { FigureReport } from '../../core/ledger.ts';
import type { StorySentence } from './story-sentence.ts';

/** A report with the sentence it stands in. */
export interface FigureSource {
  readonly report: FigureReport;
  readonly figure: Figure;
  readonly sentence: StorySentence;
}
