import type { Briefing } from '../core/briefing.ts';
import type { BriefingExplanation } from '../core/briefing-explanation.ts';
import type { BriefInput } from '../core/ledger.ts';
import { briefStory } from './brief-story.ts';
import { createChoiceLog } from './choice-log.ts';

/**
 * Briefs a story and tells why: per rule of each section the claims that were chosen, those that were passed over with
 * the reason, and those that came next. The briefing is the one that `briefStory` makes, by the same steps.
 */
export function explainBriefing(input: BriefInput): {
  readonly briefing: Briefing;
  readonly explanation: BriefingExplanation;
} {
  const log = createChoiceLog();
  const { briefing, ledger } = briefStory(input, undefined, log);
  return {
    briefing,
    explanation: {
      storyId: briefing.storyId,
      slug: briefing.slug,
      headline: briefing.headline,
      independentOutlets: ledger.independentOutlets,
      rules: log.rules(),
    },
  };
}
