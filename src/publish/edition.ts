import type { StoryCard } from '../core/library.ts';

/** Stories of an edition: what can be read in one sitting, and then it is over. */
const EDITION_STORIES = 12;
/** Independent outlets that a story needs to be in it while there are enough such stories. */
const WELL_SOURCED = 2;

/**
 * The edition of a day: its stories that two and more outlets report, most first, at most a sitting's worth. On a thin
 * day those of one outlet fill it up.
 * @param stories of the day, most widely reported first
 */
export function editionOf(stories: readonly StoryCard[]): readonly StoryCard[] {
  const isSourced = (story: StoryCard) => story.independentOutlets >= WELL_SOURCED;
  const sourced = stories.filter(isSourced);
  const others = stories.filter((story) => !isSourced(story));
  return [...sourced, ...others].slice(0, EDITION_STORIES);
}
