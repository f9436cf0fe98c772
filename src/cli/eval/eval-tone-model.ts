import { setTimeout as wait } from 'node:timers/promises';
import { TONE_LABELS } from '../../annotate/tone-model.ts';
import { labelsOf, type ToneAnswer, toneTasks } from '../../annotate/tone-task.ts';
import { openArchive, openConfiguredModel } from '../../app.ts';
import type { Config } from '../../config.ts';
import { AppError } from '../../core/app-error.ts';
import type { Failure } from '../../core/failure.ts';
import { stableId } from '../../core/hash.ts';
import type { LanguageModel, ModelTask } from '../../core/language-model.ts';
import { say } from '../output.ts';
import { macroF1 } from './scores.ts';
import { readToneGold } from './tone-corpus.ts';

/** Fifty questions of twelve; the standard error of an F1 near .80 is then about .017. */
const DEFAULT_SAMPLE = '600';
const LONGEST_WAIT_MS = 120_000;

/**
 * Macro-F1 of the configured language model on tone towards a target (NewsMTSC's training part, which is not used for training here),
 * with the very questions that the stage `tone` asks. The sample is the first so many by a hash, so a larger one holds the smaller and
 * asks only for the rest: answers are kept in the data folder. An answer of no use counts as neutral, since then no tone is shown.
 * @throws AppError when no model is configured, or it does not answer.
 */
export async function evalToneModel(
  config: Config,
  sample = DEFAULT_SAMPLE,
): Promise<Record<string, number>> {
  const size = /^[1-9]\d{0,5}$/.test(sample) ? Number(sample) : null;
  if (size === null) {
    throw new AppError('eval/usage', `--sample has to be a number of examples, not "${sample}".`, {
      blame: 'user',
    });
  }
  await using archive = await openArchive(config);
  const model = await openConfiguredModel(archive, archive.config.model);
  if (model === null) {
    throw new AppError('eval/no-model', 'No language model is configured.', {
      hint: 'Set VARIORUM_MODEL_URL and VARIORUM_MODEL; docs/models.md shows how.',
      blame: 'user',
    });
  }
  try {
    const gold = readToneGold()
      .map((example) => ({ ...example, place: stableId(`${example.sentence}\n${example.target}`) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, size);
    const { labels, unusable } = await labelAll(model, toneTasks(gold, model.contextTokens), config);
    const pairs = gold.map(({ label }, index) => ({
      gold: TONE_LABELS[label] ?? '',
      predicted: labels[index] ?? 'neutral',
    }));
    const right = pairs.filter(({ gold: wanted, predicted }) => wanted === predicted).length;
    return {
      'newsmtsc.macro_f1': macroF1(pairs),
      'newsmtsc.accuracy': right / pairs.length,
      'newsmtsc.examples': pairs.length,
      'newsmtsc.unusable_answers': unusable,
    };
  } finally {
    await model.close();
  }
}

async function labelAll(
  model: LanguageModel,
  tasks: readonly ModelTask<ToneAnswer>[],
  config: Config,
): Promise<{ labels: readonly string[]; unusable: number }> {
  const labels: string[] = [];
  let unusable = 0;
  const abreast = config.model?.concurrency ?? 1;
  for (let from = 0; from < tasks.length; from += abreast) {
    const batch = tasks.slice(from, from + abreast);
    for (const answered of await Promise.all(batch.map((task) => labelsFor(model, task)))) {
      labels.push(...answered.labels);
      if (answered.isUnusable) unusable += 1;
    }
    say(`asking ${model.name}: ${Math.min(from + abreast, tasks.length)} of ${tasks.length}`);
  }
  return { labels, unusable };
}

async function labelsFor(model: LanguageModel, task: ModelTask<ToneAnswer>) {
  for (;;) {
    const answer = await model.ask(task);
    if (answer.ok) return { labels: labelsOf(answer.value), isUnusable: false };
    const { code, retryAfterMs = 0 } = answer.error;
    if (code === 'model/odd-answer') return { labels: neutral(task), isUnusable: true };
    if (code !== 'model/busy' || retryAfterMs > LONGEST_WAIT_MS) throw unanswered(answer.error);
    await wait(retryAfterMs);
  }
}

/** As many as there are items: the data is a JSON list of them. */
function neutral({ data }: ModelTask<ToneAnswer>): string[] {
  const items: readonly unknown[] = JSON.parse(data.slice(data.indexOf('[')));
  return items.map(() => 'neutral');
}

function unanswered({ message }: Failure): AppError {
  return new AppError('eval/no-answer', message, {
    hint: 'What was answered is kept: run the same command again to go on.',
    blame: 'user',
  });
}
