import type { Briefing } from '../core/briefing.ts';
import type { RecurringKind } from '../core/recurring.ts';
import type { ArticleSection, Section, SectionSource, StorySection } from '../core/section.ts';
import type { RankFactors, StoryStanding } from '../core/standing.ts';
import type { StoryState } from '../core/story.ts';
import type { ArticleSectionRow, StoryRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

/** How one article is filed. */
export interface ArticleFiling {
  readonly section: ArticleSection | null;
  readonly skeleton: string | null;
  readonly recurring: RecurringKind | null;
}

export async function saveFiling(db: Db, articleId: string, filing: ArticleFiling): Promise<void> {
  const { section, skeleton, recurring } = filing;
  const changes = {
    section: section?.section ?? null,
    margin: section?.margin ?? null,
    source: section?.from ?? null,
    skeleton,
    recurring,
  };
  await db
    .insertInto('articleSections')
    .values({ articleId, ...changes })
    .onConflict((conflict) => conflict.column('articleId').doUpdateSet(changes))
    .execute();
}

/** Which of these articles are items that come again whatever happens, by their shape. */
export async function recurringAmong(db: Db, articleIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const chunk of chunks(articleIds, 500)) {
    const rows = await db
      .selectFrom('articleSections')
      .select('articleId')
      .where('articleId', 'in', chunk)
      .where('recurring', 'is not', null)
      .execute();
    for (const { articleId } of rows) found.add(articleId);
  }
  return found;
}

/** One article of a story that is to be ranked. */
export interface StandingArticle extends ArticleFiling {
  readonly articleId: string;
  readonly outletId: string;
  readonly owner: string | null;
  readonly country: string | null;
  readonly kind: string | null;
  readonly publishedAt: number;
  readonly copyOf: string | null;
}

/** What ranking reads of a story. */
export interface StandingStory {
  readonly id: string;
  readonly lastAt: number;
  /** Names it is about, the most frequent first. */
  readonly names: readonly string[];
  readonly articles: readonly StandingArticle[];
}

type StoryBase = Pick<StoryRow, 'id' | 'lastAt' | 'state'>;

/** Stories whose newest article is not older than `since`, with what is known of their articles; ordered by id. */
export async function standingStories(db: Db, since: number): Promise<StandingStory[]> {
  const query = db.selectFrom('stories').select(['id', 'lastAt', 'state']).where('lastAt', '>=', since);
  return await withArticles(db, await query.orderBy('id').execute());
}

/** Older stories that were never filed, as an imported archive brings them; at most `limit`, ordered by id. */
export async function unfiledStories(db: Db, before: number, limit: number): Promise<StandingStory[]> {
  const query = db.selectFrom('stories').select(['id', 'lastAt', 'state']).where('lastAt', '<', before);
  const unfiled = query.where('section', 'is', null).where('sectionMargin', 'is', null);
  return await withArticles(db, await unfiled.orderBy('id').limit(limit).execute());
}

/** Files stories that are not ranked. One that has no section is marked by a margin of 0, so as not to be asked again. */
export async function saveOlderSections(
  db: Db,
  filed: readonly { readonly id: string; readonly section: StorySection | null }[],
): Promise<void> {
  for (const { id, section } of filed) {
    const changes = { section: section?.section ?? null, sectionMargin: section?.margin ?? 0 };
    await db.updateTable('stories').set(changes).where('id', '=', id).execute();
  }
}

async function withArticles(db: Db, stories: readonly StoryBase[]): Promise<StandingStory[]> {
  const rows: ArticleOfStory[] = [];
  for (const chunk of chunks(stories, 500))
    rows.push(
      ...(await articlesOf(
        db,
        chunk.map(({ id }) => id),
      )),
    );
  const byStory = Map.groupBy(rows, (row) => row.storyId);
  return stories.map(({ id, lastAt, state }) => ({
    id,
    lastAt,
    names: (JSON.parse(state) as StoryState).names.map(([name]) => name),
    articles: (byStory.get(id) ?? []).map(({ storyId: _, section, margin, source, recurring, ...row }) => ({
      ...row,
      section: sectionOfRow({ section, margin, source }),
      recurring: recurring as RecurringKind | null,
    })),
  }));
}

type ArticleOfStory = Awaited<ReturnType<typeof articlesOf>>[number];

async function articlesOf(db: Db, storyIds: readonly string[]) {
  return await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .leftJoin('articleSections', 'articleSections.articleId', 'storyArticles.articleId')
    .select(['storyArticles.storyId', 'storyArticles.articleId', 'storyArticles.copyOf'])
    .select(['articles.outletId', 'articles.publishedAt', 'outlets.owner', 'outlets.country', 'outlets.kind'])
    .select(['articleSections.section', 'articleSections.margin', 'articleSections.source'])
    .select(['articleSections.skeleton', 'articleSections.recurring'])
    .where('storyArticles.storyId', 'in', storyIds)
    .orderBy('storyArticles.articleId')
    .execute();
}

function sectionOfRow(row: Pick<ArticleSectionRow, 'section' | 'margin' | 'source'>): ArticleSection | null {
  if (row.section === null) return null;
  return { section: row.section as Section, margin: row.margin ?? 0, from: row.source as SectionSource };
}

/** Figures of the current briefings of these stories, by story id. */
export async function figuresOfStories(
  db: Db,
  storyIds: readonly string[],
): Promise<Map<string, Briefing['figures']>> {
  const figures = new Map<string, Briefing['figures']>();
  for (const chunk of chunks(storyIds, 100)) {
    const rows = await db
      .selectFrom('briefings')
      .select(['storyId', 'version', 'body'])
      .where('storyId', 'in', chunk)
      .where('version', '=', (eb) =>
        eb
          .selectFrom('briefings as newer')
          .select((inner) => inner.fn.max('newer.version').as('version'))
          .whereRef('newer.storyId', '=', 'briefings.storyId'),
      )
      .execute();
    for (const { storyId, body } of rows) figures.set(storyId, (JSON.parse(body) as Briefing).figures);
  }
  return figures;
}

/** Marks articles as issues of the same recurring item, unless their shape has said more already. */
export async function markRepeated(db: Db, articleIds: readonly string[]): Promise<void> {
  const repeated: RecurringKind = 'repeated';
  for (const chunk of chunks(articleIds, 500)) {
    await db
      .updateTable('articleSections')
      .set({ recurring: repeated })
      .where('articleId', 'in', chunk)
      .where('recurring', 'is', null)
      .execute();
  }
}

/** The standing of a story as it is stored; null for one that is not ranked. */
export function toStanding(row: Pick<StoryRow, 'place' | 'factors'>): StoryStanding | null {
  return row.factors === null ? null : { place: row.place, factors: JSON.parse(row.factors) as RankFactors };
}

/** What ranking found of one story. */
export interface RankedStory extends StoryStanding {
  readonly id: string;
  readonly score: number;
  readonly section: StorySection | null;
  readonly recurring: boolean;
}

/** Sets the standing of these stories; all others leave the ranking and keep their section. */
export async function saveStandings(db: Db, ranked: readonly RankedStory[]): Promise<void> {
  await db
    .updateTable('stories')
    .set({ rank: 0, place: null, factors: null })
    .where((eb) => eb.or([eb('rank', '!=', 0), eb('place', 'is not', null), eb('factors', 'is not', null)]))
    .execute();
  for (const { id, score, place, factors, section, recurring } of ranked) {
    await db
      .updateTable('stories')
      .set({
        rank: score,
        place,
        factors: JSON.stringify(factors),
        section: section?.section ?? null,
        sectionMargin: section?.margin ?? null,
        recurring: recurring ? 1 : 0,
      })
      .where('id', '=', id)
      .execute();
  }
}
