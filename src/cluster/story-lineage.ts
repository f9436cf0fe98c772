import type { StoryEvent, StoryState } from '../core/story.ts';
import { sizeFactor } from './agglomerate.ts';
import { compareText } from './compare-text.ts';
import { CLUSTER_SETTINGS, REPAIR_SETTINGS } from './settings.ts';
import { resemblance, storyVector } from './story-vector.ts';
import type { TermTable } from './term-table.ts';

/** A page links at most this many stories as what its own grew from. */
const MAX_PREDECESSORS = 4;

/**
 * The earlier stories that a story carries on: those that had ended before it began and are as alike as articles of
 * one story are, the distance in time left out.
 *
 * @param earlier candidates by the id of the story
 * @returns `grew-from` events, the most alike first
 */
export function findPredecessors(
  state: StoryState,
  earlier: readonly StoryState[],
  table: TermTable,
): StoryEvent[] {
  const own = storyVector(state, table);
  const threshold = CLUSTER_SETTINGS.threshold * REPAIR_SETTINGS.lineageShare;
  return earlier
    .filter(
      (other) => other.id !== state.id && other.language === state.language && other.lastAt < state.firstAt,
    )
    .map((other): StoryEvent => {
      const { plain, shared } = resemblance(own, storyVector(other, table), CLUSTER_SETTINGS);
      const sizes = [Math.max(1, state.size), Math.max(1, other.size)] as const;
      const score = plain / (sizes[0] * sizes[1]) / sizeFactor(sizes[0], sizes[1], CLUSTER_SETTINGS);
      const { id: storyId, firstAt: at } = state;
      return { storyId, kind: 'grew-from', otherId: other.id, at, score, threshold, shared };
    })
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || compareText(a.otherId, b.otherId))
    .slice(0, MAX_PREDECESSORS);
}
