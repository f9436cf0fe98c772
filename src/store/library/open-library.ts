import { sql } from 'kysely';
import type { Grouping } from '../../core/blind-spot.ts';
import type { Briefing, Question } from '../../core/briefing.ts';
import type {
  ArticlePassages,
  AskedInStory,
  BlindSpotPage,
  DayCount,
  LibraryStatus,
  ListRange,
  SearchQuery,
  SearchResult,
  StoryCard,
  StoryPage,
  TopicPage,
} from '../../core/library.ts';
import type { FullLibrary } from '../../core/listings.ts';
import { SECTIONS, type Section } from '../../core/section.ts';
import { blindSpotSurveys, blindSpotsOf } from '../blind-spots.ts';
import { briefingOf } from '../briefings.ts';
import { slugKey } from '../merge-topics.ts';
import { pictureOf } from '../pictures.ts';
import { lastFinishedPoll } from '../rounds.ts';
import type { Schema } from '../schema.ts';
import { type Db, readingOf, type Store } from '../store.ts';
import { toTopic } from '../topics.ts';
import { articleCards, articlePassages } from './article-cards.ts';
import { feedStates } from './feed-states.ts';
import { openListings } from './listings.ts';
import { LIST_LIMIT, newestStories } from './newest-stories.ts';
import { outletList, outletPage } from './outlet-pages.ts';
import { storyCards } from './story-cards.ts';
import { storyIdOfSlug, storyPage } from './story-pages.ts';

const DAY_MS = 86_400_000;

/** The reading side of a store: views for the site, the feeds and the API. */
export function openLibrary(store: Store): FullLibrary {
  const db = readingOf(store);
  return {
    frontPage: (range) => frontPage(db, range),
    section: (section, range) => sectionPage(db, section, range),
    story: (slug) => storyOfSlug(db, slug),
    storyVersion: (slug, version) => storyOfSlug(db, slug, version),
    briefing: (slug, version) => briefingOfSlug(db, slug, version),
    storiesOfDay: (day) => storiesOfDay(db, day),
    topic: (slug) => topicPage(db, slug),
    topicTitle: async (slug) => (await topicOfSlug(db, slug))?.title ?? null,
    picture: (id) => pictureOf(db, id),
    outlet: (id) => outletPage(db, id),
    outlets: () => outletList(db),
    feeds: () => feedStates(db),
    article: (id) => articleOf(db, id),
    question: (slug) => questionOf(db, slug),
    search: (query) => search(store, query),
    blindSpots: (grouping) => blindSpotPage(db, grouping),
    status: () => status(db),
    ...openListings(db),
  };
}

async function frontPage(db: Db, range: ListRange): Promise<readonly StoryCard[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('briefedRevision', '>', 0)
    .where('recurring', '=', 0)
    .orderBy((eb) => eb.case().when('place', 'is', null).then(1).else(0).end())
    .orderBy('place')
    .orderBy('lastAt', 'desc')
    .orderBy('id')
    .limit(range.limit)
    .offset(range.offset)
    .execute();
  return await storyCards(
    db,
    rows.map((row) => row.id),
  );
}

async function sectionPage(db: Db, section: Section, range: ListRange): Promise<readonly StoryCard[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('section', '=', section)
    .where('recurring', '=', 0)
    .where('briefedRevision', '>', 0)
    .orderBy('rank', 'desc')
    .orderBy('lastAt', 'desc')
    .orderBy('id')
    .limit(range.limit)
    .offset(range.offset)
    .execute();
  return await storyCards(
    db,
    rows.map((row) => row.id),
  );
}

/** Sections that have stories to show, in the order of the navigation. */
async function filledSections(db: Db): Promise<readonly Section[]> {
  const rows = await db
    .selectFrom('stories')
    .select('section')
    .distinct()
    .where('recurring', '=', 0)
    .where('briefedRevision', '>', 0)
    .execute();
  const filled = new Set(rows.map((row) => row.section));
  return SECTIONS.filter((section) => filled.has(section));
}

async function storyOfSlug(db: Db, slug: string, version?: number): Promise<StoryPage | null> {
  const id = await storyIdOfSlug(db, slug);
  return id === null ? null : await storyPage(db, id, version);
}

async function briefingOfSlug(db: Db, slug: string, version: number): Promise<Briefing | null> {
  const id = await storyIdOfSlug(db, slug);
  return id === null ? null : ((await briefingOf(db, id, version))?.briefing ?? null);
}

async function storiesOfDay(db: Db, day: string): Promise<readonly StoryCard[]> {
  const from = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(from)) return [];
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .select(['stories.id', 'stories.independentOutlets', 'stories.lastAt'])
    .distinct()
    .where('articles.publishedAt', '>=', from)
    .where('articles.publishedAt', '<', from + DAY_MS)
    .where('stories.briefedRevision', '>', 0)
    .where('stories.recurring', '=', 0)
    .orderBy('stories.independentOutlets', 'desc')
    .orderBy('stories.lastAt', 'desc')
    .orderBy('stories.id')
    .limit(LIST_LIMIT)
    .execute();
  return await storyCards(
    db,
    rows.map((row) => row.id),
  );
}

function topicOfSlug(db: Db, slug: string) {
  return db.selectFrom('topics').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** The topic that the one of this address went into. */
function topicOfFormerSlug(db: Db, slug: string) {
  return db
    .selectFrom('topicKeys')
    .innerJoin('topics', 'topics.id', 'topicKeys.topicId')
    .selectAll('topics')
    .where('topicKeys.key', '=', slugKey(slug))
    .executeTakeFirst();
}

/** Whole days since the epoch: both databases divide whole numbers without a remainder. */
async function mentionsByDay(db: Db, topicId: string): Promise<DayCount[]> {
  const day = sql<number>`articles.published_at / ${sql.lit(DAY_MS)}`;
  const rows = await db
    .selectFrom('articleTopics')
    .innerJoin('articles', 'articles.id', 'articleTopics.articleId')
    .select((eb) => [day.as('day'), eb.fn.count<number>('articles.id').distinct().as('articles')])
    .where('articleTopics.topicId', '=', topicId)
    .groupBy(day)
    .orderBy(day)
    .execute();
  return rows.map(({ day: days, articles }) => ({ day: isoDayOf(Number(days)), articles: Number(articles) }));
}

function isoDayOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

async function topicPage(db: Db, slug: string): Promise<TopicPage | null> {
  const row = (await topicOfSlug(db, slug)) ?? (await topicOfFormerSlug(db, slug));
  if (row === undefined) return null;
  return {
    topic: toTopic(row),
    stories: await newestStories(db, { topicId: row.id }),
    mentions: await mentionsByDay(db, row.id),
  };
}

async function articleOf(db: Db, id: string): Promise<ArticlePassages | null> {
  return (await articlePassages(db, [id]))[0] ?? null;
}

/** Other stories linked from a question. */
const ALSO_ASKED = 5;
/** Questions that name whom they are about; of others ("What could happen next?") equal words say nothing. */
const NAMES_SOMEBODY = /^(?:who-is|what-is|what-did|what-do-others-say-about)-/;

/** Questions in the same words of other stories, the newest stories first. */
async function alsoAsked(db: Db, slug: string, storyId: string): Promise<AskedInStory['alsoAsked']> {
  if (!NAMES_SOMEBODY.test(slug)) return [];
  // The address ends in six letters that tell equal questions of different stories apart.
  const words = slug.slice(0, -6).replace(/[%_\\]/g, '');
  return await db
    .selectFrom('questions')
    .innerJoin('stories', 'stories.id', 'questions.storyId')
    .select(['questions.slug', 'stories.title as headline'])
    .where('questions.slug', 'like', `${words}______`)
    .where('questions.storyId', '!=', storyId)
    .orderBy('stories.lastAt', 'desc')
    .orderBy('questions.slug')
    .limit(ALSO_ASKED)
    .execute();
}

async function questionOf(db: Db, slug: string): Promise<AskedInStory | null> {
  const row = await db.selectFrom('questions').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (row === undefined) return null;
  const story = await storyPage(db, row.storyId);
  if (story === null) return null;
  const question = JSON.parse(row.body) as Question;
  return { question, story, alsoAsked: await alsoAsked(db, slug, row.storyId) };
}

async function search(store: Store, query: SearchQuery): Promise<SearchResult> {
  const db = readingOf(store);
  const hits = await store.dialect.searchArticles(db, query);
  const articles = await articleCards(db, hits.ids);
  const slugs = [...new Set(articles.map((article) => article.storySlug).filter((slug) => slug !== null))];
  const ids = new Map<string, string>();
  if (slugs.length > 0) {
    const rows = await db.selectFrom('stories').select(['id', 'slug']).where('slug', 'in', slugs).execute();
    for (const row of rows) ids.set(row.slug, row.id);
  }
  const stories = await storyCards(
    db,
    slugs.flatMap((slug) => ids.get(slug) ?? []),
  );
  return { stories, articles, total: hits.total };
}

async function blindSpotPage(db: Db, grouping: Grouping): Promise<BlindSpotPage> {
  const surveys = await blindSpotSurveys(db);
  const spots = await blindSpotsOf(db, { grouping, limit: LIST_LIMIT });
  const cards = await storyCards(db, [...new Set(spots.map(({ storyId }) => storyId))]);
  const storyOf = new Map(cards.map((card) => [card.id, card]));
  return {
    grouping,
    surveys,
    spots: spots.flatMap((spot) => {
      const story = storyOf.get(spot.storyId);
      return story === undefined ? [] : [{ spot, story }];
    }),
  };
}

/** What the foot of every page tells, in one query. */
async function status(db: Db): Promise<LibraryStatus> {
  const count = (table: keyof Schema) => sql<number>`(select count(*) from ${sql.table(table)})`;
  const { rows } = await sql<Omit<LibraryStatus, 'sections' | 'lastPolledAt'>>`select
    ${count('articles')} as articles, ${count('stories')} as stories, ${count('outlets')} as outlets,
    ${count('feeds')} as feeds, ${count('topics')} as topics,
    (select max(published_at) from articles) as newest_at`.execute(db);
  const [row] = rows;
  return {
    articles: Number(row?.articles ?? 0),
    stories: Number(row?.stories ?? 0),
    outlets: Number(row?.outlets ?? 0),
    feeds: Number(row?.feeds ?? 0),
    topics: Number(row?.topics ?? 0),
    sections: await filledSections(db),
    newestAt: row?.newestAt ?? null,
    lastPolledAt: await lastFinishedPoll(db),
  };
}
