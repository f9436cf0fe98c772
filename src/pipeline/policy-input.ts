import { applyPolicy } from '../brief/source-policy.ts';
import type { BriefInput } from '../core/ledger.ts';
import type { SourcePolicy } from '../core/source-policy.ts';

/**
 * A story under the policy of the site. One that only hidden outlets tell keeps its articles, so that it has a briefing
 * when the policy is lifted; marked with the policy, it is in no list and has no page.
 */
export function underSitePolicy<Input extends BriefInput>(input: Input, policy: SourcePolicy): Input {
  const narrowed = { ...input, ...applyPolicy(input, policy) };
  if (narrowed.articles.length > 0 || narrowed.policy === undefined) return narrowed;
  return { ...input, policy: narrowed.policy };
}
