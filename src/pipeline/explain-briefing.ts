import { explainBriefing } from '../brief/explain-briefing.ts';
import type { BriefingExplanation } from '../core/briefing-explanation.ts';
import { loadBriefInput } from '../store/brief-input.ts';
import { sitePolicy } from '../store/source-policy.ts';
import { underSitePolicy } from './policy-input.ts';
import type { World } from './world.ts';

/**
 * Why the briefing of a story says what it says, from its articles as they are stored now and under the policy of the
 * site. Null when there is no such story.
 */
export async function explainStoredBriefing(
  { store, quotationBudget }: Pick<World, 'store' | 'quotationBudget'>,
  storyId: string,
): Promise<BriefingExplanation | null> {
  const stored = await loadBriefInput(store.db, storyId);
  if (stored === null) return null;
  const input = underSitePolicy({ ...stored.input, quotationBudget }, await sitePolicy(store.db));
  return explainBriefing(input).explanation;
}
