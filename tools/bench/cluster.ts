import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import type { ClusterTools } from '../../src/cluster/cluster-decisions.ts';
import { createBackground } from '../../src/pipeline/appliers.ts';
import { THREAD_LIMITS } from '../../src/pipeline/apply-pool.ts';
import { openPostgres, openSqlite } from '../../src/store/open-store.ts';
import { migrate } from '../../src/store/store.ts';
import { killedFigures } from './cluster-killed.ts';
import { clusterFromStore } from './cluster-store.ts';
import type { Stretch, ThreadTask } from './cluster-thread.ts';
import { RemotePress } from './remote-press.ts';

/** Articles of one batch: what a poll of some hundred feeds brings. */
const BATCH = 250;
/** Figures at the beginning are of this many articles, once the active window is full. */
const WARM = 20_000;
const SAMPLE = 10_000;
const RIVAL_ARTICLES = 10_000;
/** Of its own in the database that is given. */
const SCHEMA = 'variorum_bench_cluster';
const RIVAL = fileURLToPath(new URL('../../../shared/tools/baseline-clusters.mjs', import.meta.url));
/** Has the rival say at its end how many seconds of the processor it took. */
const REPORT_CPU =
  'data:text/javascript,process.on("exit",()=>console.error("cpu",(process.cpuUsage().user+process.cpuUsage().system)/1e6))';

/**
 * Clustering alone, of fingerprints, as a warm engine does it batch after batch: articles a second on one core, whether an
 * article costs more after a million than after ten thousand, and the memory it takes; against the plain single pass.
 * Then one batch as the pipeline runs it, from a store, and a process that is killed in the midst of the stream. The press
 * is made in another process.
 *
 * `--articles N` of the stream (1,000,000), `--database URL` of a PostgreSQL database, in a schema of its own, to try that too.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const options = { articles: { type: 'string' }, database: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const total = Math.max(WARM + SAMPLE, Number(values.articles ?? 1_000_000));
  const before = process.memoryUsage().rss;
  const stretches = await run(total);
  const peak = process.resourceUsage().maxRSS * 1024;
  const press = new RemotePress(BATCH);
  try {
    const rival = await rivalRate(press, RIVAL_ARTICLES);
    report(figures(total, stretches, { before, peak, rival }));
    report(await storeFigures(press, { background: createBackground() }, values.database));
    report(await killedFigures(WARM + 2000, WARM));
  } finally {
    press.stop();
  }
}

export type Row = readonly [figure: string, value: string, asked: string];

interface Measured {
  /** Bytes of the process before the first article, and at most. */
  readonly before: number;
  readonly peak: number;
  readonly rival: number;
}

function figures(total: number, stretches: readonly Stretch[], { before, peak, rival }: Measured): Row[] {
  const atStart = stretches[WARM / SAMPLE];
  const atEnd = stretches.at(-1);
  const cold = rate(stretches.slice(0, RIVAL_ARTICLES / SAMPLE));
  const active = Math.max(...stretches.map(({ activeStories }) => activeStories));
  return [
    ['articles in all', String(total), ''],
    ['articles/s of CPU time, all', rate(stretches).toFixed(0), ''],
    ['active stories', String(active), '10000'],
    ['articles/s at that many', rate(atEnd === undefined ? [] : [atEnd]).toFixed(0), '≥ 1500'],
    ['ms an article after 20,000', perArticle(atStart).toFixed(3), ''],
    [`ms an article after ${total - SAMPLE}`, perArticle(atEnd).toFixed(3), ''],
    ['ratio of the two', (perArticle(atEnd) / perArticle(atStart)).toFixed(2), '≤ 1.3'],
    ['terms and names in memory', String(atEnd?.keys ?? 0), ''],
    ['peak memory, MB (Node included, the press apart)', megabytes(peak), '≤ 1000'],
    ['memory before the first article, MB', megabytes(before), ''],
    [`articles/s of the first ${RIVAL_ARTICLES}`, cold.toFixed(0), ''],
    [`articles/s of baseline-clusters over ${RIVAL_ARTICLES}`, rival.toFixed(0), ''],
    ['ratio of the two', (cold / rival).toFixed(1), ''],
  ];
}

/** A batch of the pipeline against each database: by the clock, with this process's own time beside it. */
async function storeFigures(press: RemotePress, tools: ClusterTools, database?: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-store-'));
  const stores = new Map([['SQLite', openSqlite(join(folder, 'bench.db'))]]);
  const server = database === undefined ? null : await openPostgres(database, { schema: SCHEMA });
  try {
    if (server !== null) {
      await sql`create schema ${sql.id(SCHEMA)}`.execute(server.db);
      stores.set('PostgreSQL', server);
    }
    for (const store of stores.values()) await migrate(store);
    const measured = await clusterFromStore(press, WARM, stores, tools);
    return [...measured].flatMap(([name, steps]) => {
      const rows = steps.map(({ name: step, wallMs, cpuMs }): Row => {
        return [`${name}: ${step}, ms`, wallMs.toFixed(0), `(CPU ${cpuMs.toFixed(0)})`];
      });
      const restored = steps
        .filter(({ name: step }) => step === 'load' || step === 'restore the clusterer')
        .reduce((sum, { wallMs }) => sum + wallMs, 0);
      return [...rows, [`${name}: state restored, s`, (restored / 1000).toFixed(1), '< 10']];
    });
  } finally {
    // What was there before the bench is there after it, and nothing else.
    if (server !== null) await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(server.db);
    for (const store of stores.values()) await store.close();
    rmSync(folder, { recursive: true });
  }
}

function report(rows: readonly Row[]): void {
  for (const [figure, value, asked] of rows)
    console.log(`${figure.padEnd(60)} ${value.padStart(9)}   ${asked}`);
}

/** The stream in a thread with the limits of the pipeline's, in whose memory clustering has to do. */
async function run(total: number): Promise<Stretch[]> {
  const thread = new Worker(new URL('./cluster-thread.ts', import.meta.url), {
    workerData: { total, batch: BATCH, sample: SAMPLE } satisfies ThreadTask,
    resourceLimits: THREAD_LIMITS,
  });
  const stretches: Stretch[] = [];
  thread.on('message', (stretch: Stretch) => {
    stretches.push(stretch);
    console.error(
      `cluster: ${stretches.length * SAMPLE} articles, ${stretch.activeStories} active stories, ` +
        `${perArticle(stretch).toFixed(3)} ms an article, ${megabytes(process.memoryUsage().rss)} MB`,
    );
  });
  await once(thread, 'exit');
  return stretches;
}

function rate(stretches: readonly Stretch[]): number {
  const sum = (of: (stretch: Stretch) => number) =>
    stretches.reduce((total, stretch) => total + of(stretch), 0);
  return (1000 * sum(({ articles }) => articles)) / sum(({ cpuMs }) => cpuMs);
}

function perArticle(stretch: Stretch | undefined): number {
  return stretch === undefined ? Number.NaN : stretch.cpuMs / stretch.articles;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** Articles a second of the plain single pass over the same stream, by the CPU time of its process. */
async function rivalRate(press: RemotePress, articles: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-rival-'));
  try {
    const file = join(folder, 'articles.ndjson');
    await press.write(file, articles);
    const { stderr } = spawnSync(process.execPath, ['--import', REPORT_CPU, RIVAL, '--articles', file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return articles / Number(/cpu ([\d.]+)/.exec(stderr)?.[1] ?? Number.NaN);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
