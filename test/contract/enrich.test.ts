import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import { createHttpClient, type HttpClient } from '../../src/http/http-client.ts';
import { type ApplyPool, createApplyPool } from '../../src/pipeline/apply-pool.ts';
import { createCoordinator } from '../../src/pipeline/coordinator.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import type { StageRunner } from '../../src/pipeline/run-stage.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';
import { createWikimedia } from '../../src/remote/wikimedia.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { failureCounts } from '../../src/store/stage-runs.ts';
import { saveIdentifiedTopics } from '../../src/store/topic-identity.ts';
import {
  type LoopbackWikimedia,
  startLoopbackWikimedia,
  type WikiThing,
} from '../builders/loopback-wikimedia.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type TestDatabase } from './databases.ts';

const THINGS: readonly WikiThing[] = [
  {
    qid: 'Q9900020',
    label: 'Quellmouth',
    description: 'port city on the northern coast',
    classes: ['Q515'],
    point: [61.5, -3.25],
    article: { title: 'Quellmouth', extract: 'Quellmouth is a port city on the northern coast of Varland.' },
    picture: { name: 'Quellmouth.jpg', artist: 'Ada Bo', licence: 'CC BY-SA 4.0' },
  },
  // Another of the name, far away, that a search lists too.
  { qid: 'Q9900021', label: 'Quellmouth', description: 'hamlet', classes: ['Q532'], point: [-40, 20] },
  {
    qid: 'Q9900022',
    label: 'Hollis Vane',
    description: 'harbour master of Quellmouth',
    classes: ['Q5'],
    article: {
      title: 'Hollis Vane',
      extract: 'Hollis Vane has been the harbour master of Quellmouth since 2019.',
    },
  },
];

const ROWS = ['One', 'Two', 'Three'].map((outlet, i) =>
  JSON.stringify({
    id: `a${i}`,
    outlet,
    title: `Harbour closed in Quellmouth, says Hollis Vane (${outlet})`,
    date: '2026-11-20',
    text: `The harbour in Quellmouth was closed on Friday after a fire on a ferry, harbour master Hollis Vane said. Nobody in the port city of Quellmouth was hurt, ${outlet} learned. "The port opens again on Monday," Hollis Vane said in Quellmouth.`,
  }),
);

const LATER = { code: 'knowledge/busy' as const, message: 'later', retryable: true, retryAfterMs: 3_600_000 };

let pool: ApplyPool;
let http: HttpClient;
beforeAll(() => {
  pool = createApplyPool(1);
  http = createHttpClient(
    { allowPrivateHosts: true, retries: 0 },
    { clock: systemClock, robots: { get: async () => null, put: async () => {} } },
  );
});
afterAll(async () => {
  await http.close();
  await pool.close();
});

async function start(database: TestDatabase, knowledge: KnowledgeBase | null) {
  const opened = await database.open();
  const { store } = opened;
  const queue = await opened.openQueue(STAGES.map((stage) => stage.name));
  const faults: string[] = [];
  const world = {
    store,
    http,
    clock: systemClock,
    knowledge,
    model: null,
    quotationBudget: QUOTATION_LIMITS,
    articleClock: false,
  };
  const onFault = (stage: string, key: string, error: unknown) =>
    faults.push(`${stage} ${key}: ${String(error)}`);
  const runner: StageRunner = { world, queue, pool, onFault };
  const loop = startWorkerLoop(runner, STAGES, { network: 2, threads: 2 });
  const coordinator = createCoordinator(runner, STAGES, () => loop.wake());
  await store.db.transaction().execute((db) =>
    saveIdentifiedTopics(
      db,
      [
        {
          topic: build.topic('geonames:1', {
            title: 'Quellmouth',
            slug: 'quellmouth',
            description: 'city in Varland',
          }),
          aliases: [{ key: 'quellmouth', weight: 1 }],
          identity: {
            keys: ['geonames:1'],
            place: { country: 'XV', latitude: 61.45, longitude: -3.2, population: 9 },
          },
        },
      ],
      'renew',
    ),
  );
  const rows = ROWS.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
  return {
    store,
    library: openLibrary(store),
    faults,
    async round() {
      const round = await coordinator.begin('import', 'none');
      await importArticles(store, rows, round.startedAt);
      await coordinator.complete();
    },
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      await queue.close();
      await opened.close();
    },
  };
}

const open = (wikimedia: LoopbackWikimedia) =>
  createWikimedia({ http, clock: systemClock, baseUrl: wikimedia.baseUrl });

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`asking a knowledge base on ${database.name}`, () => {
    it('puts paragraph, licence, revision and picture on the cards of a story', async () => {
      const wikimedia = await startLoopbackWikimedia(THINGS);
      await using running = await start(database, open(wikimedia));
      await running.round();
      expect(running.faults).toEqual([]);
      expect(await failureCounts(running.store.db)).toEqual([]);
      const [card] = await running.library.frontPage({ limit: 1, offset: 0 });
      const story = await running.library.story(card?.slug ?? '');
      const cards = new Map(story?.briefing.sections.topics.map((topic) => [topic.title, topic]));
      expect(cards.get('Quellmouth')).toMatchObject({
        topicId: 'geonames:1',
        qid: 'Q9900020',
        slug: 'quellmouth',
        extract: 'Quellmouth is a port city on the northern coast of Varland.',
        source: 'Wikipedia',
        licence: 'CC BY-SA 4.0',
        asOf: '2026-11-19',
        revision: '1299000111',
        picture: { credit: 'Ada Bo', licence: 'CC BY-SA 4.0', width: 330, height: 220 },
      });
      expect(cards.get('Hollis Vane')).toMatchObject({ qid: 'Q9900022', picture: null });
      const picture = await running.library.picture(cards.get('Quellmouth')?.picture?.id ?? '');
      expect(picture?.mediaType).toBe('image/png');
      expect(picture?.bytes.length).toBeGreaterThan(500);

      const asked = wikimedia.requests.length;
      await running.round();
      expect(wikimedia.requests).toHaveLength(asked);
      await wikimedia.close();
    }, 60_000);

    it('goes on without it when the base asks for a pause, and tries again in a later round', async () => {
      let asked = 0;
      const busy = async () => {
        asked += 1;
        return { ok: false as const, error: LATER };
      };
      await using running = await start(database, { search: busy, topic: busy, file: busy });
      await running.round();
      const failures = await failureCounts(running.store.db);
      expect(failures).toMatchObject([{ stage: 'enrich', code: 'knowledge/busy', count: 2 }]);
      expect(await running.library.status()).toMatchObject({ articles: 3, stories: 1 });
      expect(asked).toBe(2);
      await running.store.db.updateTable('stageRuns').set({ at: 0 }).where('stage', '=', 'enrich').execute();
      await running.round();
      expect(asked).toBe(4);
    }, 60_000);

    it('asks nothing when it is switched off', async () => {
      await using running = await start(database, null);
      await running.round();
      expect((await running.library.status()).stories).toBe(1);
      const runs = await running.store.db
        .selectFrom('stageRuns')
        .select('key')
        .where('stage', '=', 'enrich')
        .execute();
      expect(runs).toEqual([]);
    }, 60_000);
  });
}
