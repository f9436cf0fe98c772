import type { CheckedDraft, SectionDrafts } from '../brief/write/choose-section.ts';
import { type JudgeItem, judgeTasks, supportOf } from '../brief/write/judge-task.ts';
import type { SectionMatter } from '../brief/write/section-matter.ts';
import { type Draft, type RefusedDraft, rewriteTask, writeTask } from '../brief/write/write-task.ts';
import type { Failure } from '../core/failure.ts';
import type { LanguageModel } from '../core/language-model.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { WritableClaim } from '../core/written.ts';
import type { ApplyPool } from './apply-pool.ts';
import type { Drafts, DraftsToCheck } from './writing-steps.ts';

/** Who writes and who checks. */
export interface Writer {
  readonly model: LanguageModel;
  /** A second check that can only refuse; null where none is set. */
  readonly judge: LanguageModel | null;
  readonly pool: Pick<ApplyPool, 'apply'>;
}

/** An answer or a question of the wrong form: the section stays extracted. All else can be mended, or passes: it is tried again later. */
const OF_NO_USE: readonly string[] = ['model/odd-answer', 'model/too-long'];

interface Asked {
  readonly writer: Writer;
  readonly matter: SectionMatter;
  /** Those that the model was told. */
  readonly claims: readonly WritableClaim[];
  readonly articles: readonly LedgerArticle[];
}

/** Which of these drafts the judge does not find borne out. An answer of no use bears out nothing. */
async function judged(
  { writer, claims }: Asked,
  drafts: readonly Draft[],
): Promise<Result<readonly boolean[], Failure>> {
  const { judge } = writer;
  if (judge === null) return ok(drafts.map(() => true));
  const items = drafts.map(
    (draft): JudgeItem => ({
      statement: draft.text,
      passages: claims
        .filter(({ number }) => draft.claims.includes(number))
        .flatMap(({ passages }) => passages.map(({ text }) => text.replace(/\s+/g, ' '))),
    }),
  );
  const supported: boolean[] = [];
  for (const task of judgeTasks(items, judge.contextTokens)) {
    const answer = await judge.ask(task);
    if (answer.ok) supported.push(...supportOf(answer.value));
    else if (OF_NO_USE.includes(answer.error.code)) break;
    else return answer;
  }
  return ok(drafts.map((_, index) => supported[index] ?? false));
}

/** The drafts with what is wrong with each: by the verifier, and for those that pass it by the judge. */
async function checked(asked: Asked, drafts: readonly Draft[]): Promise<Result<CheckedDraft[], Failure>> {
  const { writer, matter, claims, articles } = asked;
  const place = { section: matter.section, parts: matter.parts };
  const task: DraftsToCheck = { place, drafts, claims, articles };
  const verdicts = await writer.pool.apply('check-drafts', task);
  if (!verdicts.ok) return verdicts;
  const faults = verdicts.value as string[][];
  const holding = drafts.filter((_, index) => faults[index]?.length === 0);
  const support = await judged(asked, holding);
  if (!support.ok) return support;
  const doubted = new Set(holding.filter((_, index) => support.value[index] === false));
  return ok(
    drafts.map((draft, index) => ({
      ...draft,
      faults: doubted.has(draft)
        ? ['A second reader does not find all of it in the passages of its claims.']
        : (faults[index] ?? ['It was not checked.']),
    })),
  );
}

/** The drafts after those that were refused have gone back once. */
async function mended(
  asked: Asked,
  drafts: readonly CheckedDraft[],
): Promise<Result<readonly CheckedDraft[], Failure>> {
  const refused = drafts.filter(({ faults }) => faults.length > 0);
  if (refused.length === 0) return ok(drafts);
  const told = refused.map((draft): RefusedDraft => ({ draft, reasons: draft.faults }));
  const { writer, matter, claims } = asked;
  const again = rewriteTask(matter, claims, told, writer.model.contextTokens);
  if (again === null) return ok(drafts);
  const answer = await writer.model.ask(again.task);
  if (!answer.ok) return OF_NO_USE.includes(answer.error.code) ? ok(drafts) : answer;
  const second = await checked({ ...asked, claims: again.claims }, answer.value.statements);
  if (!second.ok) return second;
  const better = new Map<CheckedDraft, CheckedDraft>();
  answer.value.statements.forEach(({ n, part }, index) => {
    const [first, redraft] = [refused[n - 1], second.value[index]];
    if (first?.part === part && redraft?.faults.length === 0 && !better.has(first))
      better.set(first, redraft);
  });
  return ok(drafts.map((draft) => better.get(draft) ?? draft));
}

async function draftSection(
  writer: Writer,
  matter: SectionMatter,
  articles: readonly LedgerArticle[],
): Promise<Result<{ readonly drafts: SectionDrafts; readonly failure: Failure | null }, Failure>> {
  const nothing = { matter, drafts: null, statements: 0, refused: 0 };
  const asking = writeTask(matter, writer.model.contextTokens);
  if (asking === null) return ok({ drafts: nothing, failure: null });
  const answer = await writer.model.ask(asking.task);
  if (!answer.ok) {
    if (!OF_NO_USE.includes(answer.error.code)) return answer;
    return ok({ drafts: nothing, failure: answer.error });
  }
  const asked: Asked = { writer, matter, claims: asking.claims, articles };
  const first = await checked(asked, answer.value.statements);
  if (!first.ok) return first;
  const drafts = await mended(asked, first.value);
  if (!drafts.ok) return drafts;
  return ok({
    failure: null,
    drafts: {
      matter: { ...matter, claims: asking.claims },
      drafts: drafts.value,
      statements: first.value.length,
      refused: first.value.filter(({ faults }) => faults.length > 0).length,
    },
  });
}

/**
 * Has every section of a story written: asked, checked, sent back once, checked again. A failure that may pass ends it, and what
 * was answered before is not asked again; an answer of no use leaves its section extracted.
 */
export async function draftStory(
  writer: Writer,
  sections: readonly SectionMatter[],
  articles: readonly LedgerArticle[],
): Promise<Result<Drafts, Failure>> {
  const drafts: SectionDrafts[] = [];
  let failure: Failure | null = null;
  for (const matter of sections) {
    const section = await draftSection(writer, matter, articles);
    if (!section.ok) return err(section.error);
    drafts.push(section.value.drafts);
    failure ??= section.value.failure;
  }
  return ok({ drafts, failure });
}
