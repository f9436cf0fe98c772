import { type LinearModel, readLinearModel } from '../../nlp/linear-model.ts';
import { readSequenceModel, type SequenceModel } from '../../nlp/sequence-model.ts';

/** The trained half of reading quotations; `npm run train -- quotes`. */
export interface QuoteModel {
  /** Whether a quoted stretch is somebody's words: `none`, `mixed` or `direct`. */
  readonly kinds: LinearModel;
  /** Whether a word is the head of a cue. */
  readonly cues: LinearModel;
  /** Content and source of a cue, word by word. */
  readonly parts: SequenceModel;
}

/** @throws TypeError when the file is not one: it is part of the program. */
export function readQuoteModel(json: unknown): QuoteModel {
  const stored = json as Partial<Record<keyof QuoteModel, unknown>> | null;
  return {
    kinds: readLinearModel(stored?.kinds, 'quotes'),
    cues: readLinearModel(stored?.cues, 'quotes'),
    parts: readSequenceModel(stored?.parts, 'quotes'),
  };
}
