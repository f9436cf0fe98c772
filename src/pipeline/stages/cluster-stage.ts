import type { ClusterOutput } from '../../cluster/cluster-decisions.ts';
import type { PackedBatch, PackedClusters } from '../../cluster/packed-input.ts';
import { setApart } from '../../cluster/set-apart.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from '../../cluster/settings.ts';
import { storyIdOf } from '../../cluster/story-id.ts';
import { storySlug } from '../../cluster/story-slug.ts';
import type { Stage } from '../../core/stage.ts';
import { packSignatures } from '../../core/stored-signature.ts';
import type { Fingerprint } from '../../core/story.ts';
import { outletFacts } from '../../store/outlets.ts';
import { openRound } from '../../store/rounds.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { recurringAmong } from '../../store/standings.ts';
import type { Db } from '../../store/store.ts';
import {
  keysByFrequency,
  saveClusterDecisions,
  signaturesBetween,
  storyJsonBetween,
  storyRevisionsBetween,
} from '../../store/stories.ts';
import { isAnyUnassigned, unassignedFingerprints } from '../../store/waiting-articles.ts';
import { appliers, type Tools } from '../appliers.ts';
import type { World } from '../world.ts';

/** The one key of this stage: clustering looks at all articles without a story at once. */
const ALL_ARTICLES = 'all';

/** Articles of one run: bounds memory; runs follow each other until nothing is left. */
const BATCH = 1_250;
const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;
/** Setting that counts the documents read. */
export const DOCUMENTS = 'cluster.documents';

/** The batch alone: a thread that has assigned the one before remembers what is stored. */
async function loadBatch(db: Db, limit: number): Promise<PackedBatch | undefined> {
  const pending = await unassignedFingerprints(db, limit);
  const first = pending[0];
  const last = pending.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first.publishedAt - WINDOW_MS, last.publishedAt + WINDOW_MS];
  const roster = await storyRevisionsBetween(db, from, to);
  return {
    pending: await withoutRecurring(db, pending),
    round: (await openRound(db))?.id ?? 0,
    roster: {
      ids: roster.map(({ id }) => id),
      revisions: Int32Array.from(roster, ({ revision }) => revision),
    },
    documents: Number((await readSetting(db, DOCUMENTS)) ?? 0),
    outlets: await outletFacts(db),
    stored: null,
  };
}

/** The next `limit` articles without a story, the earliest first, with all that was decided before about what lies around them. */
export async function loadWholeBatch(db: Db, limit: number): Promise<PackedBatch | undefined> {
  const batch = await loadBatch(db, limit);
  const first = batch?.pending[0];
  const last = batch?.pending.at(-1);
  if (batch === undefined || first === undefined || last === undefined) return undefined;
  const [from, to] = [first.publishedAt - WINDOW_MS, last.publishedAt + WINDOW_MS];
  const stored: PackedClusters = {
    stories: await storyJsonBetween(db, from, to),
    signatures: packSignatures(await signaturesBetween(db, from, to)),
    documentFrequencies: await keysByFrequency(db),
  };
  return { ...batch, stored };
}

/** Lists leave out what recurs, but a newsletter that speaks of five stories would also make them one. */
async function withoutRecurring(db: Db, pending: readonly Fingerprint[]): Promise<Fingerprint[]> {
  const recurring = await recurringAmong(
    db,
    pending.map(({ articleId }) => articleId),
  );
  return pending.map((fingerprint) =>
    recurring.has(fingerprint.articleId) ? setApart(fingerprint) : fingerprint,
  );
}

export async function saveClusters(db: Db, _key: string, output: ClusterOutput | null) {
  if (output === null) throw new Error('A batch that was loaded whole came back undecided.');
  const founders = foundingArticles(output);
  const titles = await titlesOf(db, [...founders.values()]);
  const founded = new Map<string, { slug: string; title: string }>();
  for (const [storyId, articleId] of founders) {
    const title = titles.get(articleId) ?? '';
    founded.set(storyId, { title, slug: storySlug(title, storyId) });
  }
  await saveClusterDecisions(db, { ...output, founded });
  const counted = Number((await readSetting(db, DOCUMENTS)) ?? 0);
  const documents = (output.halved ? Math.floor(counted / 2) : counted) + output.documents;
  await writeSetting(db, DOCUMENTS, String(documents));
  const isAnyLeft = await isAnyUnassigned(db);
  return { next: isAnyLeft ? [{ stage: 'cluster', keys: [ALL_ARTICLES] }] : [], failure: null };
}

/** The article each new story began with: a story's id is derived from it. */
function foundingArticles(output: ClusterOutput): Map<string, string> {
  const founders = new Map<string, string>();
  for (const { articleId, storyId } of output.assignments) {
    if (storyIdOf(articleId) === storyId) founders.set(storyId, articleId);
  }
  return founders;
}

/** Titles of articles by id. */
export async function titlesOf(db: Db, articleIds: readonly string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title'])
    .where('id', 'in', articleIds)
    .execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Fingerprints → stories. Runs once everything a round brought has been read, so that order within it is moot. */
export const clusterStage: Stage<World, Db, PackedBatch, Tools, ClusterOutput | null> = {
  name: 'cluster',
  version: 1,
  reads: ['waiting_articles', 'fingerprints', 'articles', 'article_sections', 'outlets'],
  writes: ['stories', 'story_articles', 'cluster_terms', 'waiting_articles'],
  thread: 'worker',
  pending: async (world) => ((await isAnyUnassigned(world.store.db)) ? [ALL_ARTICLES] : []),
  load: ({ store: { db } }) => loadBatch(db, BATCH),
  loadWhole: ({ store: { db } }) => loadWholeBatch(db, BATCH),
  apply: appliers.cluster,
  save: saveClusters,
};
