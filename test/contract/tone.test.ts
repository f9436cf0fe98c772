import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import type { ModelOptions } from '../../src/core/language-model.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import { createHttpClient, type HttpClient } from '../../src/http/http-client.ts';
import { type ApplyPool, createApplyPool } from '../../src/pipeline/apply-pool.ts';
import { createCoordinator } from '../../src/pipeline/coordinator.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import type { StageRunner } from '../../src/pipeline/run-stage.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';
import { openModel } from '../../src/remote/model/open-model.ts';
import { annotationOf, saveAnnotation } from '../../src/store/annotations.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { modelAnswers, modelLedger, useOfDay } from '../../src/store/model-ledger.ts';
import { failureCounts } from '../../src/store/stage-runs.ts';
import { HOSTILE, JUDGED_ROWS } from '../builders/judged-press.ts';
import {
  completion,
  itemsOf,
  type judgeByWords,
  type LoopbackModel,
  modelOptions,
  refuse,
  startLoopbackModel,
} from '../builders/loopback-model.ts';
import { DATABASES, type TestDatabase } from './databases.ts';

const JUDGED = 'Anna Holm';

let pool: ApplyPool;
let http: HttpClient;
let server: LoopbackModel;
let now = Date.UTC(2026, 10, 20, 13);
const clock: Clock = { now: () => now };

beforeAll(() => {
  pool = createApplyPool(1);
  http = createHttpClient({ retries: 0 }, { clock, robots: { get: async () => null, put: async () => {} } });
});
afterAll(async () => {
  await http.close();
  await pool.close();
});
beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 13);
  server = await startLoopbackModel();
});
afterEach(() => server.close());

async function start(database: TestDatabase, options: Partial<ModelOptions> | null = {}) {
  const opened = await database.open();
  const { store } = opened;
  const queue = await opened.openQueue(STAGES.map((stage) => stage.name));
  const model =
    options === null
      ? null
      : openModel(modelOptions(server.baseUrl, options), {
          clock,
          answers: modelAnswers(store.db),
          ledger: modelLedger(store),
        });
  const faults: string[] = [];
  const world = {
    store,
    http,
    clock,
    knowledge: null,
    model,
    quotationBudget: QUOTATION_LIMITS,
    articleClock: false,
  };
  const onFault = (stage: string, key: string, error: unknown) =>
    faults.push(`${stage} ${key}: ${String(error)}`);
  const runner: StageRunner = { world, queue, pool, onFault };
  const loop = startWorkerLoop(runner, STAGES, { network: 2, threads: 2 });
  const coordinator = createCoordinator(runner, STAGES, () => loop.wake());
  const library = openLibrary(store);
  const rows = JUDGED_ROWS.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
  return {
    store,
    async round() {
      const round = await coordinator.begin('import', 'none');
      await importArticles(store, rows, round.startedAt);
      await coordinator.complete();
      expect(faults).toEqual([]);
    },
    /** Tones on the story's page: whom they are towards, which way, and who judged. */
    async shown() {
      const [card] = await library.frontPage({ limit: 1, offset: 0 });
      const story = await library.story(card?.slug ?? '');
      const { outlets } = story!.briefing.sections.papersSay;
      return outlets.flatMap(({ tone }) =>
        (tone ?? []).map(({ name, direction, judgedBy }) => [name, direction, judgedBy]),
      );
    },
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      await model?.close();
      await queue.close();
      await opened.close();
    },
  };
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`tone by a language model on ${database.name}`, () => {
    it('is the model’s where one is, named on the page, and asked for once', async () => {
      await using running = await start(database);
      await running.round();
      expect(await running.shown()).toEqual([[JUDGED, 'critical', 'invented-7b']]);
      // The sober article has no loaded word, and nothing to ask.
      expect(server.requests).toHaveLength(1);
      const items = itemsOf(server.requests[0]!);
      expect(items.map(({ target }) => target)).toContain('Anna Holm');
      for (const { sentence } of items) expect(HOSTILE).toContain(sentence);
      await running.round();
      expect(server.requests).toHaveLength(1);
    }, 60_000);

    it('is judged again from what was answered when the article is read anew', async () => {
      await using running = await start(database);
      await running.round();
      const { articleId } = await running.store.db
        .selectFrom('articleTones')
        .select('articleId')
        .where('body', '!=', '[]')
        .executeTakeFirstOrThrow();
      await saveAnnotation(running.store.db, (await annotationOf(running.store.db, articleId))!);
      await running.round();
      expect(await running.shown()).toEqual([[JUDGED, 'critical', 'invented-7b']]);
      expect(server.requests).toHaveLength(1);
      const rows = await running.store.db.selectFrom('articleTones').selectAll().execute();
      expect(rows).toHaveLength(2);
    }, 60_000);
  });
}

describe('tone by a language model that does not help', () => {
  const [database] = DATABASES;

  it('is the trained judge’s where none is configured', async () => {
    await using running = await start(database!, null);
    await running.round();
    expect(await running.shown()).toEqual([[JUDGED, 'critical', undefined]]);
    expect(server.requests).toEqual([]);
  }, 60_000);

  it('is none where the model finds none', async () => {
    const fair = (
      request: Parameters<typeof judgeByWords>[0],
      response: Parameters<typeof judgeByWords>[1],
    ) =>
      completion(
        response,
        JSON.stringify({ answers: itemsOf(request).map(({ n }) => ({ n, tone: 'neutral' })) }),
      );
    server.answerNext(fair);
    await using running = await start(database!);
    await running.round();
    expect(await running.shown()).toEqual([]);
  }, 60_000);

  it('stays the trained judge’s while the model is away, and is the model’s when it is back', async () => {
    await using running = await start(database!);
    server.answerNext(refuse(401, 'no key'));
    await running.round();
    expect(await running.shown()).toEqual([[JUDGED, 'critical', undefined]]);
    expect(await failureCounts(running.store.db)).toMatchObject([{ stage: 'tone', code: 'model/key' }]);
    await running.round();
    expect(server.requests).toHaveLength(1);
    now += 7 * 3_600_000;
    await running.round();
    expect(await running.shown()).toEqual([[JUDGED, 'critical', 'invented-7b']]);
    expect(await failureCounts(running.store.db)).toEqual([]);
  }, 60_000);

  it('stays the trained judge’s when the budget is spent or the answer is nonsense', async () => {
    await using poor = await start(database!, { dailyTokens: 10 });
    await poor.round();
    expect(await poor.shown()).toEqual([[JUDGED, 'critical', undefined]]);
    expect(server.requests).toEqual([]);
    const nonsense = (_: unknown, response: Parameters<typeof judgeByWords>[1]) =>
      completion(response, '{"answers":[{"n":99,"tone":"positive"}]}');
    server.answerNext(nonsense, nonsense);
    await using running = await start(database!);
    await running.round();
    expect(await running.shown()).toEqual([[JUDGED, 'critical', undefined]]);
    expect(await useOfDay(running.store.db, '2026-11-20')).toMatchObject({ calls: 2, rejected: 2 });
  }, 60_000);
});
