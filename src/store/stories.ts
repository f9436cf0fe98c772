import { sql } from 'kysely';
import { independentArticles } from '../core/independent.ts';
import type { CopyKind, StoryAssignment, StoryState } from '../core/story.ts';
import { chunks, type Db } from './store.ts';
import { endWaiting } from './waiting-articles.ts';

/** Ids of the stories that touch a stretch of time, and how often each was changed. */
export async function storyRevisionsBetween(
  db: Db,
  from: number,
  to: number,
): Promise<{ readonly id: string; readonly revision: number }[]> {
  return await db
    .selectFrom('stories')
    .select(['id', 'revision'])
    .where('lastAt', '>=', from)
    .where('firstAt', '<=', to)
    .execute();
}

/** States of the stories that touch a stretch of time, ordered by id. */
export async function storyStatesBetween(db: Db, from: number, to: number): Promise<StoryState[]> {
  const rows = await db
    .selectFrom('stories')
    .select('state')
    .where('lastAt', '>=', from)
    .where('firstAt', '<=', to)
    .orderBy('id')
    .execute();
  return rows.map((row) => JSON.parse(row.state) as StoryState);
}

/** States of these stories, ordered by id. */
export async function storyStates(db: Db, ids: readonly string[]): Promise<StoryState[]> {
  const states: StoryState[] = [];
  for (const chunk of chunks([...ids].sort(), 500)) {
    const rows = await db
      .selectFrom('stories')
      .select('state')
      .where('id', 'in', chunk)
      .orderBy('id')
      .execute();
    for (const { state } of rows) states.push(JSON.parse(state) as StoryState);
  }
  return states;
}

/** The same as they are stored, as JSON: for a reader in another thread. */
export async function storyJsonBetween(db: Db, from: number, to: number): Promise<string[]> {
  const rows = await db
    .selectFrom('stories')
    .select('state')
    .where('lastAt', '>=', from)
    .where('firstAt', '<=', to)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.state);
}

/** Signature columns, by article id, of the articles that are in a story and were published in a stretch of time. */
export async function signaturesBetween(db: Db, from: number, to: number) {
  return await db
    .selectFrom('fingerprints')
    .innerJoin('storyArticles', 'storyArticles.articleId', 'fingerprints.articleId')
    .select([
      'fingerprints.articleId',
      'fingerprints.outletId',
      'fingerprints.publishedAt',
      'fingerprints.signature as bytes',
      'fingerprints.shingles',
      'fingerprints.wordSignature as wordBytes',
      'fingerprints.distinctWords',
      'fingerprints.wireCredit',
      'storyArticles.storyId',
      'storyArticles.copyOf',
    ])
    .where('fingerprints.publishedAt', '>=', from)
    .where('fingerprints.publishedAt', '<=', to)
    .orderBy('fingerprints.articleId')
    .execute();
}

/** Document frequencies turned round: each frequency with all its keys, one a line. */
export async function keysByFrequency(db: Db): Promise<(readonly [documents: number, keys: string])[]> {
  const rows = await db
    .selectFrom('clusterTerms')
    .select(['documents', sql<string>`string_agg(term, ${sql.lit('\n')})`.as('keys')])
    .groupBy('documents')
    .execute();
  return rows.map((row) => [row.documents, row.keys] as const);
}

export async function documentFrequencies(db: Db): Promise<(readonly [string, number])[]> {
  const rows = await db.selectFrom('clusterTerms').selectAll().execute();
  return rows.map((row) => [row.term, row.documents] as const);
}

/** What clustering decided in one run. */
export interface ClusterDecisions {
  readonly assignments: readonly StoryAssignment[];
  readonly stories: readonly StoryState[];
  /** All stored frequencies are halved first; keys that come to nothing are forgotten. */
  readonly halved?: boolean;
  readonly documentFrequencies: readonly (readonly [string, number])[];
  /** Slug and title for stories that this run founded, by story id. */
  readonly founded: ReadonlyMap<string, { readonly slug: string; readonly title: string }>;
}

/** Stores the decisions of one clustering run. An article that already has a story keeps it. */
export async function saveClusterDecisions(db: Db, decisions: ClusterDecisions): Promise<void> {
  for (const state of decisions.stories) await saveStoryState(db, state, decisions.founded.get(state.id));
  for (const chunk of chunks(decisions.assignments, 1000)) {
    await db
      .insertInto('storyArticles')
      .values(
        chunk.map(({ copyReason, ...assignment }) => ({
          ...assignment,
          copyReason: copyReason === null ? null : JSON.stringify(copyReason),
        })),
      )
      .onConflict((conflict) => conflict.column('articleId').doNothing())
      .execute();
    await endWaiting(
      db,
      chunk.map(({ articleId }) => articleId),
    );
  }
  if (decisions.halved === true) await halveFrequencies(db);
  for (const chunk of chunks(decisions.documentFrequencies, 5000)) {
    await db
      .insertInto('clusterTerms')
      .values(chunk.map(([term, documents]) => ({ term, documents })))
      .onConflict((conflict) =>
        conflict.column('term').doUpdateSet((eb) => ({
          documents: eb('clusterTerms.documents', '+', eb.ref('excluded.documents')),
        })),
      )
      .execute();
  }
  await refreshStoryCounts(db, [...new Set(decisions.assignments.map((assignment) => assignment.storyId))]);
}

async function halveFrequencies(db: Db): Promise<void> {
  // Division of integers rounds down in both dialects.
  await db
    .updateTable('clusterTerms')
    .set((eb) => ({ documents: eb('documents', '/', 2) }))
    .execute();
  await db.deleteFrom('clusterTerms').where('documents', '=', 0).execute();
}

/** Stores a story: a new row where it was `founded` now, else its new state and a raised revision. */
export async function saveStoryState(
  db: Db,
  state: StoryState,
  founded: { slug: string; title: string } | undefined,
): Promise<void> {
  const changes = { firstAt: state.firstAt, lastAt: state.lastAt, state: JSON.stringify(state) };
  if (founded === undefined) {
    await db
      .updateTable('stories')
      .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
      .where('id', '=', state.id)
      .execute();
    return;
  }
  await db
    .insertInto('stories')
    .values({
      id: state.id,
      slug: founded.slug,
      title: founded.title,
      foundingTitle: founded.title,
      language: state.language,
      articleCount: state.size,
      independentOutlets: 0,
      countries: 0,
      rank: 0,
      revision: 1,
      briefedRevision: 0,
      briefedBy: 0,
      ...changes,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Counts articles, outlets with a text of their own and their countries anew. */
export async function refreshStoryCounts(db: Db, storyIds: readonly string[]): Promise<void> {
  for (const chunk of chunks(storyIds, 500)) {
    const rows = await db
      .selectFrom('storyArticles')
      .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
      .innerJoin('outlets', 'outlets.id', 'articles.outletId')
      .select(['articles.id', 'articles.publishedAt', 'outlets.id as outletId', 'outlets.country'])
      .select(['storyArticles.storyId', 'storyArticles.copyOf'])
      .where('storyArticles.storyId', 'in', chunk)
      .execute();
    const byStory = Map.groupBy(rows, (row) => row.storyId);
    for (const [storyId, members] of byStory) {
      const independent = independentArticles(members);
      const own = members.filter((member) => independent.has(member.id));
      const countries = new Set(own.map((member) => member.country).filter((country) => country !== null));
      await db
        .updateTable('stories')
        .set({
          articleCount: members.length,
          independentOutlets: new Set(own.map((member) => member.outletId)).size,
          countries: countries.size,
        })
        .where('id', '=', storyId)
        .execute();
    }
  }
}

export interface StoryTimes {
  readonly id: string;
  readonly independentOutlets: number;
  readonly countries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly articleTimes: readonly number[];
}

/** Stories whose newest article is not older than `since`, with the times of their articles. */
export async function storiesSince(db: Db, since: number): Promise<StoryTimes[]> {
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'independentOutlets', 'countries', 'firstAt', 'lastAt'])
    .where('lastAt', '>=', since)
    .orderBy('id')
    .execute();
  const times = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .select(['storyArticles.storyId', 'articles.publishedAt'])
    .where('stories.lastAt', '>=', since)
    .orderBy('articles.publishedAt')
    .execute();
  const byStory = Map.groupBy(times, (row) => row.storyId);
  return stories.map((story) => ({
    ...story,
    articleTimes: (byStory.get(story.id) ?? []).map((row) => row.publishedAt),
  }));
}

/** Ids of stories that have changed since they were briefed, or were briefed by an older version. */
export async function storiesToBrief(db: Db, version: number): Promise<string[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where((eb) => eb.or([eb('revision', '>', eb.ref('briefedRevision')), eb('briefedBy', '<', version)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

export interface StoryMember {
  readonly articleId: string;
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
}

export async function storyMembers(db: Db, storyId: string): Promise<StoryMember[]> {
  const rows = await db
    .selectFrom('storyArticles')
    .select(['articleId', 'copyOf', 'copyKind'])
    .where('storyId', '=', storyId)
    .orderBy('articleId')
    .execute();
  return rows.map((row) => ({ ...row, copyKind: row.copyKind as CopyKind | null }));
}

/** Has the stories of these articles briefed again: something in the articles is no longer what it was. */
export async function markStoriesChanged(db: Db, articleIds: readonly string[]): Promise<void> {
  await db
    .updateTable('stories')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb.selectFrom('storyArticles').select('storyId').where('articleId', 'in', articleIds),
    )
    .execute();
}
