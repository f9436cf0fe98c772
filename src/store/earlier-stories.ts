import type { EarlierStory } from '../core/ledger.ts';
import type { StoryState } from '../core/story.ts';
import { type Ancestry, type EarlierMatter, sharedRarity } from '../core/story-ancestry.ts';
import { chunks, type Db } from './store.ts';

const DAY_MS = 86_400_000;
/** Only what a story is about links it to what went before, not every name it mentions. */
const MAIN_TOPICS = 8;
/** Stories of one topic that are fetched: bounds the work in a large library, where so common a topic counts nothing anyway. */
const MOST_STORIES_OF_A_TOPIC = 200;
/** Counted beside the stories there are, none of them on the topic: of the first ten stories, two on one person are not many. */
const UNREAD_STORIES = 50;
/** Candidates whose vocabulary is compared, those with the rarest topics first. */
const MOST_CANDIDATES = 24;
/** How long before a story began another may have ended and still be carried on by it. */
const CHAIN_MS = 365 * DAY_MS;
/** How far back a chain is followed, and how many stories of it a page may link. */
const MOST_GENERATIONS = 4;
const MOST_OF_CHAIN = 12;

/**
 * For each story its first headline and those that ended before it began and share some of its main topics, with how
 * common each shared topic is among the stories of that time.
 */
export async function earlierStories(
  db: Db,
  stories: readonly StoryState[],
): Promise<[storyId: string, ancestry: Ancestry][]> {
  const found: [string, Candidate[]][] = [];
  for (const story of stories) found.push([story.id, await sharingTopics(db, story)]);
  const ids = found.flatMap(([id, candidates]) => [id, ...candidates.map((candidate) => candidate.id)]);
  const states = new Map<string, StoryState>();
  const titles = new Map<string, string>();
  for (const chunk of chunks([...new Set(ids)], 500)) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'state', 'foundingTitle'])
      .where('id', 'in', chunk)
      .execute();
    for (const { id, state, foundingTitle } of rows) {
      states.set(id, JSON.parse(state) as StoryState);
      titles.set(id, foundingTitle);
    }
  }
  return found.map(([storyId, candidates]) => {
    const earlier = candidates.flatMap(({ id, topicShares }): EarlierMatter[] => {
      const state = states.get(id);
      return state === undefined ? [] : [{ state, title: titles.get(id) ?? '', topicShares }];
    });
    return [storyId, { title: titles.get(storyId) ?? '', earlier }];
  });
}

interface Candidate {
  readonly id: string;
  readonly lastAt: number;
  readonly topicShares: number[];
}

async function sharingTopics(db: Db, { id: storyId, firstAt }: StoryState): Promise<Candidate[]> {
  const topics = await mainTopics(db, storyId);
  if (topics.length === 0) return [];
  const library = await earlierCount(db, firstAt);
  const shared = new Map<string, Candidate>();
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
      .where('stories.lastAt', '>=', firstAt - CHAIN_MS)
      .limit(MOST_STORIES_OF_A_TOPIC + 1)
      .execute();
    if (rows.length > MOST_STORIES_OF_A_TOPIC) continue;
    // The story itself is one more of the topic, and of the library.
    const share = (rows.length + 1) / (library + 1 + UNREAD_STORIES);
    for (const { id, lastAt } of rows) {
      const candidate = shared.get(id) ?? { id, lastAt, topicShares: [] };
      candidate.topicShares.push(share);
      shared.set(id, candidate);
    }
  }
  return [...shared.values()]
    .map((candidate) => ({ candidate, rarity: sharedRarity(candidate.topicShares) }))
    .sort(
      (a, b) =>
        b.rarity - a.rarity ||
        b.candidate.topicShares.length - a.candidate.topicShares.length ||
        b.candidate.lastAt - a.candidate.lastAt ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate }) => candidate);
}

/** How many stories a chain could reach back to. */
async function earlierCount(db: Db, firstAt: number): Promise<number> {
  const { count } = await db
    .selectFrom('stories')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('lastAt', '<', firstAt)
    .where('lastAt', '>=', firstAt - CHAIN_MS)
    .executeTakeFirstOrThrow();
  return Number(count);
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
