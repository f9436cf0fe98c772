import type { ClusterOutput } from '../../cluster/cluster-decisions.ts';
import type { PackedClusterInput } from '../../cluster/packed-input.ts';
import { setApart } from '../../cluster/set-apart.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from '../../cluster/settings.ts';
import { storyIdOf } from '../../cluster/story-id.ts';
import { storySlug } from '../../cluster/story-slug.ts';
import type { Stage } from '../../core/stage.ts';
import { packSignatures } from '../../core/stored-signature.ts';
import type { Fingerprint } from '../../core/story.ts';
import { outletFacts } from '../../store/outlets.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { recurringAmong } from '../../store/standings.ts';
import type { Db } from '../../store/store.ts';
import {
  countUnassigned,
  keysByFrequency,
  saveClusterDecisions,
  signaturesBetween,
  storyJsonBetween,
  unassignedFingerprints,
} from '../../store/stories.ts';
import { appliers, type Tools } from '../appliers.ts';
import type { World } from '../world.ts';

/** The one key of this stage: clustering looks at all articles without a story at once. */
const ALL_ARTICLES = 'all';

/** Articles of one run: bounds memory; runs follow each other until nothing is left. */
const BATCH = 1_250;
const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;
/** Setting that counts the documents read. */
export const DOCUMENTS = 'cluster.documents';

/** The next `limit` articles without a story, the earliest first, with what a decision about them reads. */
export async function loadClusterBatch(db: Db, limit: number): Promise<PackedClusterInput | undefined> {
  const pending = await unassignedFingerprints(db, limit);
  const first = pending[0];
  const last = pending.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const from = first.publishedAt - WINDOW_MS;
  const to = last.publishedAt + WINDOW_MS;
  return {
    pending: await withoutRecurring(db, pending),
    stories: await storyJsonBetween(db, from, to),
    signatures: packSignatures(await signaturesBetween(db, from, to)),
    documentFrequencies: await keysByFrequency(db),
    documents: Number((await readSetting(db, DOCUMENTS)) ?? 0),
    outlets: await outletFacts(db),
  };
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

export async function saveClusters(db: Db, _key: string, output: ClusterOutput) {
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
  const left = await countUnassigned(db);
  return { next: left > 0 ? [{ stage: 'cluster', keys: [ALL_ARTICLES] }] : [], failure: null };
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
export const clusterStage: Stage<World, Db, PackedClusterInput, Tools, ClusterOutput> = {
  name: 'cluster',
  version: 1,
  reads: ['fingerprints', 'articles', 'article_sections', 'outlets'],
  writes: ['stories', 'story_articles', 'cluster_terms'],
  thread: 'worker',
  pending: async (world) => ((await countUnassigned(world.store.db)) > 0 ? [ALL_ARTICLES] : []),
  load: (world) => loadClusterBatch(world.store.db, BATCH),
  apply: appliers.cluster,
  save: saveClusters,
};
