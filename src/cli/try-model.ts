import { toneTasks } from '../annotate/tone-task.ts';
import { type Archive, openConfiguredModel } from '../app.ts';
import { useOfDay } from '../store/model-ledger.ts';

/** A sentence that any model can judge. */
const EASY = [{ target: 'Anna Holm', sentence: 'Anna Holm opened the bridge on Tuesday.' }];

/** The lines of `doctor` about the language model: it is asked one small question, and its answer or what is wrong is told in words. */
export async function modelReport(archive: Archive): Promise<Record<string, unknown>> {
  const { model: settings } = archive.config;
  const model = await openConfiguredModel(archive, settings, 'ask-anew');
  if (settings === null || model === null)
    return { model: 'off: no language model is asked (VARIORUM_MODEL)' };
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
