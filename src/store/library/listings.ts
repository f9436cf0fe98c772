import { type ExpressionBuilder, sql } from 'kysely';
import type { MentionType } from '../../core/annotation.ts';
import type { Question } from '../../core/briefing.ts';
import type { ArticleCard, ListRange, StoryCard } from '../../core/library.ts';
import type {
  After,
  ArticleFilter,
  ListedQuestion,
  ListedTopic,
  Listings,
  MadeVersion,
  NamedVersion,
  Part,
  Place,
  Source,
  StoryFilter,
  ToldStory,
} from '../../core/listings.ts';
import { briefingOf } from '../briefings.ts';
import { OUTLET_COLUMNS, outletOfRow } from '../outlets.ts';
import type { Schema } from '../schema.ts';
import { chunks, type Db } from '../store.ts';
import { articleCards } from './article-cards.ts';
import { storyCards } from './story-cards.ts';
import { storyIdOfSlug } from './story-pages.ts';

/** Lists by keys: each part begins behind the last item of the one before, so that none is skipped or given twice. */
export function openListings(db: Db): Listings {
  return {
    storiesByTime: (filter, part) => storiesByTime(db, filter, part),
    toldByTime: (filter, part) => toldByTime(db, filter, part),
    articlesByTime: (filter, part) => articlesByTime(db, filter, part),
    topicsBySlug: (text, part) => topicsBySlug(db, text, part),
    questionsBySlug: (storySlug, part) => questionsBySlug(db, storySlug, part),
    sources: () => sources(db),
    storyAddresses: (range) => storyAddresses(db, range),
    storyCount: () => storyCount(db),
    storiesBegunSince: (at, limit) => storiesBegunSince(db, at, limit),
    newestVersionAt: () => newestVersionAt(db),
    versionsSince: (at, limit) => versionsSince(db, at, limit),
    nameVersions: (versions) => nameVersions(db, versions),
  };
}

/** One row more than asked for tells whether there is a next part. */
function partOf<Row, Key>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
): { readonly rows: readonly Row[]; readonly next: Key | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** Stories with a page that belong into lists. */
function shownStories(db: Db) {
  return db.selectFrom('stories').where('briefedRevision', '>', 0).where('recurring', '=', 0);
}

/** Articles of one topic. */
function articlesOnTopic(eb: ExpressionBuilder<Schema, never>, slug: string) {
  return eb
    .selectFrom('articleTopics')
    .innerJoin('topics', 'topics.id', 'articleTopics.topicId')
    .select('articleTopics.articleId')
    .where('topics.slug', '=', slug);
}

interface StoryPlace extends Place {
  readonly slug: string;
}

async function placesByTime(
  db: Db,
  filter: StoryFilter,
  { limit, after }: After<Place>,
): Promise<{ readonly places: readonly StoryPlace[]; readonly next: Place | null }> {
  const { section, topicSlug, outletId, from, to } = filter;
  const rows = await shownStories(db)
    .select(['stories.id', 'stories.slug', 'lastAt'])
    .$if(section !== null, (query) => query.where('section', '=', section))
    .$if(from !== null, (query) => query.where('lastAt', '>=', from))
    .$if(to !== null, (query) => query.where('lastAt', '<=', to))
    .$if(topicSlug !== null, (query) =>
      query.where('stories.id', 'in', (eb) =>
        eb
          .selectFrom('storyArticles')
          .select('storyArticles.storyId')
          .where('storyArticles.articleId', 'in', (inner) =>
            articlesOnTopic(inner as unknown as ExpressionBuilder<Schema, never>, topicSlug ?? ''),
          ),
      ),
    )
    .$if(outletId !== null, (query) =>
      query.where('stories.id', 'in', (eb) =>
        eb
          .selectFrom('storyArticles')
          .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
          .select('storyArticles.storyId')
          .where('articles.outletId', '=', outletId),
      ),
    )
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('lastAt', '<', after?.at ?? 0),
          eb.and([eb('lastAt', '=', after?.at ?? 0), eb('stories.id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('lastAt', 'desc')
    .orderBy('stories.id')
    .limit(limit + 1)
    .execute();
  const part = partOf(rows, limit, ({ id, lastAt }) => ({ id, at: lastAt }));
  return { places: part.rows.map(({ id, slug, lastAt }) => ({ id, slug, at: lastAt })), next: part.next };
}

async function storiesByTime(
  db: Db,
  filter: StoryFilter,
  range: After<Place>,
): Promise<Part<StoryCard, Place>> {
  const { places, next } = await placesByTime(db, filter, range);
  const ids = places.map(({ id }) => id);
  return { items: await storyCards(db, ids), next };
}

async function toldByTime(db: Db, filter: StoryFilter, range: After<Place>): Promise<Part<ToldStory, Place>> {
  const { places, next } = await placesByTime(db, filter, range);
  const items: ToldStory[] = [];
  for (const place of places) {
    const told = await briefingOf(db, place.id);
    if (told !== null) items.push({ ...place, version: told.version, briefing: told.briefing });
  }
  return { items, next };
}

async function articlesByTime(
  db: Db,
  filter: ArticleFilter,
  { limit, after }: After<Place>,
): Promise<Part<ArticleCard, Place>> {
  const { outletId, storySlug, topicSlug, from, to } = filter;
  const storyId = storySlug === null ? null : ((await storyIdOfSlug(db, storySlug)) ?? '');
  const rows = await db
    .selectFrom('articles')
    .select(['articles.id', 'publishedAt'])
    .$if(outletId !== null, (query) => query.where('outletId', '=', outletId ?? ''))
    .$if(from !== null, (query) => query.where('publishedAt', '>=', from ?? 0))
    .$if(to !== null, (query) => query.where('publishedAt', '<=', to ?? 0))
    .$if(storyId !== null, (query) =>
      query.where('articles.id', 'in', (eb) =>
        eb
          .selectFrom('storyArticles')
          .select('storyArticles.articleId')
          .where('storyId', '=', storyId ?? ''),
      ),
    )
    .$if(topicSlug !== null, (query) =>
      query.where('articles.id', 'in', (eb) =>
        articlesOnTopic(eb as unknown as ExpressionBuilder<Schema, never>, topicSlug ?? ''),
      ),
    )
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('publishedAt', '<', after?.at ?? 0),
          eb.and([eb('publishedAt', '=', after?.at ?? 0), eb('articles.id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('publishedAt', 'desc')
    .orderBy('articles.id')
    .limit(limit + 1)
    .execute();
  const part = partOf(rows, limit, ({ id, publishedAt }) => ({ id, at: publishedAt }));
  const ids = part.rows.map(({ id }) => id);
  return { items: await articleCards(db, ids), next: part.next };
}

async function topicsBySlug(
  db: Db,
  text: string | null,
  { limit, after }: After<string>,
): Promise<Part<ListedTopic, string>> {
  const start = text === null ? null : `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('topics')
    .select(['slug', 'title', 'type', 'qid', 'description'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('articleTopics')
          .select('articleTopics.articleId')
          .whereRef('articleTopics.topicId', '=', 'topics.id'),
      ),
    )
    .$if(start !== null, (query) =>
      query.where((eb) => sql<boolean>`lower(${eb.ref('title')}) like ${start} escape '\\'`),
    )
    .$if(after !== null, (query) => query.where('slug', '>', after ?? ''))
    .orderBy('slug')
    .limit(limit + 1)
    .execute();
  const part = partOf(rows, limit, ({ slug }) => slug);
  return { items: part.rows.map((row) => ({ ...row, type: row.type as MentionType })), next: part.next };
}

async function questionsBySlug(
  db: Db,
  storySlug: string | null,
  { limit, after }: After<string>,
): Promise<Part<ListedQuestion, string>> {
  const storyId = storySlug === null ? null : ((await storyIdOfSlug(db, storySlug)) ?? '');
  const rows = await db
    .selectFrom('questions')
    .innerJoin('stories', 'stories.id', 'questions.storyId')
    .select(['questions.slug', 'questions.body', 'stories.slug as storySlug', 'stories.title'])
    .$if(storyId !== null, (query) => query.where('questions.storyId', '=', storyId ?? ''))
    .$if(after !== null, (query) => query.where('questions.slug', '>', after ?? ''))
    .orderBy('questions.slug')
    .limit(limit + 1)
    .execute();
  const part = partOf(rows, limit, ({ slug }) => slug);
  const items = part.rows.map(({ slug, body, storySlug: story, title }) => {
    const { question, answer } = JSON.parse(body) as Question;
    return { slug, question, isAnswered: answer.length > 0, story: { slug: story, headline: title } };
  });
  return { items, next: part.next };
}

async function sources(db: Db): Promise<Source[]> {
  const rows = await db
    .selectFrom('feeds')
    .innerJoin('outlets', 'outlets.id', 'feeds.outletId')
    .select(['feeds.url', 'feeds.kind as sourceKind', 'feeds.title', 'feeds.outletId'])
    .select(OUTLET_COLUMNS)
    .orderBy('outlets.name')
    .orderBy('feeds.url')
    .execute();
  return rows.map((row) => ({
    feedUrl: row.url,
    kind: row.sourceKind,
    title: row.title,
    outlet: outletOfRow(row),
  }));
}

async function storyAddresses(
  db: Db,
  { limit, offset }: ListRange,
): Promise<{ slug: string; lastAt: number }[]> {
  return await shownStories(db)
    .select(['slug', 'lastAt'])
    .orderBy('slug')
    .limit(limit)
    .offset(offset)
    .execute();
}

async function storyCount(db: Db): Promise<number> {
  const { count } = await shownStories(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function storiesBegunSince(db: Db, at: number, limit: number): Promise<StoryCard[]> {
  const rows = await shownStories(db)
    .select('id')
    // The index is on the newest article, which is never older than the first.
    .where('lastAt', '>=', at)
    .where('firstAt', '>=', at)
    .orderBy('firstAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return await storyCards(
    db,
    rows.map(({ id }) => id),
  );
}

async function newestVersionAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('briefings')
    .select((eb) => eb.fn.max('madeAt').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

async function versionsSince(db: Db, at: number, limit: number): Promise<MadeVersion[]> {
  return await db
    .selectFrom('briefings')
    .select(['storyId', 'version', 'madeAt'])
    .where('madeAt', '>=', at)
    .orderBy('madeAt')
    .orderBy('storyId')
    .orderBy('version')
    .limit(limit)
    .execute();
}

async function nameVersions(db: Db, versions: readonly MadeVersion[]): Promise<NamedVersion[]> {
  const names = new Map<string, { slug: string; title: string }>();
  for (const chunk of chunks([...new Set(versions.map(({ storyId }) => storyId))], 300)) {
    const rows = await shownStories(db).select(['id', 'slug', 'title']).where('id', 'in', chunk).execute();
    for (const row of rows) names.set(row.id, row);
  }
  return versions.flatMap((made) => {
    const story = names.get(made.storyId);
    return story === undefined ? [] : [{ ...made, slug: story.slug, headline: story.title }];
  });
}
