import { readArticles, readOutlets } from '../../demo/press-articles.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { LanguageModel, ModelOptions } from '../../src/core/language-model.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import type { StageNote } from '../../src/core/stage.ts';
import type { HttpClient } from '../../src/http/http-client.ts';
import type { ApplyPool } from '../../src/pipeline/apply-pool.ts';
import { createCoordinator } from '../../src/pipeline/coordinator.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import type { StageRunner } from '../../src/pipeline/run-stage.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { startWorkerLoop } from '../../src/pipeline/worker-loop.ts';
import { openModel } from '../../src/remote/model/open-model.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { modelAnswers, modelLedger } from '../../src/store/model-ledger.ts';
import type { TestDatabase } from '../contract/databases.ts';
import { modelOptions } from './loopback-model.ts';

/** Articles of one story of the demonstration press, as rows of an import. */
export function pressRows(story: string): string[] {
  const outlets = new Map(readOutlets().map((outlet) => [outlet.domain, outlet.name]));
  return readArticles()
    .filter((article) => article.id.startsWith(story))
    .map((article) =>
      JSON.stringify({
        id: article.id,
        outlet: outlets.get(article.outlet) ?? article.outlet,
        title: article.title,
        publishedAt: article.publishedAt,
        text: article.paragraphs.join('\n'),
        language: 'en',
      }),
    );
}

export interface WritingDeps {
  readonly pool: ApplyPool;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly baseUrl: string;
}

export interface WrittenSite extends AsyncDisposable {
  readonly store: Awaited<ReturnType<TestDatabase['open']>>['store'];
  readonly notes: StageNote[];
  /** Imports the rows, briefs them, and has them written. */
  read(rows: readonly string[]): Promise<void>;
  /** One round more, and what is beside it. */
  round(): Promise<void>;
  page(): Promise<Awaited<ReturnType<ReturnType<typeof openLibrary>['story']>>>;
}

/** The pipeline with a model on loopback that writes; null for none. */
export async function openWrittenSite(
  database: TestDatabase,
  { pool, http, clock, baseUrl }: WritingDeps,
  options: Partial<ModelOptions> | null = {},
  judge: LanguageModel | null = null,
): Promise<WrittenSite> {
  const opened = await database.open();
  const { store } = opened;
  const queue = await opened.openQueue(STAGES.map((stage) => stage.name));
  const configured = modelOptions(baseUrl, {
    contextTokens: 32_768,
    dailyTokens: 10_000_000,
    priceIn: 1,
    priceOut: 4,
    ...options,
  });
  const model =
    options === null
      ? null
      : openModel(configured, { clock, answers: modelAnswers(store.db), ledger: modelLedger(store) });
  const notes: StageNote[] = [];
  const faults: string[] = [];
  const world = {
    store,
    http,
    clock,
    knowledge: null,
    model: null,
    writer: model === null ? null : { model, judge, pool },
    quotationBudget: QUOTATION_LIMITS,
    articleClock: false,
  };
  const runner: StageRunner = {
    world,
    queue,
    pool,
    onFault: (stage, key, error) => faults.push(`${stage} ${key}: ${String(error)}`),
    onNote: (_stage, _key, note) => notes.push(note),
  };
  const loop = startWorkerLoop(runner, STAGES, { network: 2, threads: 2 });
  const coordinator = createCoordinator(runner, STAGES, () => loop.wake());
  const library = openLibrary(store);
  const round = async () => {
    await coordinator.begin('import', 'none');
    await coordinator.complete();
    await coordinator.settle();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
  return {
    store,
    notes,
    round,
    async read(rows) {
      const parsed = rows.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
      await importArticles(store, parsed, clock.now());
      await round();
    },
    async page() {
      const [card] = await library.frontPage({ limit: 1, offset: 0 });
      return card === undefined ? null : await library.story(card.slug);
    },
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      await model?.close();
      await queue.close();
      await opened.close();
    },
  };
}
