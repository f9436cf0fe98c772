import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import { createHttpClient, type HttpClient } from '../../src/http/http-client.ts';
import { type ApplyPool, createApplyPool } from '../../src/pipeline/apply-pool.ts';
import { createCoordinator } from '../../src/pipeline/coordinator.ts';
import { addCatalogue, addOpml } from '../../src/pipeline/intake/add-outlets.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import type { StageRunner } from '../../src/pipeline/run-stage.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';
import { storyView } from '../../src/publish/export/export-views.ts';
import { exportStories } from '../../src/store/export-rows.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { robotsOf, saveRobots } from '../../src/store/robots.ts';
import { failureCounts } from '../../src/store/stage-runs.ts';
import { saveTopics } from '../../src/store/topics.ts';
import { parseTopicRow } from '../../src/topics/parse-topic-row.ts';
import { type LoopbackPress, startLoopbackPress } from '../builders/loopback-press.ts';
import { ARTICLE_LINES, TOPIC_LINES } from '../builders/two-languages.ts';
import { DATABASES, type Opened, type TestDatabase } from './databases.ts';

let press: LoopbackPress;
let pool: ApplyPool;

beforeAll(async () => {
  press = await startLoopbackPress(['ferry-fire', 'isthmus-cup']);
  pool = createApplyPool(2);
});
afterAll(async () => {
  await pool.close();
  await press.close();
});

interface Running extends AsyncDisposable {
  readonly opened: Opened;
  readonly http: HttpClient;
  readonly faults: string[];
  work(kind: 'poll' | 'import', feeds: 'all' | 'none'): Promise<void>;
  /** Stories as they are exported, without what depends on the moment. */
  stories(): Promise<object[]>;
}

async function start(database: TestDatabase, jobsAtOnce: number): Promise<Running> {
  const opened = await database.open();
  const { store } = opened;
  const http = createHttpClient(
    { allowPrivateHosts: true, retries: 0 },
    {
      clock: systemClock,
      robots: {
        get: (origin) => robotsOf(store.db, origin),
        put: (origin, body, fetchedAt) => saveRobots(store.db, origin, { body, fetchedAt }),
      },
    },
  );
  const queue = await opened.openQueue(STAGES.map((stage) => stage.name));
  const faults: string[] = [];
  const world = {
    store,
    http,
    clock: systemClock,
    knowledge: null,
    model: null,
    quotationBudget: QUOTATION_LIMITS,
    articleClock: false,
  };
  const onFault = (stage: string, key: string, error: unknown) =>
    faults.push(`${stage} ${key}: ${String(error)}`);
  const runner: StageRunner = { world, queue, pool, onFault };
  const loop = startWorkerLoop(runner, STAGES, { network: jobsAtOnce, threads: jobsAtOnce });
  const coordinator = createCoordinator(runner, STAGES, () => loop.wake());
  return {
    opened,
    http,
    faults,
    async work(kind, feeds) {
      await coordinator.begin(kind, feeds);
      await coordinator.complete();
    },
    stories: async () => (await Array.fromAsync(exportStories(store))).map(storyView),
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      await http.close();
      await queue.close();
      await opened.close();
    },
  };
}

const expected = new Map<string, object[]>();

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`the pipeline on ${database.name}`, () => {
    it('brings every article of the press into a briefed story, and nothing new the second time', async () => {
      await using running = await start(database, 4);
      const { store } = running.opened;
      const library = openLibrary(store);
      await addCatalogue(store, press.catalogue);
      await running.work('poll', 'all');
      expect(running.faults).toEqual([]);
      expect(await failureCounts(store.db)).toEqual([]);
      const stories = await running.stories();
      const status = await library.status();
      expect(status.articles).toBe(press.articles.length);
      expect(stories.flatMap((story) => (story as { articles: object[] }).articles)).toHaveLength(
        status.articles,
      );
      expect(stories.every((story) => (story as { briefing: object | null }).briefing !== null)).toBe(true);

      await running.work('poll', 'all');
      expect(await library.status()).toMatchObject({ articles: status.articles, stories: status.stories });
      const feeds = await store.db.selectFrom('feeds').select('lastStatus').execute();
      expect(feeds.every((feed) => feed.lastStatus === 304)).toBe(true);
      expect(await running.stories()).toEqual(stories);
      expected.set(database.name, stories);
    }, 120_000);

    it('comes to the same stories with one job at a time', async () => {
      await using running = await start(database, 1);
      await addCatalogue(running.opened.store, press.catalogue);
      await running.work('poll', 'all');
      expect(await running.stories()).toEqual(expected.get(database.name));
    }, 120_000);

    it('goes on past a feed that is none and a row that says nothing', async () => {
      await using running = await start(database, 4);
      const { store } = running.opened;
      const home = press.outlets[0]?.home ?? '';
      await addOpml(store, [{ name: 'No feed', feedUrl: home, homeUrl: home, category: null }]);
      const rows = press.articles.slice(0, 3).map((article) => ({
        id: article.id,
        outlet: article.outlet,
        title: article.title,
        publishedAt: article.publishedAt,
        text: article.paragraphs.join('\n'),
      }));
      const lines = [...rows, { id: 'odd', title: '?', text: '…' }].map((row) => JSON.stringify(row));
      const parsed = lines.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
      expect(await importArticles(store, parsed, 1_000)).toMatchObject({ added: 4 });
      await running.work('poll', 'all');
      expect(await failureCounts(store.db)).toMatchObject([
        { stage: 'poll', code: 'feed/not-a-feed', count: 1 },
      ]);
      expect((await openLibrary(store).status()).articles).toBe(4);
      expect(await importArticles(store, parsed, 2_000)).toMatchObject({ added: 0, unchanged: 4 });
      expect(running.faults).toEqual([]);
    }, 120_000);

    it('joins the stories of one event in two languages, and no others', async () => {
      await using running = await start(database, 2);
      const { store } = running.opened;
      const topics = TOPIC_LINES.map((line) => parseTopicRow(line)).flatMap((row) =>
        row.ok ? [row.value] : [],
      );
      await saveTopics(store.db, topics);
      const rows = ARTICLE_LINES.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
      expect(await importArticles(store, rows, 1_000)).toMatchObject({ added: ARTICLE_LINES.length });
      await running.work('import', 'none');
      expect(running.faults).toEqual([]);
      const library = openLibrary(store);
      const cards = await library.frontPage({ limit: 20, offset: 0 });
      const pages = await Promise.all(cards.map(({ slug }) => library.story(slug)));
      const linked = pages.flatMap((page) =>
        (page?.otherLanguages ?? []).map(({ headline, language }) => [
          page?.card.headline,
          language,
          headline,
        ]),
      );
      const english = 'Sund Line ferry burns on the way from Halvik to Merrow';
      const german = 'Feuer auf Fähre der Sund-Linie zwischen Halvik und Merrow';
      expect(linked.sort()).toEqual([
        [german, 'en', english],
        [english, 'de', german],
      ]);
      expect(cards).toHaveLength(4);
    }, 120_000);
  });
}

describe('the databases', () => {
  it('agree on every story', () => {
    const [first, ...others] = [...expected.values()];
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });
});
