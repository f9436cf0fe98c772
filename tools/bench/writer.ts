/**
 * `npm run bench -- writer DATA [CONTEXT…]`: what having the stories of a library written would send to a language model, in
 * tokens by our own estimate and in bytes, per story of two independent outlets and more. No model is asked.
 */
import { openArchive } from '../../src/app.ts';
import { writeTask } from '../../src/brief/write/write-task.ts';
import { toConfig } from '../../src/config.ts';
import { taskTokens } from '../../src/core/language-model.ts';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import { CHECKED_LANGUAGES } from '../../src/core/story-writing.ts';
import { storyMatter } from '../../src/pipeline/writing-steps.ts';
import { loadBriefInput } from '../../src/store/brief-input.ts';

const CONTEXTS = [8_192, 32_768];
const MIN_OUTLETS = 2;

interface Cost {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly bytes: number;
  readonly told: number;
  readonly known: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function print(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [median, p90, most] = [quantile(sorted, 0.5), quantile(sorted, 0.9), sorted.at(-1) ?? 0];
  console.log(
    `${name.padEnd(24)} mean ${mean.toFixed(0)}, median ${median}, 90 % ${p90}, most ${most}, in all ${values.reduce((sum, value) => sum + value, 0)}`,
  );
}

export async function bench(args: readonly string[]): Promise<void> {
  const [dataDir = '.variorum', ...given] = args;
  const contexts = given.length > 0 ? given.map(Number) : CONTEXTS;
  await using archive = await openArchive(toConfig({ dataDir }), { mustExist: true });
  const { db } = archive.store;
  const stories = await db
    .selectFrom('stories')
    .select('id')
    .where('independentOutlets', '>=', MIN_OUTLETS)
    .where('language', 'in', CHECKED_LANGUAGES)
    .orderBy('id')
    .execute();
  const costs = new Map<number, Cost[]>(contexts.map((context) => [context, []]));
  for (const { id } of stories) {
    const stored = await loadBriefInput(db, id);
    if (stored === null) continue;
    const { sections } = storyMatter({ ...stored.input, quotationBudget: QUOTATION_LIMITS, revision: 0 });
    for (const [context, list] of costs) {
      const tasks = sections.flatMap((matter) => writeTask(matter, context) ?? []);
      const tokens = tasks.map(({ task }) => taskTokens(task));
      list.push({
        calls: tasks.length,
        tokensIn: tokens.reduce((sum, one) => sum + one.tokensIn, 0),
        tokensOut: tasks.reduce((sum, { task }) => sum + task.answerTokens, 0),
        bytes: tasks.reduce((sum, { task }) => sum + Buffer.byteLength(task.instructions + task.data), 0),
        told: tasks.reduce((sum, { claims }) => sum + claims.length, 0),
        known: sections.reduce((sum, { claims }) => sum + claims.length, 0),
      });
    }
  }
  console.log(`${stories.length} stories of ${MIN_OUTLETS} independent outlets and more in ${dataDir}`);
  for (const [context, list] of costs) {
    console.log(`context of ${context} tokens`);
    print(
      'calls',
      list.map(({ calls }) => calls),
    );
    print(
      'tokens sent (estimate)',
      list.map(({ tokensIn }) => tokensIn),
    );
    print(
      'bytes sent',
      list.map(({ bytes }) => bytes),
    );
    print(
      'tokens answered at most',
      list.map(({ tokensOut }) => tokensOut),
    );
    print(
      'claims told',
      list.map(({ told }) => told),
    );
    print(
      'claims there are',
      list.map(({ known }) => known),
    );
  }
}
