import { stableId } from '../core/hash.ts';

/** The id of a story from that of the article it began with: reproducible, and the story's for life. */
export function storyIdOf(foundingArticleId: string): string {
  return stableId(`story:${foundingArticleId}`);
}
