import { storyRank } from '../cluster/rank-stories.ts';
import { saveRanks, storiesSince } from '../store/stories.ts';
import { newsTime, type World } from './world.ts';

/** Stories quieter than this leave the ranking and are listed by date. */
const RANKED_MS = 14 * 86_400_000;

/** Orders the front page. */
export async function rankStories(world: World): Promise<void> {
  const { db } = world.store;
  const now = await newsTime(world);
  const ranks = new Map<string, number>();
  for (const story of await storiesSince(db, now - RANKED_MS)) {
    const { id, independentOutlets, countries, firstAt, lastAt, articleTimes } = story;
    const articles = articleTimes.length;
    const rank = storyRank({ independentOutlets, countries, articles, lastAt, firstAt, articleTimes, now });
    ranks.set(id, rank.score);
  }
  await db.transaction().execute((transaction) => saveRanks(transaction, ranks));
}
