import type { Fingerprint, StoryState } from '../core/story.ts';
import { compareText } from './compare-text.ts';
import { nameKey, type TermTable } from './term-table.ts';

/** Enough for a person to see what an article and its story speak of in common. */
const TOLD_KEYS = 8;

/** Names (as `@name`) and stems that an article has in common with its story, those that weighed most first. */
export function sharedWords({ terms, names }: Fingerprint, story: StoryState, table: TermTable): string[] {
  const own = new Map([
    ...terms,
    ...names.map(([name, count]) => [nameKey(name), 1 + Math.log(count)] as const),
  ]);
  const sums = [...story.terms, ...story.names.map(([name, sum]) => [nameKey(name), sum] as const)];
  return sums
    .flatMap(([key, sum]) => {
      const weight = own.get(key);
      return weight === undefined ? [] : { key, product: weight * sum * table.weightOfKey(key) ** 2 };
    })
    .sort((a, b) => b.product - a.product || compareText(a.key, b.key))
    .slice(0, TOLD_KEYS)
    .map(({ key }) => key);
}
