import { describe, expect, it } from 'vitest';
import type { ClusterOutput } from '../../src/cluster/cluster-decisions.ts';
import { WarmClusterer } from '../../src/cluster/warm-clusterer.ts';
import type { Fingerprint } from '../../src/core/story.ts';
import { appliers, createBackground } from '../../src/pipeline/appliers.ts';
import { clusterStage } from '../../src/pipeline/stages/cluster-stage.ts';
import type { World } from '../../src/pipeline/world.ts';
import { saveFingerprint } from '../../src/store/annotations.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import type { Store } from '../../src/store/store.ts';
import { saveStoryRepairs } from '../../src/store/story-repairs.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type TestDatabase } from './databases.ts';

const HOUR = 3_600_000;
const TOOLS = { background: createBackground() };
const BATCHES = 6;
const EVENTS = 4;

/** One article on each of some events in words of its own; of the last event every second batch brings a copy. */
function batchOf(batch: number): Fingerprint[] {
  return Array.from({ length: EVENTS }, (_, event) => {
    const text = event === EVENTS - 1 ? Math.floor(batch / 2) : batch;
    const words = Array.from({ length: 14 }, (_, i) => [`event${event}w${(i + text) % 20}`, 1 + (i % 3)]);
    return build.fingerprint(`b${batch}e${event}`, {
      publishedAt: Date.UTC(2026, 0, 10) + (batch * EVENTS + event) * HOUR,
      terms: words as [string, number][],
      names: [1, 2, 3].map((name) => [`name ${event} ${(name + text) % 4}`, name]),
      signature: Array.from({ length: 128 }, (_, row) => event * 100_000 + text * 1000 + row),
      shingles: 100,
    });
  });
}

/** Runs the stage over one batch as a worker does; says whether the clusterer went on with what it remembered. */
async function runStage(store: Store, clusterer: WarmClusterer): Promise<boolean> {
  // The stage reads nothing but the store.
  const world = { store } as World;
  const input = await clusterStage.load(world, 'all');
  if (input === undefined) throw new Error('nothing to cluster');
  let output: ClusterOutput | null = appliers.cluster(input, { clusterer });
  const isWarm = output !== null;
  if (output === null) {
    const whole = await clusterStage.loadWhole?.(world, 'all');
    if (whole === undefined) throw new Error('nothing to cluster');
    output = appliers.cluster(whole, { clusterer });
  }
  await store.db.transaction().execute((db) => clusterStage.save(db, 'all', output, 0));
  return isWarm;
}

/** What clustering leaves behind, without what no decision reads. */
async function stored({ db }: Store) {
  const [articles, stories, terms, waiting] = await Promise.all([
    db.selectFrom('storyArticles').selectAll().orderBy('articleId').execute(),
    db.selectFrom('stories').select(['id', 'state', 'revision', 'articleCount']).orderBy('id').execute(),
    db.selectFrom('clusterTerms').selectAll().execute(),
    db.selectFrom('waitingArticles').selectAll().execute(),
  ]);
  return {
    articles,
    stories,
    waiting,
    terms: new Map(terms.map(({ term, documents }) => [term, documents])),
  };
}

/** Clusters batch after batch; before the batch `disturbed` a story takes up another behind the clusterer's back. */
async function cluster(database: TestDatabase, clustererOf: () => WarmClusterer, disturbed: number) {
  const opened = await database.open();
  const { store } = opened;
  try {
    await saveOutlets(store.db, [build.outlet('example.org')]);
    const warm: boolean[] = [];
    for (let batch = 0; batch < BATCHES; batch++) {
      for (const print of batchOf(batch)) {
        await saveArticle(store.db, build.article(print.articleId, { publishedAt: print.publishedAt }), {
          seenAt: 1,
        });
        await saveFingerprint(store.db, print);
      }
      if (batch === disturbed) await mergeTwo(store);
      warm.push(await runStage(store, clustererOf()));
    }
    return { warm, stored: await stored(store) };
  } finally {
    await opened.close();
  }
}

async function mergeTwo({ db }: Store): Promise<void> {
  const [into, from] = await db.selectFrom('stories').select(['id', 'state']).orderBy('id').execute();
  if (into === undefined || from === undefined) throw new Error('fewer than two stories');
  const merge = { into: into.id, from: from.id, score: 1, threshold: 0.1, shared: [] };
  const nothing = { looked: [], splits: [], events: [] };
  const states = [JSON.parse(into.state)];
  await saveStoryRepairs(db, { ...nothing, merges: [merge], stories: states }, new Map());
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`a warm clusterer on ${database.name}`, () => {
    it.each([
      ['nobody else writes', -1, [false, true, true, true, true, true]],
      ['a story takes up another meanwhile', 3, [false, true, true, false, true, true]],
    ])(
      'leaves what one restored for every batch leaves when %s',
      async (_, disturbed, expected) => {
        const one = new WarmClusterer(TOOLS);
        const warm = await cluster(database, () => one, disturbed);
        const cold = await cluster(database, () => new WarmClusterer(TOOLS), disturbed);
        expect(warm.warm).toEqual(expected);
        expect(cold.warm).toEqual(expected.map(() => false));
        expect(warm.stored).toEqual(cold.stored);
        expect(warm.stored.waiting).toEqual([]);
        expect(warm.stored.articles.some(({ copyOf }) => copyOf !== null)).toBe(true);
      },
      120_000,
    );
  });
}
