import type { AskInput, AskResult } from '../../brief/ask/answer-question.ts';
import type { Annotation } from '../../core/annotation.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { say } from '../output.ts';
import { isTestRow, readGold } from './read-gold.ts';
import { readPress } from './read-press.ts';

/** A question to the demonstration press, with strings of which an answer has one; null where its articles do not say. */
export interface GoldQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly string[] | null;
}

/** How one question was dealt with. A wrong answer is worse than none. */
export type Verdict = 'right' | 'wrong' | 'refused';

/** An answer is right when its first sentence has one of the strings; where sources do not say, only refusing is. */
function verdictOf({ answers }: GoldQuestion, { statements }: AskResult): Verdict {
  const [first] = statements;
  if (first === undefined) return 'refused';
  return answers?.some((one) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`, 'u').test(first.text),
  )
    ? 'right'
    : 'wrong';
}

function share(count: number, of: number): number {
  return of === 0 ? 1 : count / of;
}

/**
 * Our own questions to the demonstration press, all of its articles at once: share of answerable ones answered right,
 * precision and recall of refusals, and how many of the given answers are right.
 */
export async function evalAsk(pool: ApplyPool): Promise<Record<string, number>> {
  const press = await readPress(async (article) => {
    const annotated = await pool.apply('annotate', article);
    if (!annotated.ok) throw new Error(annotated.error.message);
    return annotated.value as Annotation;
  });
  const articles = [...press.values()].flat();
  const figures: Record<string, number> = {};
  const rows = readGold<GoldQuestion>('ask');
  for (const part of ['dev', 'test'] as const) {
    const asked = rows.filter(({ id }) => isTestRow(id) === (part === 'test'));
    const judged: { row: GoldQuestion; verdict: Verdict }[] = [];
    for (const row of asked) {
      const input: AskInput = {
        storyId: 'ask',
        slug: '',
        articles,
        earlier: [],
        topics: [],
        quotationBudget: null,
        question: row.question,
      };
      const applied = await pool.apply('ask', input);
      if (!applied.ok) throw new Error(applied.error.message);
      const result = applied.value as AskResult;
      const verdict = verdictOf(row, result);
      const isGood = row.answers === null ? verdict === 'refused' : verdict === 'right';
      if (!isGood && part === 'dev')
        say(`${row.id} ${verdict}: ${row.question} → ${result.statements[0]?.text ?? '-'}`);
      judged.push({ row, verdict });
    }
    Object.assign(figures, figuresOf(part, judged));
  }
  return figures;
}

function figuresOf(
  part: string,
  judged: readonly { readonly row: GoldQuestion; readonly verdict: Verdict }[],
): Record<string, number> {
  const answerable = judged.filter(({ row }) => row.answers !== null);
  const silent = judged.filter(({ row }) => row.answers === null);
  const refused = judged.filter(({ verdict }) => verdict === 'refused');
  const given = judged.filter(({ verdict }) => verdict !== 'refused');
  const right = given.filter(({ verdict }) => verdict === 'right').length;
  const rightlyRefused = refused.filter(({ row }) => row.answers === null).length;
  return {
    [`${part}.answered`]: share(right, answerable.length),
    [`${part}.answer_precision`]: share(right, given.length),
    [`${part}.refusal_precision`]: share(rightlyRefused, refused.length),
    [`${part}.refusal_recall`]: share(rightlyRefused, silent.length),
  };
}
