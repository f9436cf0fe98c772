import type { Topic } from '../core/topic.ts';
import type { TopicIdentity, TopicPlace } from '../core/topic-identity.ts';
import type { Db } from './store.ts';
import { toTopic } from './topics.ts';

export interface EnrichBounds {
  /** Of the stage: what an older one has looked up is looked up again. */
  readonly version: number;
  /** Articles of stories that must name a topic. */
  readonly minArticles: number;
  /** Runs that are the round's own bear its time. */
  readonly roundAt: number;
  /** Topics that one round looks up: it must not wait for hours. */
  readonly perRound: number;
  /** What failed before this time for a passing reason is tried again. */
  readonly retryBefore: number;
  readonly passingCodes: readonly string[];
}

/** Topics of stories without paragraph or picture that were not looked up yet, those in most articles first. */
export async function topicsToEnrich(db: Db, bounds: EnrichBounds): Promise<string[]> {
  const { version, minArticles, roundAt, perRound, retryBefore, passingCodes } = bounds;
  const done = await db
    .selectFrom('stageRuns')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stage', '=', 'enrich')
    .where('at', '=', roundAt)
    .executeTakeFirstOrThrow();
  const left = perRound - Number(done.count);
  if (left <= 0) return [];
  const rows = await db
    .selectFrom('articleTopics')
    .innerJoin('storyArticles', 'storyArticles.articleId', 'articleTopics.articleId')
    .innerJoin('topics', 'topics.id', 'articleTopics.topicId')
    .leftJoin('stageRuns as own', (join) =>
      join.onRef('own.key', '=', 'articleTopics.topicId').on('own.stage', '=', 'enrich'),
    )
    .select('articleTopics.topicId')
    .select((eb) => eb.fn.count<number>('articleTopics.articleId').distinct().as('articles'))
    .where((eb) => eb.or([eb('topics.extract', 'is', null), eb('topics.picture', 'is', null)]))
    .where((eb) =>
      eb.or([
        eb('own.key', 'is', null),
        eb('own.version', '<', version),
        eb.and([
          eb('own.status', '=', 'failed'),
          eb('own.code', 'in', passingCodes),
          eb('own.at', '<', retryBefore),
        ]),
      ]),
    )
    .groupBy('articleTopics.topicId')
    .having((eb) => eb(eb.fn.count('articleTopics.articleId').distinct(), '>=', minArticles))
    .orderBy('articles', 'desc')
    .orderBy('articleTopics.topicId')
    .limit(left)
    .execute();
  return rows.map((row) => row.topicId);
}

export interface StoredTopic {
  readonly topic: Topic;
  readonly identity: TopicIdentity;
}

async function storedTopic(db: Db, by: 'id' | 'qid', value: string): Promise<StoredTopic | null> {
  const row = await db
    .selectFrom('topics')
    .selectAll()
    .where(by, '=', value)
    .orderBy('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const keys = await db
    .selectFrom('topicKeys')
    .select('key')
    .where('topicId', '=', row.id)
    .orderBy('key')
    .execute();
  const place: TopicPlace | undefined = await db
    .selectFrom('topicPlaces')
    .select(['country', 'latitude', 'longitude', 'population'])
    .where('topicId', '=', row.id)
    .executeTakeFirst();
  return { topic: toTopic(row), identity: { keys: keys.map(({ key }) => key), place: place ?? null } };
}

/** A topic with what it may be recognised by. */
export function topicOfId(db: Db, id: string): Promise<StoredTopic | null> {
  return storedTopic(db, 'id', id);
}

export function topicOfQid(db: Db, qid: string): Promise<StoredTopic | null> {
  return storedTopic(db, 'qid', qid);
}

/** Titles and texts of articles that name a topic most, for telling what its name means. */
export async function textsNaming(db: Db, topicId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('articleTopics')
    .innerJoin('articles', 'articles.id', 'articleTopics.articleId')
    .select(['articles.title', 'articles.text'])
    .where('articleTopics.topicId', '=', topicId)
    .orderBy('articleTopics.salience', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(({ title, text }) => `${title}\n${text}`);
}

/** Makes the newest stories that show a topic be briefed again, since its card has changed. */
export async function markStoriesOfTopic(db: Db, topicId: string, limit: number): Promise<void> {
  const stories = await db
    .selectFrom('stories')
    .select('stories.id')
    .where('stories.id', 'in', (eb) =>
      eb
        .selectFrom('storyArticles')
        .innerJoin('articleTopics', 'articleTopics.articleId', 'storyArticles.articleId')
        .select('storyArticles.storyId')
        .where('articleTopics.topicId', '=', topicId),
    )
    .orderBy('stories.lastAt', 'desc')
    .orderBy('stories.id')
    .limit(limit)
    .execute();
  if (stories.length === 0) return;
  await db
    .updateTable('stories')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where(
      'id',
      'in',
      stories.map(({ id }) => id),
    )
    .execute();
}

/** Ids of topics whose paragraph came from a knowledge base and is of a day before this one (ISO date), oldest first. */
export async function topicsBefore(db: Db, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('topics')
    .select('id')
    .where('qid', 'is not', null)
    .where('revision', 'is not', null)
    .where('asOf', '<', day)
    .orderBy('asOf')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
