import type { ContradictionKind } from '../../core/ledger.ts';
import type { Span } from '../../core/span.ts';
import type { StorySentence } from './story-sentence.ts';

/** A sentence of a side, and the stretch of it that the contradiction lies in; null when it is all of it. */
export interface SideSource {
  readonly sentence: StorySentence;
  readonly focus: Span | null;
}

export interface ContradictionSide {
  readonly label: string;
  readonly sources: readonly SideSource[];
}

/** A contradiction with the sentences behind it, as the sections read it. */
export interface WorkingContradiction {
  readonly kind: ContradictionKind;
  readonly what: string;
  readonly sides: readonly ContradictionSide[];
}
