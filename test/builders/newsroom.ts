import { parseHTML } from 'linkedom';
import { verifyBriefing } from '../../src/brief/verify/verify-briefing.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { StoryPage } from '../../src/core/library.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import { createHttpClient } from '../../src/http/http-client.ts';
import { createApplyPool } from '../../src/pipeline/apply-pool.ts';
import { createCoordinator } from '../../src/pipeline/coordinator.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import { createSqliteQueue } from '../../src/pipeline/queue/sqlite-queue.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import { loadLedgerArticles } from '../../src/store/brief-input.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { openSqlite } from '../../src/store/open-store.ts';
import { migrate } from '../../src/store/store.ts';

/** An article as an outlet prints it. */
export interface Printed {
  readonly outlet: string;
  readonly title: string;
  /** ISO time. */
  readonly at: string;
  readonly text: string;
}

/** The whole program on a base of its own: what is handed in goes through every stage, and out comes the site. */
export interface Newsroom extends AsyncDisposable {
  /** One round over these articles. */
  print(articles: readonly Printed[]): Promise<void>;
  stories(): Promise<readonly StoryPage[]>;
  /** What `verify` finds in every story, as "code: message". */
  findings(): Promise<readonly string[]>;
  page(
    path: string,
  ): Promise<{ readonly document: Document; readonly text: string; readonly status: number }>;
}

export async function openNewsroom(): Promise<Newsroom> {
  const store = openSqlite(':memory:');
  await migrate(store);
  const http = createHttpClient(
    { allowPrivateHosts: false, retries: 0 },
    { clock: systemClock, robots: { get: async () => null, put: async () => {} } },
  );
  const queue = createSqliteQueue(store, systemClock);
  const pool = createApplyPool(1);
  const faults: string[] = [];
  const world = {
    store,
    http,
    clock: systemClock,
    knowledge: null,
    model: null,
    quotationBudget: QUOTATION_LIMITS,
    articleClock: true,
  };
  const onFault = (stage: string, key: string, error: unknown) =>
    faults.push(`${stage} ${key}: ${String(error)}`);
  const runner = { world, queue, pool, onFault };
  const loop = startWorkerLoop(runner, STAGES, { network: 1, threads: 1 });
  const coordinator = createCoordinator(runner, STAGES, () => loop.wake());
  const library = openLibrary(store);
  const app = createWebApp({
    asker: null,
    policyReader: null,
    library,
    baseUrl: 'https://news.example',
    siteName: 'Variorum',
    notice: null,
    clock: systemClock,
    version: '0.1.0',
    ready: async () => true,
  });
  const stories = async (): Promise<StoryPage[]> => {
    const cards = await library.frontPage({ limit: 100, offset: 0 });
    const pages = await Promise.all(cards.map(({ slug }) => library.story(slug)));
    return pages.filter((page) => page !== null);
  };
  return {
    stories,
    async print(articles) {
      const lines = articles.map((article, i) =>
        JSON.stringify({
          ...article,
          id: `${article.outlet} ${article.at} ${i}`,
          publishedAt: article.at,
          language: 'en',
        }),
      );
      const rows = lines.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
      if (rows.length < articles.length) throw new Error('an article was not taken');
      await importArticles(store, rows, Date.now());
      await coordinator.begin('import', 'none');
      await coordinator.complete();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
    async findings() {
      const found: string[] = [];
      for (const { card, briefing } of await stories()) {
        const articles = await loadLedgerArticles(store.db, card.id);
        for (const { code, message } of verifyBriefing(briefing, articles)) found.push(`${code}: ${message}`);
      }
      return found;
    },
    async page(path) {
      const response = await app.request(path);
      const { document } = parseHTML(await response.text());
      const text = (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');
      return { document: document as unknown as Document, text, status: response.status };
    },
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      await pool.close();
      await http.close();
      await queue.close();
      await store.close();
    },
  };
}
