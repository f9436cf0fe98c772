/** A process that clusters the bench's stream into a library on disk, from wherever the one before came to. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { WarmClusterer } from '../../src/cluster/warm-clusterer.ts';
import { appliers, createBackground } from '../../src/pipeline/appliers.ts';
import { clusterStage } from '../../src/pipeline/stages/cluster-stage.ts';
import type { World } from '../../src/pipeline/world.ts';
import { openSqlite } from '../../src/store/open-store.ts';
import { migrate, type Store } from '../../src/store/store.ts';
import { inTransaction, saveBatch } from './cluster-store.ts';
import { RemotePress } from './remote-press.ts';

export type ChildReport =
  | { readonly kind: 'storing'; readonly articles: number }
  | {
      readonly kind: 'restored';
      readonly stories: number;
      /** From the start of the process until the library was open, and until the first batch was decided. */
      readonly startMs: number;
      readonly restoreMs: number;
    }
  | { readonly kind: 'done'; readonly digest: string };

const BATCH = 250;

const [folder = '', total = ''] = process.argv.slice(2);
const store = openSqlite(join(folder, 'bench.db'));
await migrate(store);
const startMs = performance.now();
const clusterer = new WarmClusterer({ background: createBackground() });
// The stage reads nothing but the store.
const world = { store } as World;
let isRestored = false;

const { known } = await store.db
  .selectFrom('fingerprints')
  .select((eb) => eb.fn.countAll<number>().as('known'))
  .executeTakeFirstOrThrow();
await clusterWaiting(known);
const press = new RemotePress(BATCH);
for (let articles = BATCH; articles <= Number(total); articles += BATCH) {
  const batch = await press.next();
  if (articles <= known) continue;
  await inTransaction(store.db, (db) => saveBatch(db, batch));
  await clusterWaiting(articles);
}
press.stop();
await tell({ kind: 'done', digest: await digestOf(store) });
await store.close();
process.disconnect();

async function clusterWaiting(articles: number): Promise<void> {
  const begun = performance.now();
  const input = await clusterStage.load(world, 'all');
  if (input === undefined) return;
  let output = appliers.cluster(input, { clusterer });
  if (output === null) {
    const whole = await clusterStage.loadWhole?.(world, 'all');
    if (whole !== undefined) output = appliers.cluster(whole, { clusterer });
  }
  const restoreMs = performance.now() - begun;
  if (!isRestored) await tell({ kind: 'restored', stories: input.roster.ids.length, startMs, restoreMs });
  isRestored = true;
  await inTransaction(store.db, async (db) => {
    await tell({ kind: 'storing', articles });
    return await clusterStage.save(db, 'all', output, 0);
  });
}

async function tell(report: ChildReport): Promise<void> {
  await new Promise((told) => process.send?.(report, told));
}

async function digestOf({ db }: Store): Promise<string> {
  const hash = createHash('sha256');
  const note = (rows: readonly object[]) => {
    for (const row of rows) hash.update(JSON.stringify(row));
  };
  note(await db.selectFrom('storyArticles').selectAll().orderBy('articleId').execute());
  note(await db.selectFrom('stories').select(['id', 'state', 'revision']).orderBy('id').execute());
  note(await db.selectFrom('clusterTerms').selectAll().orderBy('term').execute());
  return hash.digest('hex');
}
