import type { Fingerprint, StoryMerge, StoryRepairs } from '../core/story.ts';
import { chunks, type Db } from './store.ts';
import { refreshStoryCounts, saveStoryState } from './stories.ts';

/** Ids of stories that changed since they were last looked at, by the time of their newest article. */
export async function storiesToRepair(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .whereRef('revision', '>', 'repairedRevision')
    .orderBy('lastAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export interface StoredMember {
  readonly storyId: string;
  readonly fingerprint: Fingerprint;
  readonly copyOf: string | null;
}

/** Members of these stories that were published at most `windowMs` before the newest of their story. */
export async function recentMembers(
  db: Db,
  storyIds: readonly string[],
  windowMs: number,
): Promise<StoredMember[]> {
  const members: StoredMember[] = [];
  for (const chunk of chunks(storyIds, 500)) {
    const rows = await db
      .selectFrom('storyArticles')
      .innerJoin('fingerprints', 'fingerprints.articleId', 'storyArticles.articleId')
      .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
      .select(['storyArticles.storyId', 'storyArticles.copyOf', 'fingerprints.body'])
      .where('storyArticles.storyId', 'in', chunk)
      .where((eb) => eb('fingerprints.publishedAt', '>=', eb('stories.lastAt', '-', windowMs)))
      .orderBy('fingerprints.articleId')
      .execute();
    for (const { storyId, copyOf, body } of rows) {
      members.push({ storyId, copyOf, fingerprint: JSON.parse(body) as Fingerprint });
    }
  }
  return members;
}

/** What was decided about each article of a story, by publication time; fingerprints as JSON. */
export async function memberDecisions(db: Db, storyId: string) {
  return await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .innerJoin('fingerprints', 'fingerprints.articleId', 'storyArticles.articleId')
    .select(['articles.id as articleId', 'outlets.name as outlet', 'articles.title', 'articles.publishedAt'])
    .select(['storyArticles.copyOf', 'storyArticles.copyKind', 'storyArticles.score'])
    .select('fingerprints.body as fingerprint')
    .where('storyArticles.storyId', '=', storyId)
    .orderBy('articles.publishedAt')
    .orderBy('articles.id')
    .execute();
}

interface StoryName {
  readonly slug: string;
  readonly title: string;
}

/** Address and first headline by story id. */
type StoryNames = ReadonlyMap<string, StoryName>;

/**
 * Carries out what repairing decided. A story that was taken up is gone: its articles, addresses and questions belong to
 * the one that took it, and its addresses lead there for ever.
 *
 * @param founded names of the stories that splits found
 */
export async function saveStoryRepairs(db: Db, repairs: StoryRepairs, founded: StoryNames): Promise<void> {
  const names = new Map([...(await storedNames(db, repairs)), ...founded]);
  const isFounded = new Set(repairs.splits.map(({ into }) => into));
  for (const state of repairs.stories) {
    await saveStoryState(db, state, founded.get(state.id));
  }
  await moveSplitArticles(db, repairs);
  for (const merge of repairs.merges) await takeUp(db, merge, isFounded);
  await saveEvents(db, repairs, names);
  const ids = repairs.stories.map(({ id }) => id);
  // What a split founded is looked at once more, by itself.
  await settle(
    db,
    [...new Set([...repairs.looked, ...ids])].filter((id) => !isFounded.has(id)),
  );
  await refreshStoryCounts(db, ids);
}

async function storedNames(db: Db, { events }: StoryRepairs): Promise<Map<string, StoryName>> {
  const names = new Map<string, StoryName>();
  for (const chunk of chunks([...new Set(events.map(({ otherId }) => otherId))], 500)) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'slug', 'title'])
      .where('id', 'in', chunk)
      .execute();
    for (const { id, slug, title } of rows) names.set(id, { slug, title });
  }
  return names;
}

/** A part that another story took up at once has no row of its own: its articles go straight there. */
async function moveSplitArticles(db: Db, { splits, merges }: StoryRepairs): Promise<void> {
  const takenBy = new Map(merges.map(({ into, from }) => [from, into]));
  for (const { into, articleIds } of splits) {
    let storyId = into;
    for (let next = takenBy.get(storyId); next !== undefined; next = takenBy.get(storyId)) storyId = next;
    for (const chunk of chunks(articleIds, 1000)) {
      await db.updateTable('storyArticles').set({ storyId }).where('articleId', 'in', chunk).execute();
    }
  }
}

async function takeUp(db: Db, { into, from }: StoryMerge, isFounded: ReadonlySet<string>): Promise<void> {
  if (isFounded.has(from)) return;
  const gone = await db.selectFrom('stories').select('slug').where('id', '=', from).executeTakeFirst();
  if (gone === undefined) return;
  const moved = { storyId: into };
  await db.updateTable('storyArticles').set(moved).where('storyId', '=', from).execute();
  await db.updateTable('questions').set(moved).where('storyId', '=', from).execute();
  await db.updateTable('storyRedirects').set(moved).where('storyId', '=', from).execute();
  await db
    .insertInto('storyRedirects')
    .values({ slug: gone.slug, ...moved })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(moved))
    .execute();
  await inheritEvents(db, into, from);
  await db.deleteFrom('briefings').where('storyId', '=', from).execute();
  await db.deleteFrom('stories').where('id', '=', from).execute();
}

/** What was decided about the story that is gone now holds of the one that took it up. */
async function inheritEvents(db: Db, into: string, from: string): Promise<void> {
  const rows = await db
    .selectFrom('storyEvents')
    .selectAll()
    .where((eb) => eb.or([eb('storyId', '=', from), eb('otherId', '=', from)]))
    .execute();
  const renamed = (id: string) => (id === from ? into : id);
  for (const row of rows) {
    const [storyId, otherId] = [renamed(row.storyId), renamed(row.otherId)];
    if (storyId === otherId) continue;
    await db
      .insertInto('storyEvents')
      .values({ ...row, storyId, otherId })
      .onConflict((conflict) => conflict.columns(['storyId', 'kind', 'otherId']).doNothing())
      .execute();
  }
  await db
    .deleteFrom('storyEvents')
    .where((eb) => eb.or([eb('storyId', '=', from), eb('otherId', '=', from)]))
    .execute();
}

async function saveEvents(
  db: Db,
  { looked, events, merges }: StoryRepairs,
  names: StoryNames,
): Promise<void> {
  for (const chunk of chunks(looked, 500)) {
    await db
      .deleteFrom('storyEvents')
      .where('kind', '=', 'grew-from')
      .where('storyId', 'in', chunk)
      .execute();
  }
  const gone = new Set(merges.map(({ from }) => from));
  for (const event of events) {
    const name = names.get(event.otherId);
    if (name === undefined || gone.has(event.storyId)) continue;
    const row = {
      ...event,
      otherSlug: name.slug,
      otherTitle: name.title,
      shared: JSON.stringify(event.shared),
    };
    await db
      .insertInto('storyEvents')
      .values(row)
      .onConflict((conflict) => conflict.columns(['storyId', 'kind', 'otherId']).doUpdateSet(row))
      .execute();
  }
}

async function settle(db: Db, storyIds: readonly string[]): Promise<void> {
  for (const chunk of chunks(storyIds, 1000)) {
    await db
      .updateTable('stories')
      .set((eb) => ({ repairedRevision: eb.ref('revision') }))
      .where('id', 'in', chunk)
      .execute();
  }
}
