import { annotateArticle } from '../../src/annotate/annotate-article.ts';
import { createAnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { briefStory } from '../../src/brief/brief-story.ts';
import { createArticleReader } from '../../src/brief/ledger/remembering-reader.ts';
import { contentStems } from '../../src/brief/sentence-words.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { namesOnly } from '../../src/core/annotation.ts';
import type { BriefInput, LedgerArticle } from '../../src/core/ledger.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';

interface PressRow {
  readonly id: string;
  readonly outlet: string;
  readonly domain: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

const LARGE = 500;
const SMALL = 50;
/** Stories of 50 articles that are briefed, each around another article of the large one. */
const SMALL_STORIES = 40;
const LARGE_RUNS = 5;
/** More than the articles of any story here have. */
const KEPT_CHARACTERS = 10_000_000;
const HOUR_MS = 3_600_000;

/** Rows by nearness of their title and opening to those of one: a story of many articles has words in common. */
function nearest(rows: readonly PressRow[], seed: PressRow, count: number): PressRow[] {
  const stemsOf = (row: PressRow): ReadonlySet<string> =>
    contentStems(`${row.title} ${row.text.slice(0, 800)}`);
  const wanted = stemsOf(seed);
  return rows
    .map((row) => {
      const stems = stemsOf(row);
      const shared = [...stems].filter((stem) => wanted.has(stem)).length;
      return { row, near: shared / Math.sqrt(stems.size * wanted.size || 1) };
    })
    .sort((a, b) => b.near - a.near)
    .slice(0, count)
    .map(({ row }) => row);
}

function articleReader(): (row: PressRow, position: number) => LedgerArticle {
  const tools = createAnnotateTools();
  return ({ id, outlet, domain, url, title, date, text }, position) => {
    const publishedAt = Date.parse(date) + position * HOUR_MS;
    const read = annotateArticle({ id, title, text, publishedAt, language: 'en', byline: null }, tools);
    const base = { byline: null, externalId: null, imageUrl: null, truncated: false, warnings: [] };
    return {
      article: {
        ...base,
        id,
        url,
        outletId: domain,
        title,
        text,
        publishedAt,
        datePrecision: 'day',
        language: 'en',
        origin: 'feed',
      },
      annotation: namesOnly(read),
      outlet: {
        id: domain,
        name: outlet,
        homeUrl: null,
        country: 'US',
        language: 'en',
        kind: null,
        owner: null,
      },
      links: [],
      copyOf: null,
      copyKind: null,
    };
  };
}

function storyOf(articles: readonly LedgerArticle[]): BriefInput {
  return {
    storyId: 'bench',
    slug: 'bench',
    articles,
    earlier: [],
    topics: [],
    quotationBudget: QUOTATION_LIMITS,
  };
}

/** Milliseconds: of the processor, so that other work on the machine does not count, and of the clock. */
interface Took {
  readonly cpu: number;
  readonly wall: number;
}

function time(run: () => unknown): Took {
  const [start, began] = [process.cpuUsage(), performance.now()];
  run();
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1000, wall: performance.now() - began };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function figures(times: readonly number[]): string {
  return `p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms`;
}

function report(name: string, full: readonly Took[], update: readonly Took[]): void {
  for (const clock of ['cpu', 'wall'] as const) {
    const [all, more] = [full.map((one) => one[clock]), update.map((one) => one[clock])];
    const share = (100 * at(more, 0.5)) / at(all, 0.5);
    console.log(
      `${name}, ${clock}: full ${figures(all)}; one article more: ${figures(more)} (${share.toFixed(0)} %)`,
    );
  }
}

/**
 * Processor and clock time of briefing stories made by resampling press/stream-2018: 40 of 50 articles and one of 500, all
 * around one event. A full brief reads every article; an update has read all but the newest before.
 */
export function bench(): void {
  const rows = readRows<PressRow>('press/stream-2018.jsonl.gz');
  const seed = rows[Math.floor(rows.length / 2)];
  if (seed === undefined) throw new Error('the stream is empty');
  const read = articleReader();
  const large = nearest(rows, seed, LARGE);
  const articles = new Map(large.map((row, position) => [row.id, read(row, position)]));
  const ledgerArticles = (some: readonly PressRow[]): LedgerArticle[] =>
    some.flatMap((row) => articles.get(row.id) ?? []);
  const measure = (name: string, stories: readonly (readonly LedgerArticle[])[]): void => {
    const full: Took[] = [];
    const update: Took[] = [];
    for (const story of stories) {
      full.push(time(() => briefStory(storyOf(story))));
      const reader = createArticleReader(KEPT_CHARACTERS);
      // As a thread gets them: equal to what it has read, and never the same objects.
      const later = structuredClone(story);
      briefStory(storyOf(story.slice(0, -1)), reader);
      update.push(time(() => briefStory(storyOf(later), reader)));
    }
    report(name, full, update);
  };
  const stories = Array.from({ length: SMALL_STORIES }, (_, i) => {
    const around = large[Math.floor((i * large.length) / SMALL_STORIES)] ?? seed;
    return ledgerArticles(nearest(large, around, SMALL));
  });
  for (const story of stories.slice(0, 5)) briefStory(storyOf(story));
  measure(`${SMALL} articles`, stories);
  measure(
    `${LARGE} articles`,
    Array.from({ length: LARGE_RUNS }, () => [...articles.values()]),
  );
}
