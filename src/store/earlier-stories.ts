import type { EarlierStory } from '../core/ledger.ts';
import type { StoryState } from '../core/story.ts';
import { chunks, type Db } from './store.ts';

const DAY_MS = 86_400_000;
/** Only what a story is about links it to what went before, not every name it mentions. */
const MAIN_TOPICS = 8;
/** A topic in more stories than this ("United States") says nothing about what grew out of what. */
const MOST_STORIES_OF_A_TOPIC = 200;
const MIN_SHARED_TOPICS = 2;
/** Candidates whose vocabulary is compared. */
const MOST_CANDIDATES = 12;
/** How far back a chain is followed, and how many stories of it a page may link. */
const MOST_GENERATIONS = 4;
const MOST_OF_CHAIN = 12;

/** For each story the states of those that ended before it began and share some of its main topics. */
export async function earlierStates(
  db: Db,
  stories: readonly StoryState[],
): Promise<[storyId: string, earlier: StoryState[]][]> {
  const found: [string, string[]][] = [];
  for (const story of stories) found.push([story.id, await sharingTopics(db, story)]);
  const states = new Map<string, StoryState>();
  for (const chunk of chunks([...new Set(found.flatMap(([, ids]) => ids))], 500)) {
    const rows = await db.selectFrom('stories').select(['id', 'state']).where('id', 'in', chunk).execute();
    for (const { id, state } of rows) states.set(id, JSON.parse(state) as StoryState);
  }
  return found.map(([storyId, ids]) => [storyId, ids.flatMap((id) => states.get(id) ?? [])]);
}

async function sharingTopics(db: Db, { id: storyId, firstAt }: StoryState): Promise<string[]> {
  const topics = await mainTopics(db, storyId);
  if (topics.length < MIN_SHARED_TOPICS) return [];
  const shared = new Map<string, { count: number; lastAt: number }>();
  for (const topicId of topics) {
    const rows = await db
      .selectFrom('articleTopics')
      .innerJoin('storyArticles', 'storyArticles.articleId', 'articleTopics.articleId')
      .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
      .select(['stories.id', 'stories.lastAt'])
      .distinct()
      .where('articleTopics.topicId', '=', topicId)
      .where('articleTopics.salience', '>=', 0.05)
      .where('stories.id', '!=', storyId)
      .where('stories.lastAt', '<', firstAt)
      .where('stories.lastAt', '>=', firstAt - 365 * DAY_MS)
      .limit(MOST_STORIES_OF_A_TOPIC + 1)
      .execute();
    if (rows.length > MOST_STORIES_OF_A_TOPIC) continue;
    for (const { id, lastAt } of rows) shared.set(id, { count: (shared.get(id)?.count ?? 0) + 1, lastAt });
  }
  return [...shared]
    .filter(([, { count }]) => count >= MIN_SHARED_TOPICS)
    .sort(([a, x], [b, y]) => y.count - x.count || y.lastAt - x.lastAt || (a < b ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => id);
}

/** Ids of the topics a story is about, the most salient first. */
export async function mainTopics(db: Db, storyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articleTopics', 'articleTopics.articleId', 'storyArticles.articleId')
    .select((eb) => ['articleTopics.topicId', eb.fn.sum<number>('articleTopics.salience').as('salience')])
    .where('storyArticles.storyId', '=', storyId)
    .groupBy('articleTopics.topicId')
    .orderBy('salience', 'desc')
    .orderBy('articleTopics.topicId')
    .limit(MAIN_TOPICS)
    .execute();
  return rows.map(({ topicId }) => topicId);
}

/** The stories a story grew from, and those that these grew from, nearest first. */
export async function storyChain(db: Db, storyId: string): Promise<EarlierStory[]> {
  const chain = new Map<string, EarlierStory>();
  let generation = [storyId];
  for (let depth = 0; depth < MOST_GENERATIONS && generation.length > 0; depth++) {
    const rows = await db
      .selectFrom('storyEvents')
      .innerJoin('stories', 'stories.id', 'storyEvents.otherId')
      .select(['stories.id', 'stories.slug', 'stories.foundingTitle as headline', 'stories.lastAt', 'score'])
      .where('storyEvents.kind', '=', 'grew-from')
      .where('storyEvents.storyId', 'in', generation)
      .orderBy('score', 'desc')
      .orderBy('stories.id')
      .execute();
    generation = [];
    for (const { id, slug, headline, lastAt } of rows) {
      if (id === storyId || chain.has(id) || chain.size >= MOST_OF_CHAIN) continue;
      chain.set(id, { id, slug, headline, lastAt, generation: depth + 1 });
      generation.push(id);
    }
  }
  return [...chain.values()];
}
