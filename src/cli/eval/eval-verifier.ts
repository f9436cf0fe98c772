import { annotateArticle } from '../../annotate/annotate-article.ts';
import { type AnnotateTools, createAnnotateTools } from '../../annotate/annotate-tools.ts';
import { createTextReader } from '../../annotate/text-reader.ts';
import { verifyWritten } from '../../brief/verify/written/verify-written.ts';
import type { TextReader, WrittenContext, WrittenStatement, WrittenVerdict } from '../../core/written.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { emit } from '../output.ts';
import { readPress } from './read-press.ts';
import { MUTATIONS } from './verifier/mutations/every-mutation.ts';
import type { Mutant, StoryStock, Subject } from './verifier/mutations/mutation.ts';
import { seedOf, stockOf, toSubject } from './verifier/subject.ts';
import { type PressStatement, type PressStory, readByHand, readStory } from './verifier/true-statements.ts';

/** So many false statements of one type are made of one true one at most. */
const PER_TYPE = 2;
/** One extracted statement in so many is made false, and every paraphrase. */
const MUTATED_OF = 4;
/** One statement in so many is kept for the final figure: the verifier is not tuned on it, nor is it ever looked at. */
const HELD_OUT_OF = 5;

type Part = 'dev' | 'held';

/** One statement with how it was judged. */
export interface Judged {
  readonly part: Part;
  /** `paraphrase`, `extracted`, `by_hand` or the mutation that made it. */
  readonly type: string;
  readonly isTrue: boolean;
  readonly id: string;
  readonly text: string;
  readonly verdict: WrittenVerdict;
}

interface Case {
  readonly type: 'paraphrase' | 'paraphrase_second' | 'extracted' | 'by_hand';
  readonly story: PressStory;
  readonly statement: PressStatement;
}

function partOf(id: string): Part {
  return seedOf(id) % HELD_OUT_OF === 0 ? 'held' : 'dev';
}

/** Those of a second hand, who wrote them without having seen the rules of the verifier. */
function isSecondBatch({ id }: PressStatement): boolean {
  return id.startsWith('second-');
}

/** All cases by hand and by extraction; the code of mutations makes the rest of them. */
async function verifierCases(tools: AnnotateTools): Promise<{ cases: Case[]; outlets: string[] }> {
  const press = await readPress((article) => annotateArticle(article, tools));
  const stories = [...press].map(([slug, articles]) => readStory(slug, articles));
  const outlets = [...new Set([...press.values()].flat().map(({ outlet }) => outlet.name))];
  const cases = [
    ...readByHand('paraphrases', stories).map(
      (one): Case => ({ type: isSecondBatch(one.statement) ? 'paraphrase_second' : 'paraphrase', ...one }),
    ),
    ...stories.flatMap((story) =>
      story.extracted.map((statement): Case => ({ type: 'extracted', story, statement })),
    ),
    ...readByHand('false-by-hand', stories).map((one): Case => ({ type: 'by_hand', ...one })),
  ];
  return { cases, outlets };
}

/** Mutants of a statement, each with the name of its mutation. */
function mutantsOf(subject: Subject): { readonly name: string; readonly mutant: Mutant }[] {
  return Object.entries(MUTATIONS).flatMap(([name, mutate]) =>
    mutate(subject)
      .slice(0, PER_TYPE)
      .filter(({ text, claims }) => text !== subject.text || claims !== undefined)
      .map((mutant) => ({ name, mutant })),
  );
}

function isMutated({ type, statement: { id } }: Case): boolean {
  return (
    type.startsWith('paraphrase') || (type === 'extracted' && seedOf(`mutated ${id}`) % MUTATED_OF === 0)
  );
}

/** Judges every true statement, every mutation of it, and the false ones by hand; what is said twice once. */
function judgeCases(cases: readonly Case[], outlets: readonly string[], read: TextReader): Judged[] {
  const stocks = new Map<PressStory, StoryStock>();
  const judged = new Map<string, Judged>();
  for (const one of cases) {
    const { type, story, statement } = one;
    const { id } = statement;
    const context: WrittenContext = { articles: story.articles, read };
    const claims = [...story.claims, ...statement.claims];
    const judge = (kind: string, isTrue: boolean, written: WrittenStatement): void => {
      const key = `${kind} ${written.text} ${written.claims.join(' ')}`;
      if (judged.has(key)) return;
      const verdict = verifyWritten(written, claims, context);
      judged.set(key, { part: partOf(id), type: kind, isTrue, id, text: written.text, verdict });
    };
    judge(type, type !== 'by_hand', statement.statement);
    if (!isMutated(one)) continue;
    const stock = stocks.get(story) ?? stockOf(story, read, outlets);
    stocks.set(story, stock);
    const subject = toSubject(statement, story, stock, read);
    for (const { name, mutant } of mutantsOf(subject))
      judge(name, false, { text: mutant.text, claims: mutant.claims ?? subject.claims });
  }
  return [...judged.values()];
}

function isRight({ isTrue, verdict }: Judged): boolean {
  return verdict.ok === isTrue;
}

/** Shares that were judged right, by type, and of all false and all true statements; with how many there were. */
export function verifierFigures(judged: readonly Judged[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const part of ['dev', 'held'] as const) {
    const own = judged.filter((one) => one.part === part);
    const share = (some: readonly Judged[]): number => some.filter(isRight).length / Math.max(1, some.length);
    const mutated = own.filter(({ isTrue, type }) => !isTrue && type !== 'by_hand');
    figures[`${part}.accepted`] = share(own.filter(({ isTrue }) => isTrue));
    figures[`${part}.rejected`] = share(mutated);
    for (const [type, some] of Map.groupBy(own, (one) => one.type)) figures[`${part}.${type}`] = share(some);
  }
  return figures;
}

/**
 * The verifier of written statements on the demonstration press: which share of true statements it accepts (extracted ones and
 * paraphrases by hand), and which share of false ones it rejects, by type of mutation. `dev` is what it was tuned on,
 * `held` a fifth of the statements, with all that is made of them, kept apart.
 */
export async function evalVerifier(
  _pool: ApplyPool,
  options: { readonly errors?: boolean | string },
): Promise<Record<string, number>> {
  const tools = createAnnotateTools();
  const { cases, outlets } = await verifierCases(tools);
  const judged = judgeCases(cases, outlets, createTextReader(tools));
  if (options.errors !== undefined && options.errors !== false)
    for (const one of judged.filter(({ part }) => part === 'dev'))
      if (!isRight(one)) await emit(errorLine(one));
  return verifierFigures(judged);
}

function errorLine({ type, id, text, verdict }: Judged): string {
  const why = verdict.ok
    ? ''
    : ` ← ${verdict.reasons.map(({ code, message }) => `${code}: ${message}`).join(' ')}`;
  return `${type} ${id} ${text}${why}`;
}
