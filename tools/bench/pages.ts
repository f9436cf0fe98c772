import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { openSqlite } from '../../src/store/open-store.ts';

const run = promisify(execFile);
const PORT = 4870;
const RIVAL_PORT = 4871;
const CONNECTIONS = 32;
/** Articles of a library made for the occasion, and how many more are read in while pages are asked for. */
const ARTICLES = 300;
const MORE_ARTICLES = 300;

interface Load {
  /** Milliseconds of processor per page: what other work on the machine does not change. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: string;
}

/** What a load generator asks for in turn: paths of pages, one after the other. */
function wrkScript(folder: string, paths: readonly string[], encoding: string): string {
  const file = join(folder, 'pages.lua');
  const list = paths.map((path) => JSON.stringify(path)).join(',');
  const lines = [
    `local paths = {${list}}`,
    'local at = 0',
    `wrk.headers["Accept-Encoding"] = ${JSON.stringify(encoding)}`,
    'request = function() at = at % #paths + 1 return wrk.format("GET", paths[at]) end',
  ];
  writeFileSync(file, lines.join('\n'));
  return file;
}

function milliseconds(text: string | undefined): number {
  const [, number = '0', unit = 'ms'] = /([\d.]+)(us|ms|s)/.exec(text ?? '') ?? [];
  return Number(number) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? 1);
}

/** Milliseconds of processor that a process has used (proc(5): ticks of a hundredth of a second). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

async function wrk(server: ChildProcess, port: number, script: string, seconds: number): Promise<Load> {
  const before = cpuOf(server.pid ?? 0);
  const address = `http://127.0.0.1:${port}/`;
  const { stdout } = await run('wrk', [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    '--latency',
    '-s',
    script,
    address,
  ]);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  return {
    cpu: (cpuOf(server.pid ?? 0) - before) / requests,
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p50: milliseconds(/50%\s+(\S+)/.exec(stdout)?.[1]),
    p99: milliseconds(/99%\s+(\S+)/.exec(stdout)?.[1]),
    failed: /(?:Socket errors|Non-2xx).*/.exec(stdout)?.[0] ?? '',
  };
}

function tell(name: string, { perSecond, p50, p99, cpu, failed }: Load): void {
  console.log(
    `${name}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cpu.toFixed(2)} ms of processor ${failed}`,
  );
}

function variorum(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/variorum.ts', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function untilSaid(child: ChildProcess, word: string): Promise<void> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    if (said.includes(word)) break;
  }
  if (!said.includes(word)) throw new Error(`a server did not start: ${said}`);
  child.stderr?.resume();
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function writeRows(file: string, from: number, count: number): string {
  const rows = readRows<object>('press/stream-2018.jsonl.gz').slice(from, from + count);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}

/** Addresses of the stories with the most articles. */
async function storyPaths(dataDir: string, count: number): Promise<string[]> {
  const store = openSqlite(join(dataDir, 'variorum.sqlite'));
  const rows = await store.db
    .selectFrom('stories')
    .select('slug')
    .where('briefedRevision', '>', 0)
    .orderBy('articleCount', 'desc')
    .orderBy('id')
    .limit(count)
    .execute();
  await store.close();
  return rows.map(({ slug }) => `/story/${slug}`);
}

async function bodyOf(path: string): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${PORT}${path}`)).text();
}

interface Wishes {
  readonly dataDir: string;
  readonly more: string | null;
  readonly seconds: number;
}

/** One after the other in the same run: each page from one connection, ours, the rival's, and ours while articles are read in. */
async function compare(
  server: ChildProcess,
  folder: string,
  { dataDir, more, seconds }: Wishes,
): Promise<void> {
  const paths = await storyPaths(dataDir, 100);
  const largest = paths[0] ?? '/';
  const bodies = await Promise.all(paths.map(bodyOf));
  const sizes = bodies.map((body) => Buffer.byteLength(body)).sort((a, b) => a - b);
  const [median = 0, most = 0] = [sizes[sizes.length >> 1], sizes.at(-1)];
  console.log(
    `${paths.length} story pages, ${(median / 1024).toFixed(0)} KB in the middle, the largest ${(most / 1024).toFixed(0)} KB; ${CONNECTIONS} connections`,
  );
  const rivalFile = join(folder, 'page.html');
  writeFileSync(rivalFile, bodies[0] ?? '');
  const rival = spawn(
    process.execPath,
    ['--import', 'tsx', 'tools/bench/static-page.ts', rivalFile, String(RIVAL_PORT)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await untilSaid(rival, 'listens');
  const one = wrkScript(folder, [largest], 'gzip, br');
  const ours = await wrk(server, PORT, one, seconds);
  tell(`the largest page, br`, ours);
  const theirs = await wrk(rival, RIVAL_PORT, one, seconds);
  tell('the same page from memory by Hono alone, gzip', theirs);
  console.log(
    `ratio ${(ours.perSecond / theirs.perSecond).toFixed(2)}, by processor ${(theirs.cpu / ours.cpu).toFixed(2)}`,
  );
  tell(
    'the largest page, not compressed',
    await wrk(server, PORT, wrkScript(folder, [largest], 'identity'), seconds),
  );
  const all = wrkScript(folder, paths, 'gzip, br');
  await wrk(server, PORT, all, 1);
  tell(`${paths.length} pages in turn`, await wrk(server, PORT, all, seconds));
  await ended(rival);
  if (more === null) return;
  const reading = variorum(['import', more, '--data', dataDir, '--clock', 'articles']);
  reading.stderr?.resume();
  while (reading.exitCode === null) {
    tell(
      `${paths.length} pages in turn while another process reads in articles`,
      await wrk(server, PORT, all, 2 * seconds),
    );
  }
}

/**
 * Story pages a second from one web process on loopback, asked for by wrk, against the largest of them served from memory by Hono with
 * nothing around it, in the same run; then while another process reads articles into the same database.
 * `--data DIR` takes a library that is there (it is added to with `--more FILE`), else one is made of press/stream-2018.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const options = {
    data: { type: 'string' },
    more: { type: 'string' },
    seconds: { type: 'string', default: '10' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  const dataDir = values.data ?? join(folder, 'library');
  if (values.data === undefined) {
    const first = writeRows(join(folder, 'first.ndjson'), 0, ARTICLES);
    const reading = variorum(['import', first, '--data', dataDir, '--clock', 'articles']);
    reading.stderr?.resume();
    await once(reading, 'exit');
  }
  const made =
    values.data === undefined ? writeRows(join(folder, 'more.ndjson'), ARTICLES, MORE_ARTICLES) : null;
  const server = variorum([
    'serve',
    '--roles',
    'web',
    '--no-catalogue',
    '--data',
    dataDir,
    '--port',
    String(PORT),
  ]);
  try {
    await untilSaid(server, 'Variorum is at');
    await compare(server, folder, { dataDir, more: values.more ?? made, seconds: Number(values.seconds) });
  } finally {
    await ended(server);
    rmSync(folder, { recursive: true });
  }
}
