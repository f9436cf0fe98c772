import type { Fingerprint } from '../core/story.ts';
import type { ClusterOutput, ClusterTools, StoredClusters } from './cluster-decisions.ts';
import { StoryClusterer } from './story-clusterer.ts';

export interface ClusterInput extends StoredClusters {
  /** New articles, in any order. */
  readonly pending: readonly Fingerprint[];
}

/** Assigns one batch of new articles to stories: a StoryClusterer that is restored for it and forgotten. */
export function assignStories({ pending, ...stored }: ClusterInput, tools: ClusterTools): ClusterOutput {
  return new StoryClusterer(stored, tools).assign(pending);
}
