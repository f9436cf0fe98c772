import { denies } from './ledger/denial-cues.ts';
import { namesEffect, namesReason, namesStakes, namesUnknown } from './sections/cause-cues.ts';
import { holdsView, namesForecaster } from './sections/view-cues.ts';
import { isPlainReport, leavesItOpen, speculates, tellsAhead } from './sentence-quality.ts';

/** What the words of a sentence tell of it, whatever story it stands in. */
const RULES = {
  denies,
  holdsView,
  isPlainReport,
  leavesItOpen,
  namesEffect,
  namesForecaster,
  namesReason,
  namesStakes,
  namesUnknown,
  speculates,
  tellsAhead,
} as const;

export type Trait = keyof typeof RULES;

const BITS = Object.fromEntries(Object.keys(RULES).map((name, i) => [name, 1 << i])) as Record<Trait, number>;

/**
 * The traits of one sentence, each looked for when it is first asked after. Every section asks each sentence the same,
 * and so does every later version of its story.
 */
export class SentenceTraits {
  private readonly text: string;
  private asked = 0;
  private found = 0;

  constructor(text: string) {
    this.text = text;
  }

  has(trait: Trait): boolean {
    const bit = BITS[trait];
    if ((this.asked & bit) === 0) {
      this.asked |= bit;
      if (RULES[trait](this.text)) this.found |= bit;
    }
    return (this.found & bit) !== 0;
  }
}
