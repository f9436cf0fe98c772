import type { StoryIndex } from './story-sentence.ts';

/** How much these outlets say together: their number, unless a source policy weighs some of them. */
export function weightOf({ policy }: StoryIndex, outlets: readonly string[]): number {
  return outlets.reduce((sum, id) => sum + (policy.weights[id] ?? 1), 0);
}
