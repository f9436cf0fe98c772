import { readdirSync, readFileSync } from 'node:fs';
import type { AskInput, AskResult } from '../../brief/ask/answer-question.ts';
import { type Annotation, namesOnly } from '../../core/annotation.ts';
import type { Article } from '../../core/article.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { say } from '../output.ts';
import { isTestRow, readGold } from './read-gold.ts';

/** A question to the demonstration press, with strings of which an answer has one; null where its articles do not say. */
export interface GoldQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly string[] | null;
}

interface PressRow {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  readonly wireOf?: string;
}

const PRESS = new URL('../../../demo/articles/', import.meta.url);

function toArticle(row: PressRow): Article {
  return {
    id: row.id,
    externalId: null,
    url: `https://${row.outlet}/${row.id}`,
    outletId: row.outlet,
    title: row.title,
    text: row.paragraphs.join('\n'),
    byline: null,
    publishedAt: Date.parse(row.publishedAt),
    datePrecision: 'minute',
    language: 'en',
    imageUrl: null,
    origin: 'import',
    truncated: false,
    warnings: [],
  };
}

async function readPress(pool: ApplyPool): Promise<LedgerArticle[]> {
  const rows = readdirSync(PRESS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, PRESS), 'utf8')) as PressRow[]);
  const press: LedgerArticle[] = [];
  for (const row of rows) {
    const article = toArticle(row);
    const annotated = await pool.apply('annotate', article);
    if (!annotated.ok) throw new Error(annotated.error.message);
    const outlet = { id: row.outlet, name: row.outlet, homeUrl: null, country: null, language: 'en' };
    press.push({
      article,
      annotation: namesOnly(annotated.value as Annotation),
      outlet: { ...outlet, kind: null, owner: null },
      links: [],
      copyOf: row.wireOf ?? null,
      copyKind: row.wireOf === undefined ? null : 'wire-copy',
    });
  }
  return press;
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
  const articles = await readPress(pool);
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
