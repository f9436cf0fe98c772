import type { StoryCard } from '../../core/library.ts';
import type { Db } from '../store.ts';
import { storyCards } from './story-cards.ts';

/** Most stories that a page lists of a topic or an outlet. */
export const LIST_LIMIT = 100;

/** Stories on a topic or with an outlet, newest first, without what recurs. */
export async function newestStories(
  db: Db,
  by: { topicId: string } | { outletId: string },
): Promise<StoryCard[]> {
  let query = db
    .selectFrom('storyArticles')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .select(['stories.id', 'stories.lastAt'])
    .distinct()
    .where('stories.briefedRevision', '>', 0)
    .where('stories.recurring', '=', 0)
    .orderBy('stories.lastAt', 'desc')
    .orderBy('stories.id')
    .limit(LIST_LIMIT);
  if ('topicId' in by) {
    query = query.where('storyArticles.articleId', 'in', (eb) =>
      eb.selectFrom('articleTopics').select('articleTopics.articleId').where('topicId', '=', by.topicId),
    );
  } else {
    query = query.where('storyArticles.articleId', 'in', (eb) =>
      eb.selectFrom('articles').select('articles.id').where('outletId', '=', by.outletId),
    );
  }
  const rows = await query.execute();
  return await storyCards(
    db,
    rows.map((row) => row.id),
  );
}
