import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { openSqlite } from '../../src/store/open-store.ts';
import { type InventedOutlet, inventPress, MANNERS } from './invented-press.ts';
import { type InventedPressServer, serveInventedPress } from './invented-press-server.ts';

const run = promisify(execFile);
const NODE = ['--import', 'tsx', 'src/cli/variorum.ts'];
const MINUTE = 60_000;
const SAMPLE_MS = 10_000;
/** When the memory is looked at first: the first round is over, the threads have their models. */
const WARM_MINUTE = 10;

interface Sample {
  readonly minute: number;
  readonly mb: number;
}

/** Megabytes that a process holds (proc(5): VmRSS). */
function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

async function watch(
  server: ChildProcess,
  lastsMs: number,
  counts: InventedPressServer['counts'],
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const start = Date.now();
  while (Date.now() < start + lastsMs) {
    await wait(SAMPLE_MS);
    if (server.exitCode !== null) throw new Error(`the program ended with ${server.exitCode}`);
    const minute = (Date.now() - start) / MINUTE;
    samples.push({ minute, mb: residentMb(server.pid ?? 0) });
    if (samples.length % 12 === 0) {
      const total = counts.reduce((sum, { feed }) => sum + feed, 0);
      const pages = counts.reduce((sum, each) => sum + each.pages, 0);
      console.log(
        `minute ${minute.toFixed(0)}: ${memoryAt(samples, minute).toFixed(0)} MB, ${total} requests for feeds, ${pages} for pages`,
      );
    }
  }
  return samples;
}

/** The median of two minutes: a collection of garbage that comes or does not come says nothing. */
function memoryAt(samples: readonly Sample[], minute: number): number {
  const near = samples.filter((sample) => Math.abs(sample.minute - minute) <= 1).map(({ mb }) => mb);
  return median(near);
}

function median(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** How many of the press's items came in, and how long after they were published. */
async function coverage(
  folder: string,
  outlets: readonly InventedOutlet[],
  port: number,
  start: number,
  end: number,
) {
  const store = openSqlite(join(folder, 'variorum.sqlite'));
  try {
    const rows = await store.db
      .selectFrom('entries')
      .innerJoin('pages', 'pages.articleId', 'entries.articleId')
      .select(['entries.url', 'pages.fetchedAt'])
      .execute();
    const readAt = new Map(rows.map(({ url, fetchedAt }) => [url, fetchedAt]));
    const reachable = outlets.filter(({ manner }) => !['gone', 'broken', 'missing'].includes(manner));
    const items = reachable.flatMap(({ address, items: all, gapMs }) =>
      all.map(({ id, at }) => ({
        at,
        gapMs,
        readAt: readAt.get(`http://${address}:${port}/articles/${id}`),
      })),
    );
    const published = items.filter(({ at }) => at <= end);
    const fresh = published.filter(
      ({ at, readAt: read }) => at > start + WARM_MINUTE * MINUTE && read !== undefined,
    );
    const delays = fresh.map(({ at, readAt: read }) => ((read ?? 0) - at) / MINUTE);
    const fast = fresh.filter(({ gapMs }) => gapMs <= 10 * MINUTE);
    return {
      published: published.length,
      read: published.filter((item) => item.readAt !== undefined).length,
      delay: [median(delays), median(delays, 0.9)] as const,
      fastDelay: median(fast.map(({ at, readAt: read }) => ((read ?? 0) - at) / MINUTE)),
    };
  } finally {
    await store.close();
  }
}

function table(
  outlets: readonly InventedOutlet[],
  counts: InventedPressServer['counts'],
  hours: number,
): void {
  console.log(
    'manner          feeds  requests per feed and hour   304   failed  to an old address  too early  pages  robots.txt',
  );
  const line = (name: string, chosen: readonly InventedOutlet[]) => {
    const own = chosen.flatMap(({ number }) => counts[number] ?? []);
    const sum = (pick: (count: (typeof own)[number]) => number) =>
      own.reduce((total, count) => total + pick(count), 0);
    const requests = sum(({ feed }) => feed);
    const most = Math.max(0, ...own.map(({ feed }) => feed)) / hours;
    const cells = [
      name.padEnd(15),
      String(own.length).padStart(5),
      `${(requests / Math.max(1, own.length) / hours).toFixed(1)} (at most ${most.toFixed(1)})`.padStart(27),
      `${((100 * sum(({ notModified }) => notModified)) / Math.max(1, requests)).toFixed(1)} %`.padStart(8),
      ...[
        sum(({ failed }) => failed),
        sum(({ toOldAddress }) => toOldAddress),
        sum(({ tooEarly }) => tooEarly),
        sum(({ pages }) => pages),
        sum(({ robots }) => robots),
      ].map((value, i) => String(value).padStart([7, 18, 10, 7, 10][i] ?? 8)),
    ];
    console.log(cells.join(' '));
  };
  for (const manner of MANNERS)
    line(
      manner,
      outlets.filter((outlet) => outlet.manner === manner),
    );
  for (const gap of [...new Set(outlets.map(({ gapMs }) => gapMs))].sort((a, b) => a - b))
    line(
      `every ${gap / MINUTE} min`,
      outlets.filter((outlet) => outlet.gapMs === gap && ['etag', 'last-modified'].includes(outlet.manner)),
    );
  line('all', outlets);
}

/**
 * Endurance: the whole program (scheduler and workers, as `serve` starts them) polls an invented press on loopback.
 * `--minutes 60 --feeds 500 --port 4110`. Prints requests per feed and hour, the share of 304s, and the memory at minute 10 and at
 * the end; `--keep` leaves the library.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      feeds: { type: 'string' },
      port: { type: 'string' },
      keep: { type: 'boolean' },
    },
  });
  const lastsMs = Number(values.minutes ?? 60) * MINUTE;
  const port = Number(values.port ?? 4110);
  const folder = mkdtempSync(join(tmpdir(), 'variorum-poll-'));
  const start = Date.now();
  const outlets = inventPress(Number(values.feeds ?? 500), start, lastsMs + 5 * MINUTE);
  const press = await serveInventedPress(outlets, port, start);
  writeFileSync(join(folder, 'press.opml'), press.opml);
  await run(process.execPath, [...NODE, 'import', join(folder, 'press.opml'), '--data', folder]);
  const log = openSync(join(folder, 'serve.log'), 'a');
  const flags = ['--roles', 'scheduler,worker', '--allow-private-hosts', '--no-catalogue'];
  const server = spawn(process.execPath, [...NODE, 'serve', '--data', folder, ...flags], {
    stdio: ['ignore', log, log],
  });
  console.log(
    `${outlets.length} feeds for ${lastsMs / MINUTE} minutes; process ${server.pid}, library and log in ${folder}`,
  );
  try {
    const samples = await watch(server, lastsMs, press.counts);
    const end = Date.now();
    server.kill('SIGTERM');
    await once(server, 'exit');
    table(outlets, press.counts, (end - start) / (60 * MINUTE));
    const { published, read, delay, fastDelay } = await coverage(folder, outlets, port, start, end);
    console.log(
      `${read} of ${published} items published were read; after minute ${WARM_MINUTE}, ${delay[0].toFixed(1)} minutes after publication at the median, ${delay[1].toFixed(1)} at the 90th percentile; those of fast feeds ${fastDelay.toFixed(1)}`,
    );
    const [warm, last] = [memoryAt(samples, WARM_MINUTE), memoryAt(samples, samples.at(-1)?.minute ?? 0)];
    const most = Math.max(...samples.map(({ mb }) => mb));
    console.log(
      `memory ${warm.toFixed(0)} MB at minute ${WARM_MINUTE}, ${last.toFixed(0)} MB at the end (${((100 * last) / warm - 100).toFixed(1)} %; asked: within 10 %), at most ${most.toFixed(0)} MB`,
    );
  } finally {
    if (server.exitCode === null) server.kill('SIGKILL');
    await press.close();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
}
