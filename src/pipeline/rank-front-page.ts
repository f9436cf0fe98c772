import { storyRank } from '../cluster/rank-stories.ts';
import { newestPublication } from '../store/articles.ts';
import { saveRanks, storiesSince } from '../store/stories.ts';
import { roundTime, type World } from './world.ts';

/** Stories quieter than this leave the ranking and are listed by date. */
const RANKED_MS = 14 * 86_400_000;

/**
 * Orders the front page. "Now" is the newest article or the present, whichever is earlier: an item dated in the
 * future cannot push the rest down, and an archive looks as it did on its last day.
 */
export async function rankStories(world: World): Promise<void> {
  const { db } = world.store;
  const newest = await newestPublication(db);
  const present = await roundTime(world);
  const now = newest === null ? present : Math.min(newest, present);
  const ranks = new Map<string, number>();
  for (const story of await storiesSince(db, now - RANKED_MS)) {
    const { id, independentOutlets, countries, firstAt, lastAt, articleTimes } = story;
    const articles = articleTimes.length;
    const rank = storyRank({ independentOutlets, countries, articles, lastAt, firstAt, articleTimes, now });
    ranks.set(id, rank.score);
  }
  await db.transaction().execute((transaction) => saveRanks(transaction, ranks));
}
