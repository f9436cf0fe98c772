import { OPEN_POLICY } from '../../core/source-policy.ts';
import type { StoryIndex, StorySentence } from './story-sentence.ts';

/** How much these outlets say together: their number, unless a source policy weighs some of them. */
export function weightOf({ policy }: StoryIndex, outlets: readonly string[]): number {
  if (policy === OPEN_POLICY) return outlets.length;
  return outlets.reduce((sum, id) => sum + (policy.weights[id] ?? 1), 0);
}

/** What a source policy adds to the score of a sentence of its outlet: 0 for one that counts like the others. */
export function sourceWeight(index: StoryIndex, { article }: StorySentence): number {
  const outlet = index.articles[article]?.source.outlet.id;
  return outlet === undefined ? 0 : Math.log2(weightOf(index, [outlet]));
}
