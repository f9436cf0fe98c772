import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { dataUrl } from '../../src/cli/eval/read-data.ts';
import { toConfig } from '../../src/config.ts';
import { parseOpml } from '../../src/ingest/opml.ts';
import { addOpml } from '../../src/pipeline/intake/add-outlets.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';

/** The stages that bring articles in; what is made of them afterwards is not compared. */
const READING = ['poll', 'fetch', 'extract'];
const PRESS = fileURLToPath(dataUrl('../tools/press-replay.mjs'));
const ARTICLES = fileURLToPath(dataUrl('press/stream-2018.jsonl.gz'));
const PORT = 4120;
const CHECK_MS = 200;

interface StoredText {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
}

interface Reading {
  /** By path at the press (`/outlet/article`): the same in both runs. */
  readonly texts: ReadonlyMap<string, StoredText>;
  /** Path or feed → what stopped it. */
  readonly failures: ReadonlyMap<string, string>;
  readonly seconds: number;
}

async function startPress(port: number, flags: readonly string[]): Promise<ChildProcess> {
  const options = ['--articles', ARTICLES, '--port', String(port), ...flags];
  const press = spawn(process.execPath, [PRESS, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (press.stdout === null) throw new Error('the press has no output');
  for await (const line of createInterface(press.stdout)) {
    console.log(line);
    break;
  }
  press.stdout.resume();
  return press;
}

/** Polls every feed of the press at that port once, as a round does, and reads what is new. */
async function readPress(port: number, folder: string): Promise<Reading> {
  const start = Date.now();
  const opml = await (await fetch(`http://127.0.0.1:${port}/outlets.opml`)).text();
  const config = toConfig({ dataDir: folder, roles: 'scheduler', allowPrivateHosts: 'on', world: 'off' });
  await using app = await createApp(config, { logLevel: 'warn' });
  const outlines = parseOpml(opml);
  if (!outlines.ok) throw new Error(outlines.error.message);
  await addOpml(app.store, outlines.value);
  const stages = STAGES.filter(({ name }) => READING.includes(name));
  const onFault = (stage: string, key: string, error: unknown) => console.error(stage, key, error);
  const runner = { world: app.world, queue: app.queue, pool: app.pool, onFault };
  const loop = startWorkerLoop(runner, stages, { network: 512, threads: config.threads });
  await app.coordinator.begin('poll', 'all');
  while ((await app.queue.pending(READING)) > 0) await wait(CHECK_MS);
  await loop.stop();
  const articles = await app.store.db
    .selectFrom('articles')
    .innerJoin('entries', 'entries.articleId', 'articles.id')
    .select(['entries.url', 'title', 'text', 'publishedAt'])
    .execute();
  const texts = articles.map(({ url, ...text }) => [new URL(url).pathname, text] as const);
  return {
    texts: new Map(texts),
    failures: await failuresOf(app.store.db),
    seconds: (Date.now() - start) / 1000,
  };
}

async function failuresOf(
  db: Awaited<ReturnType<typeof createApp>>['store']['db'],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('stageRuns')
    .leftJoin('entries', 'entries.articleId', 'stageRuns.key')
    .leftJoin('feeds', 'feeds.id', 'stageRuns.key')
    .select(['stage', 'code', 'message', 'entries.url as entryUrl', 'feeds.url as feedUrl'])
    .where('code', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ stage, code, message, entryUrl, feedUrl }) => [
      new URL(entryUrl ?? feedUrl ?? 'http://nowhere/').pathname,
      `${stage} ${code}: ${message}`,
    ]),
  );
}

async function faultsByOutlet(port: number): Promise<Map<string, string>> {
  const outlets = (await (await fetch(`http://127.0.0.1:${port}/outlets.json`)).json()) as {
    domain: string;
    fault: string;
    kind: string;
  }[];
  return new Map(outlets.map(({ domain, fault, kind }) => [domain, `${fault} (${kind})`]));
}

/** What one of the two has and the other has not, or has otherwise, by the fault of the outlet. */
function compare(whole: Reading, faulty: Reading, faults: ReadonlyMap<string, string>): void {
  const paths = new Set([...whole.texts.keys(), ...faulty.texts.keys()]);
  let same = 0;
  const differing = { title: 0, publishedAt: 0 };
  for (const path of [...paths].sort()) {
    const [a, b] = [whole.texts.get(path), faulty.texts.get(path)];
    if (a !== undefined && b !== undefined && a.text === b.text) {
      same++;
      if (a.title !== b.title) differing.title++;
      if (a.publishedAt !== b.publishedAt) differing.publishedAt++;
      continue;
    }
    const fault = faults.get(path.split('/')[1] ?? '');
    const cause = faulty.failures.get(path) ?? whole.failures.get(path) ?? 'no failure recorded';
    console.log(`${path}: ${difference(a, b)}; fault of the outlet: ${fault}; ${cause}`);
  }
  console.log(`${same} of ${paths.size} articles have the same text with and without faults`);
  console.log(
    `of these, ${differing.title} differ in title, ${differing.publishedAt} in time of publication`,
  );
}

function difference(whole: StoredText | undefined, faulty: StoredText | undefined): string {
  if (faulty === undefined) return 'only without faults';
  if (whole === undefined) return 'only with faults';
  let at = 0;
  while (whole.text[at] === faulty.text[at]) at++;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `differs at ${at}: ${near(whole.text)} without, ${near(faulty.text)} with`;
}

/**
 * Reads the replayed press (`../shared/tools/press-replay.mjs`) twice, once with half of its outlets misbehaving, and lists every
 * article whose stored text is not the same. `--limit N` takes the first N articles only.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { limit: { type: 'string' } } });
  const limit = values.limit === undefined ? [] : ['--limit', values.limit];
  const folder = mkdtempSync(join(tmpdir(), 'variorum-faults-'));
  const presses: ChildProcess[] = [];
  try {
    presses.push(await startPress(PORT, limit));
    const whole = await readPress(PORT, join(folder, 'whole'));
    presses.pop()?.kill();
    presses.push(await startPress(PORT, [...limit, '--faults']));
    const faulty = await readPress(PORT, join(folder, 'faulty'));
    const stats = await (await fetch(`http://127.0.0.1:${PORT}/stats.json`)).json();
    console.log(`the press with faults says: ${JSON.stringify(stats)}`);
    console.log(`read in ${whole.seconds.toFixed(0)} s without faults, ${faulty.seconds.toFixed(0)} s with`);
    compare(whole, faulty, await faultsByOutlet(PORT));
  } finally {
    for (const press of presses) press.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
