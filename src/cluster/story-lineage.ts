import type { StoryEvent, StoryState } from '../core/story.ts';
import { type Ancestry, sharedRarity } from '../core/story-ancestry.ts';
import { contentTerms } from '../nlp/terms.ts';
import { sizeFactor } from './agglomerate.ts';
import { compareText } from './compare-text.ts';
import { CLUSTER_SETTINGS, LINEAGE_SETTINGS } from './settings.ts';
import { resemblance, storyVector } from './story-vector.ts';
import type { TermTable } from './term-table.ts';

/** A page links at most this many stories as what its own grew from. */
const MAX_PREDECESSORS = 4;

/**
 * The earlier stories that a story carries on: those that had ended before it began, are as alike as articles of one
 * story are, the distance in time left out, and have more in common than a subject: topics that few stories share, or
 * headlines that name the same.
 *
 * @param ancestry the candidates, with what they share
 * @returns `grew-from` events, the nearest first
 */
export function findPredecessors(
  state: StoryState,
  { title, earlier }: Ancestry,
  table: TermTable,
): StoryEvent[] {
  const own = storyVector(state, table);
  const { threshold, rarityWeight, titleWeight } = LINEAGE_SETTINGS;
  return earlier
    .filter(
      ({ state: other }) =>
        other.id !== state.id && other.language === state.language && other.lastAt < state.firstAt,
    )
    .flatMap(({ state: other, title: otherTitle, topicShares }): StoryEvent[] => {
      const { plain, shared } = resemblance(own, storyVector(other, table), CLUSTER_SETTINGS);
      const sizes = [Math.max(1, state.size), Math.max(1, other.size)] as const;
      const likeness = plain / (sizes[0] * sizes[1]) / sizeFactor(sizes[0], sizes[1], CLUSTER_SETTINGS);
      if (likeness < CLUSTER_SETTINGS.threshold) return [];
      const score =
        likeness +
        rarityWeight * sharedRarity(topicShares) +
        titleWeight * titleLikeness(title, otherTitle, table);
      const { id: storyId, firstAt: at } = state;
      return [{ storyId, kind: 'grew-from', otherId: other.id, at, score, threshold, shared }];
    })
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || compareText(a.otherId, b.otherId))
    .slice(0, MAX_PREDECESSORS);
}

/** Cosine of two headlines, each word weighted by its rarity; 0 where one says nothing. */
function titleLikeness(a: string, b: string, table: TermTable): number {
  const [left, right] = [titleWeights(a, table), titleWeights(b, table)];
  let common = 0;
  for (const [term, weight] of left) common += weight * (right.get(term) ?? 0);
  return common === 0 ? 0 : common / (length(left) * length(right));
}

function titleWeights(title: string, table: TermTable): Map<string, number> {
  return new Map(contentTerms(title).map((term) => [term, table.weightOfKey(term)]));
}

function length(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values());
}
