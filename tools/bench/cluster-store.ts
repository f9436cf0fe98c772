import type { ClusterTools } from '../../src/cluster/cluster-decisions.ts';
import { unpackClusters } from '../../src/cluster/packed-input.ts';
import { StoryClusterer } from '../../src/cluster/story-clusterer.ts';
import { WarmClusterer } from '../../src/cluster/warm-clusterer.ts';
import type { Fingerprint } from '../../src/core/story.ts';
import { clusterStage } from '../../src/pipeline/stages/cluster-stage.ts';
import type { World } from '../../src/pipeline/world.ts';
import { saveFingerprint } from '../../src/store/annotations.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { addUnknownOutlets } from '../../src/store/outlets.ts';
import type { Db, Store } from '../../src/store/store.ts';
import { unassignedFingerprints } from '../../src/store/waiting-articles.ts';
import type { RemotePress } from './remote-press.ts';

const EMPTY = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };

/** One step of a batch: by the clock, which includes the database's own work, and by the processor's time of this process. */
interface Step {
  readonly name: string;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * One batch of the pipeline's cluster stage, from a store that holds the active stories: what it takes to read all that
 * was decided before, which is also what it takes after kill -9, to decide and to save.
 *
 * @param warm articles that are clustered and stored before
 * @returns the steps by name of the database
 */
export async function clusterFromStore(
  press: RemotePress,
  warm: number,
  stores: ReadonlyMap<string, Store>,
  tools: ClusterTools,
): Promise<Map<string, Step[]>> {
  await press.restart();
  const clusterer = new StoryClusterer(EMPTY, tools);
  for (let articles = 0; articles < warm; ) {
    const batch = await press.next();
    const output = clusterer.assign(batch);
    for (const { db } of stores.values()) {
      await inTransaction(db, (transaction) => saveBatch(transaction, batch));
      await inTransaction(db, (transaction) => clusterStage.save(transaction, 'all', output, 0));
    }
    articles += batch.length;
  }
  const batch = await press.next();
  const steps = new Map<string, Step[]>();
  for (const [name, store] of stores) {
    await inTransaction(store.db, (transaction) => saveBatch(transaction, batch));
    steps.set(name, await runBatch(store, tools));
  }
  return steps;
}

async function runBatch(store: Store, tools: ClusterTools): Promise<Step[]> {
  const steps: Step[] = [];
  const step = async <Value>(name: string, work: () => Promise<Value> | Value): Promise<Value> => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const value = await work();
    const { user, system } = process.cpuUsage(cpu);
    steps.push({ name, wallMs: performance.now() - start, cpuMs: (user + system) / 1000 });
    return value;
  };
  await step('of which: find articles without a story', () => unassignedFingerprints(store.db, 1250));
  // The stage reads nothing but the store.
  const world = { store } as World;
  const warm = await step('load for a clusterer that is warm', () => clusterStage.load(world, 'all'));
  const batch = await step('load', () => clusterStage.loadWhole?.(world, 'all'));
  if (warm === undefined || batch?.stored == null)
    throw new Error('The bench stored articles that no batch finds.');
  const { stored } = batch;
  await step('restore the clusterer', () => {
    const { documents, outlets } = batch;
    return new StoryClusterer({ ...unpackClusters(stored), documents, outlets }, tools).activeStories;
  });
  const clusterer = new WarmClusterer(tools);
  const output = await step('restore and assign', () => clusterer.restore(batch, unpackClusters(stored)));
  await step('save', () =>
    inTransaction(store.db, (transaction) => clusterStage.save(transaction, 'all', output, 0)),
  );
  return steps;
}

export async function inTransaction<Value>(
  db: Db,
  work: (transaction: Db) => Promise<Value>,
): Promise<Value> {
  return await db.transaction().execute(work);
}

/** Articles of the bench have no text: clustering reads their fingerprints. */
export async function saveBatch(db: Db, batch: readonly Fingerprint[]): Promise<void> {
  const outlets = [...new Set(batch.map(({ outletId }) => outletId))].map((id) => ({
    id,
    name: id,
    homeUrl: null,
    country: null,
    language: null,
    kind: null,
    owner: null,
  }));
  await addUnknownOutlets(db, outlets);
  for (const fingerprint of batch) {
    await saveArticle(db, {
      id: fingerprint.articleId,
      externalId: null,
      url: `https://bench.example/${fingerprint.articleId}`,
      outletId: fingerprint.outletId,
      title: fingerprint.terms
        .slice(0, 8)
        .map(([term]) => term)
        .join(' '),
      text: '',
      byline: null,
      publishedAt: fingerprint.publishedAt,
      datePrecision: 'minute',
      language: fingerprint.language,
      imageUrl: null,
      origin: 'import',
      truncated: false,
      warnings: [],
    });
    await saveFingerprint(db, fingerprint);
  }
}
