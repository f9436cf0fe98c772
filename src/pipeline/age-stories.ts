import { ACTIVE_WINDOW_DAYS, DAY_MS } from '../cluster/settings.ts';
import { storyLife } from '../cluster/story-life.ts';
import { storiesSince } from '../store/stories.ts';
import { saveLives } from '../store/story-events.ts';
import { newsTime, type World } from './world.ts';

/** Tells of each story where it is in its life, as of the end of a round. */
export async function ageStories(world: World): Promise<void> {
  const { db } = world.store;
  const now = await newsTime(world);
  const closedBefore = now - ACTIVE_WINDOW_DAYS * DAY_MS;
  const stories = await storiesSince(db, closedBefore);
  const lives = new Map(stories.map((story) => [story.id, storyLife(story, now)]));
  await db.transaction().execute((transaction) => saveLives(transaction, lives, closedBefore));
}
