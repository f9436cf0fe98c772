import type { Node } from './agglomerate.ts';
import type { LiveStory } from './live-story.ts';
import type { Candidate } from './similarity-graph.ts';

/** A group of the graph that a batch is clustered in: a live story, or a new article. */
export type Group = LiveStory | ArticleGroup;

/** A new article that is not in a story yet, as a group of one. */
export interface ArticleGroup extends Candidate {
  readonly position: number;
  readonly size: 1;
  readonly times: readonly [number];
  readonly names: number;
}

export function isArticle(group: Group): group is ArticleGroup {
  return 'position' in group;
}

export function storyNode({ size, firstAt, lastAt }: LiveStory): Node {
  return { stored: true, size: Math.max(1, size), firstAt, lastAt };
}

export function articleNode({ publishedAt }: Candidate): Node {
  return { stored: false, size: 1, firstAt: publishedAt, lastAt: publishedAt };
}
