import type { StoryCard, StoryPage } from '../../core/library.ts';
import { blindSpotsOf } from '../blind-spots.ts';
import { briefingOf, briefingVersions } from '../briefings.ts';
import { mainTopics } from '../earlier-stories.ts';
import type { Db } from '../store.ts';
import { storyMembers } from '../stories.ts';
import { storyInOtherLanguages } from '../story-links.ts';
import { writingOf } from '../writings.ts';
import { articlePassages } from './article-cards.ts';
import { storyCards } from './story-cards.ts';
import { storyKin } from './story-kin.ts';

const RELATED_STORIES = 5;

/** Follows redirects: the id of the story that this slug stands for now. */
export async function storyIdOfSlug(db: Db, slug: string): Promise<string | null> {
  const direct = await db.selectFrom('stories').select('id').where('slug', '=', slug).executeTakeFirst();
  if (direct !== undefined) return direct.id;
  const redirect = await db
    .selectFrom('storyRedirects')
    .select('storyId')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return redirect?.storyId ?? null;
}

export async function storyPage(db: Db, storyId: string, version?: number): Promise<StoryPage | null> {
  const record = await briefingOf(db, storyId, version);
  const [card] = await storyCards(db, [storyId]);
  if (record === null || card === undefined) return null;
  const members = await storyMembers(db, storyId);
  const writing = await writingOf(db, storyId, record.version);
  const hidden = new Set(record.briefing.policy?.hide);
  const articles = await articlePassages(
    db,
    members.map((member) => member.articleId),
  );
  return {
    card,
    briefing: record.briefing,
    version: record.version,
    versionAt: record.madeAt,
    versions: await briefingVersions(db, storyId),
    articles: articles.filter(({ article }) => !hidden.has(article.outletId)),
    related: await relatedStories(db, storyId),
    otherLanguages: await storyInOtherLanguages(db, storyId),
    blindSpots: await blindSpotsOf(db, { storyId }),
    kin: await storyKin(db, storyId),
    ...(writing === null ? {} : { writing }),
  };
}

/** Stories that share the most topics with this one; topics of nearly every story count less. */
async function relatedStories(db: Db, storyId: string): Promise<StoryCard[]> {
  const scores = new Map<string, number>();
  for (const topicId of await mainTopics(db, storyId)) {
    const rows = await db
      .selectFrom('articleTopics')
      .innerJoin('storyArticles', 'storyArticles.articleId', 'articleTopics.articleId')
      .select('storyArticles.storyId')
      .distinct()
      .where('articleTopics.topicId', '=', topicId)
      .where('storyArticles.storyId', '!=', storyId)
      .where('storyArticles.storyId', 'in', (eb) =>
        eb.selectFrom('stories').select('stories.id').where('stories.recurring', '=', 0),
      )
      .limit(500)
      .execute();
    for (const row of rows)
      scores.set(row.storyId, (scores.get(row.storyId) ?? 0) + 1 / Math.log2(2 + rows.length));
  }
  const ids = [...scores]
    .filter(([, score]) => score >= 0.5)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, RELATED_STORIES)
    .map(([id]) => id);
  return await storyCards(db, ids);
}
