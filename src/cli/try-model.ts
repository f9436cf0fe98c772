import { toneTasks } from '../annotate/tone-task.ts';
import { type Archive, openConfiguredModel } from '../app.ts';
import type { WriterOptions } from '../config-model.ts';
import type { ModelOptions } from '../core/language-model.ts';
import { modelFigures } from '../pipeline/model-figures.ts';
import { useOfDay } from '../store/model-ledger.ts';

/** A sentence that any model can judge. */
const EASY = [{ target: 'Anna Holm', sentence: 'Anna Holm opened the bridge on Tuesday.' }];

/** The lines of `doctor` about the language model: it is asked one small question, and its answer or what is wrong is told in words. */
export async function modelReport(archive: Archive): Promise<Record<string, unknown>> {
  const { model: settings, writer } = archive.config;
  if (settings === null) return { model: 'off: no language model is asked (VARIORUM_MODEL)' };
  const tried = await triedModel(archive, settings);
  const judge = writer?.judge ?? null;
  return {
    ...tried,
    writer: writer === null ? 'off: it judges tone only (VARIORUM_WRITER)' : writerWords(writer),
    ...(judge === null ? {} : { judge: `${judge.name} at ${judge.baseUrl}` }),
    ...(judge === null ? {} : { judgeTried: (await triedModel(archive, judge)).modelTried }),
    models: await modelFigures(archive.store.db, archive.clock.now()),
  };
}

function writerWords({ isFirst, judge }: WriterOptions): string {
  const order = isFirst ? 'readers get the written form first' : 'readers get the extracted form first';
  return `on, in English; ${order}; ${judge === null ? 'no second check' : 'with a second check'}`;
}

async function triedModel(archive: Archive, settings: ModelOptions): Promise<Record<string, unknown>> {
  const model = await openConfiguredModel(archive, settings, 'ask-anew');
  if (model === null) return {};
  try {
    const start = performance.now();
    const [task] = toneTasks(EASY, model.contextTokens);
    const answer = task === undefined ? null : await model.ask(task);
    const ms = Math.round(performance.now() - start);
    const day = new Date(archive.clock.now()).toISOString().slice(0, 10);
    const { baseUrl, name, key, dailyTokens, dailyMoney } = settings;
    return {
      model: `${name} at ${baseUrl}, ${key === null ? 'without a key' : 'with a key'}`,
      modelTried: answer?.ok ? `answers as it should, in ${ms} ms` : answer?.error.message,
      modelToday: {
        ...(await useOfDay(archive.store.db, day)),
        dailyTokens,
        dailyMoney: dailyMoney ?? 'no limit',
      },
    };
  } finally {
    await model.close();
  }
}
