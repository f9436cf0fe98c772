import type { Annotation } from '../core/annotation.ts';
import { independentArticles } from '../core/independent.ts';
import type { LinkedStory } from '../core/library.ts';
import type { LinkGrounds, StoryLink } from '../core/story-link.ts';
import { chunks, type Db } from './store.ts';

/** Articles of a story whose numbers and dates are read: the first ones with a text of their own. */
const READ_ARTICLES = 6;

export interface StoredSummary {
  readonly id: string;
  readonly language: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly topics: readonly (readonly [topicId: string, weight: number])[];
}

/** Stories that touch a stretch of time, with the topics of the knowledge base that their articles are about. */
export async function storySummaries(db: Db, since: number): Promise<StoredSummary[]> {
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'language', 'firstAt', 'lastAt', 'articleCount'])
    .where('lastAt', '>=', since)
    .orderBy('id')
    .execute();
  if (new Set(stories.map(({ language }) => language)).size < 2) return [];
  const topics = new Map<string, [string, number][]>();
  for (const chunk of chunks(stories, 500)) {
    const rows = await db
      .selectFrom('storyArticles')
      .innerJoin('articleTopics', 'articleTopics.articleId', 'storyArticles.articleId')
      .innerJoin('topics', 'topics.id', 'articleTopics.topicId')
      .select((eb) => [
        'storyArticles.storyId',
        'articleTopics.topicId',
        eb.fn.sum<number>('articleTopics.salience').as('salience'),
      ])
      .where(
        'storyArticles.storyId',
        'in',
        chunk.map(({ id }) => id),
      )
      .where('topics.qid', 'is not', null)
      .groupBy(['storyArticles.storyId', 'articleTopics.topicId'])
      .orderBy('articleTopics.topicId')
      .execute();
    for (const { storyId, topicId, salience } of rows)
      topics.set(storyId, [...(topics.get(storyId) ?? []), [topicId, Number(salience)]]);
  }
  return stories.map(({ articleCount, ...story }) => ({
    ...story,
    topics: (topics.get(story.id) ?? []).map(([id, salience]) => [id, salience / Math.max(1, articleCount)]),
  }));
}

export interface StoredDetails {
  readonly text: string;
  readonly dates: Annotation['dates'];
}

/** Texts and dates of a story's first independent articles. */
export async function detailsOfStory(db: Db, storyId: string): Promise<StoredDetails[]> {
  const members = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .select(['articles.id', 'articles.publishedAt', 'storyArticles.copyOf'])
    .where('storyArticles.storyId', '=', storyId)
    .orderBy('articles.publishedAt')
    .orderBy('articles.id')
    .execute();
  const independent = independentArticles(members);
  const ids = members.filter(({ id }) => independent.has(id)).map(({ id }) => id);
  const rows = await db
    .selectFrom('articles')
    .innerJoin('annotations', 'annotations.articleId', 'articles.id')
    .select(['articles.title', 'articles.text', 'annotations.body'])
    .where('articles.id', 'in', ids.slice(0, READ_ARTICLES))
    .orderBy('articles.id')
    .execute();
  return rows.map(({ title, text, body }) => ({
    text: `${title}\n${text}`,
    dates: (JSON.parse(body) as Annotation).dates,
  }));
}

/**
 * Puts links in the place of those that the stories which were looked at had among each other; a link to a story that
 * has long been quiet stays.
 *
 * @param storyIds the stories that were looked at
 */
export async function saveStoryLinks(
  db: Db,
  storyIds: readonly string[],
  links: readonly StoryLink[],
): Promise<void> {
  const looked = new Set(storyIds);
  for (const chunk of chunks(storyIds, 500)) {
    const known = await db
      .selectFrom('storyLinks')
      .select(['storyId', 'otherId'])
      .where('storyId', 'in', chunk)
      .execute();
    for (const { storyId, otherId } of known.filter((link) => looked.has(link.otherId))) {
      await db
        .deleteFrom('storyLinks')
        .where('storyId', '=', storyId)
        .where('otherId', '=', otherId)
        .execute();
    }
  }
  const rows = links.flatMap(({ storyId, otherId, grounds }) => {
    const body = JSON.stringify(grounds);
    return [
      { storyId, otherId, grounds: body },
      { storyId: otherId, otherId: storyId, grounds: body },
    ];
  });
  for (const chunk of chunks(rows, 500)) await db.insertInto('storyLinks').values(chunk).execute();
}

/** The story in other languages, those with most outlets first. */
export async function storyInOtherLanguages(db: Db, storyId: string): Promise<LinkedStory[]> {
  const rows = await db
    .selectFrom('storyLinks')
    .innerJoin('stories', 'stories.id', 'storyLinks.otherId')
    .select(['stories.slug', 'stories.title as headline', 'stories.language', 'stories.independentOutlets'])
    .select('storyLinks.grounds')
    .where('storyLinks.storyId', '=', storyId)
    .where('stories.briefedRevision', '>', 0)
    .orderBy('stories.independentOutlets', 'desc')
    .orderBy('stories.language')
    .orderBy('stories.id')
    .execute();
  return rows.map((row) => ({ ...row, grounds: JSON.parse(row.grounds) as LinkGrounds }));
}
