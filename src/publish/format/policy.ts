import type { SourcePolicy } from '../../core/source-policy.ts';
import { listed } from './words.ts';

/** What a policy does, a sentence for each part. @param nameOf the name of an outlet by its id */
export function policyText(policy: SourcePolicy, nameOf: (outletId: string) => string): string[] {
  const { hide, weights, minOutlets } = policy;
  const weighed = Object.entries(weights).map(([id, factor]) => `${nameOf(id)} counts ${factor} times`);
  return [
    ...(hide.length === 0 ? [] : [`Left out: ${listed(hide.map(nameOf))}.`]),
    ...(weighed.length === 0 ? [] : [`Weighed: ${listed(weighed)}.`]),
    ...(minOutlets > 1 ? [`Only what at least ${minOutlets} independent outlets carry is said.`] : []),
  ];
}
