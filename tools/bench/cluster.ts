import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ClusterOutput, ClusterTools } from '../../src/cluster/cluster-decisions.ts';
import { StoryClusterer } from '../../src/cluster/story-clusterer.ts';
import type { Fingerprint } from '../../src/core/story.ts';
import { createBackground } from '../../src/pipeline/appliers.ts';
import { pressFingerprints } from './press-fingerprints.ts';
import { PressStream } from './press-stream.ts';

/** Times the press's own rate of 11.5 articles a day: with it some 10,000 stories are active. */
const LANES = 200;
/** Articles of one batch: what a poll of some hundred feeds brings. */
const BATCH = 250;
/** Figures at the beginning are of this many articles, once the active window is full. */
const WARM = 20_000;
const SAMPLE = 10_000;
const RIVAL_ARTICLES = 10_000;
const RIVAL = fileURLToPath(new URL('../../../shared/tools/baseline-clusters.mjs', import.meta.url));
/** Has the rival say at its end how many seconds of the processor it took. */
const REPORT_CPU =
  'data:text/javascript,process.on("exit",()=>console.error("cpu",(process.cpuUsage().user+process.cpuUsage().system)/1e6))';

const EMPTY = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };

/** One stretch of the stream. */
interface Stretch {
  readonly articles: number;
  readonly activeStories: number;
  readonly keys: number;
  readonly cpuMs: number;
}

/**
 * Clustering alone, of fingerprints, as a warm engine does it batch after batch: articles a second on one core, whether an
 * article costs more after a million than after ten thousand, and the memory it takes; against the plain single pass.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { articles: { type: 'string' } } });
  const total = Math.max(WARM + SAMPLE, Number(values.articles ?? 1_000_000));
  const press = pressFingerprints().sort((a, b) => a.publishedAt - b.publishedAt);
  const tools = { background: createBackground() };
  const stream = new PressStream(press, storiesOf(press, tools), LANES);
  const before = process.memoryUsage().rss;
  const stretches = run(stream.articles(), total, tools);
  const atStart = stretches[WARM / SAMPLE];
  const atEnd = stretches.at(-1);
  const all = rate(stretches);
  const rival = rivalRate(stream.articles(), RIVAL_ARTICLES);
  const cold = rate(stretches.slice(0, RIVAL_ARTICLES / SAMPLE));
  const active = Math.max(...stretches.map(({ activeStories }) => activeStories));
  const rows: [figure: string, value: string, asked: string][] = [
    ['articles in all', String(total), ''],
    ['articles/s of CPU time, all', all.toFixed(0), ''],
    ['active stories', String(active), '10000'],
    ['articles/s at that many', rate(atEnd === undefined ? [] : [atEnd]).toFixed(0), '≥ 1500'],
    ['ms an article after 20,000', perArticle(atStart).toFixed(3), ''],
    [`ms an article after ${total - SAMPLE}`, perArticle(atEnd).toFixed(3), ''],
    ['ratio of the two', (perArticle(atEnd) / perArticle(atStart)).toFixed(2), '≤ 1.3'],
    ['terms and names in memory', String(atEnd?.keys ?? 0), ''],
    [
      'peak memory, MB (press of the bench and Node included)',
      megabytes(process.resourceUsage().maxRSS * 1024),
      '≤ 1000',
    ],
    ['memory before the first article, MB', megabytes(before), ''],
    [`articles/s of the first ${RIVAL_ARTICLES}`, cold.toFixed(0), ''],
    [`articles/s of baseline-clusters over ${RIVAL_ARTICLES}`, rival.toFixed(0), ''],
    ['ratio of the two', (cold / rival).toFixed(1), ''],
  ];
  for (const [figure, value, asked] of rows)
    console.log(`${figure.padEnd(56)} ${value.padStart(9)}   ${asked}`);
}

/** Which articles of the press are one story: so that renaming goes by story. */
function storiesOf(press: readonly Fingerprint[], tools: ClusterTools): ClusterOutput['assignments'] {
  const clusterer = new StoryClusterer(EMPTY, tools);
  const batches = Array.from({ length: Math.ceil(press.length / 50) }, (_, i) =>
    press.slice(50 * i, 50 * (i + 1)),
  );
  return batches.flatMap((batch) => clusterer.assign(batch).assignments);
}

function run(stream: Generator<Fingerprint>, total: number, tools: ClusterTools): Stretch[] {
  const clusterer = new StoryClusterer(EMPTY, tools);
  const stretches: Stretch[] = [];
  let cpuMs = 0;
  for (let articles = BATCH; articles <= total; articles += BATCH) {
    const batch = take(stream, BATCH);
    const start = process.cpuUsage();
    clusterer.assign(batch);
    const { user, system } = process.cpuUsage(start);
    cpuMs += (user + system) / 1000;
    if (articles % SAMPLE !== 0) continue;
    const { activeStories, knownKeys } = clusterer;
    stretches.push({ articles: SAMPLE, activeStories, keys: knownKeys, cpuMs });
    if (articles % (5 * SAMPLE) === 0)
      console.error(
        `cluster: ${articles} articles, ${activeStories} active stories, ${(cpuMs / SAMPLE).toFixed(3)} ms an article`,
      );
    cpuMs = 0;
  }
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

/**
 * Articles a second of the plain single pass over the same stream, by the CPU time of its process. It reads texts: what
 * it is given are the terms of the fingerprints, as often as the articles hold them.
 */
function rivalRate(stream: Generator<Fingerprint>, articles: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-rival-'));
  try {
    const lines = take(stream, articles).map(({ articleId, publishedAt, terms }) => {
      const words = terms.flatMap(([term, weight]) =>
        Array<string>(Math.round(Math.exp(weight - 1))).fill(term),
      );
      const title = words.slice(0, 8).join(' ');
      return JSON.stringify({
        id: articleId,
        title,
        text: words.join(' '),
        date: new Date(publishedAt).toISOString(),
      });
    });
    const file = join(folder, 'articles.ndjson');
    writeFileSync(file, lines.join('\n'));
    const { stderr } = spawnSync(process.execPath, ['--import', REPORT_CPU, RIVAL, '--articles', file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return articles / Number(/cpu ([\d.]+)/.exec(stderr)?.[1] ?? Number.NaN);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function take(stream: Generator<Fingerprint>, count: number): Fingerprint[] {
  return Array.from({ length: count }, () => stream.next().value);
}
