import type { Statement } from '../../core/briefing.ts';
import type { Citation, Citations } from '../../core/ledger.ts';
import type { SectionWriting, WritingOutcome } from '../../core/story-writing.ts';
import type { WritableClaim } from '../../core/written.ts';
import { contentStems, isSameSentence } from '../sentence-words.ts';
import type { SectionMatter, SectionPart } from './section-matter.ts';
import type { Draft } from './write-task.ts';

/** A draft after its check, the second where it was sent back. */
export interface CheckedDraft extends Draft {
  /** Why it may not be shown; empty when it may. */
  readonly faults: readonly string[];
}

/** What came of asking a model for a section. */
export interface SectionDrafts {
  readonly matter: SectionMatter;
  /** Null when it was not asked or its answer was of no use. */
  readonly drafts: readonly CheckedDraft[] | null;
  /** Of the first answer. */
  readonly statements: number;
  readonly refused: number;
}

/** What stands in one part of a section in the end. */
export interface ChosenPart {
  readonly part: SectionPart;
  readonly statements: readonly ChosenStatement[];
}

export interface ChosenStatement {
  readonly statement: Statement;
  /** Places (`placeOf`) of what it rests on. */
  readonly places: readonly string[];
}

export interface ChosenSection {
  readonly fared: SectionWriting;
  /** Null when the section is shown extracted. */
  readonly parts: readonly ChosenPart[] | null;
}

/** With more than this share replaced, a section reads as written by nobody: it is shown extracted. */
const MOST_REPLACED = 1 / 3;

/** Names a passage. */
export function placeOf({ articleId, start }: Citation): string {
  return `${articleId} ${start}`;
}

function uniquePlaces(citations: readonly Citation[]): Citation[] {
  const byPlace = new Map(
    citations.map(({ articleId, start, end }) => [
      `${placeOf({ articleId, start, end })} ${end}`,
      { articleId, start, end },
    ]),
  );
  return [...byPlace.values()];
}

/** Outlets that carry every one of these claims. */
function carryingAll(claims: readonly WritableClaim[]): string[] {
  const [first, ...others] = claims.map(({ outlets }) => outlets.map(({ id }) => id));
  return (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
}

/** A draft that holds as a statement of the page; null when none of its claims is known. */
function toStatement(draft: Draft, claims: readonly WritableClaim[], model: string): Statement | null {
  const named = claims.filter(({ number }) => draft.claims.includes(number));
  const [first, ...others] = uniquePlaces(named.flatMap(({ passages }) => passages.slice(0, 1)));
  if (first === undefined) return null;
  const citations: Citations = [first, ...others];
  const cited = new Set(citations.map(placeOf));
  const support = uniquePlaces(named.flatMap(({ passages }) => passages)).filter(
    (one) => !cited.has(placeOf(one)),
  );
  const [only] = named.length === 1 ? named : [];
  return {
    text: draft.text.replace(/\s+/g, ' ').trim(),
    citations,
    support,
    kind: only?.kind ?? 'none',
    // The sentence itself names whose words they are.
    by: null,
    outlets: carryingAll(named),
    writtenBy: model,
  };
}

/** Drafts of a part that hold, and for each of the others the extracted statement that says most nearly the same. */
function fillPart(
  part: SectionPart,
  drafts: readonly CheckedDraft[],
  claims: readonly WritableClaim[],
  model: string,
): { readonly chosen: ChosenPart; readonly replaced: number } {
  const passagesOf = (draft: Draft): string[] =>
    claims
      .filter(({ number }) => draft.claims.includes(number))
      .map(({ passages: [first] }) => placeOf(first));
  const holding = drafts.filter(({ faults }) => faults.length === 0);
  const told = new Set(holding.flatMap(passagesOf));
  const left = part.extracted.filter(({ citations: [first] }) => !told.has(placeOf(first)));
  const shown: ReadonlySet<string>[] = [];
  const statements: ChosenStatement[] = [];
  let replaced = 0;
  const put = (statement: Statement, places: readonly string[]): void => {
    const stems = contentStems(statement.text);
    if (shown.some((other) => isSameSentence(other, stems))) return;
    shown.push(stems);
    statements.push({ statement, places });
  };
  for (const draft of drafts) {
    const statement = draft.faults.length === 0 ? toStatement(draft, claims, model) : null;
    if (statement !== null) {
      put(statement, passagesOf(draft));
      continue;
    }
    replaced += 1;
    const own = new Set(passagesOf(draft));
    const at = left.findIndex(({ citations: [first] }) => own.has(placeOf(first)));
    const [extracted] = left.splice(Math.max(0, at), 1);
    if (extracted !== undefined) put(extracted, [placeOf(extracted.citations[0])]);
  }
  if (drafts.length === 0)
    for (const extracted of part.extracted) put(extracted, [placeOf(extracted.citations[0])]);
  return { chosen: { part, statements }, replaced };
}

function unwritten(outcome: WritingOutcome, { statements, refused }: SectionDrafts): ChosenSection {
  return { fared: { outcome, statements, refused, replaced: 0 }, parts: null };
}

/**
 * What stands in a section: drafts that hold, extracted statements in place of the others. The whole section is shown
 * extracted when more than a third would be replaced, or nothing is the model's.
 */
export function chooseSection(section: SectionDrafts, model: string): ChosenSection {
  const { matter, drafts, statements, refused } = section;
  if (drafts === null) return unwritten('no-use', section);
  const limited = matter.parts.map((part) => ({
    part,
    drafts: drafts.filter((draft) => draft.part === part.name).slice(0, part.most),
  }));
  const asked = limited.reduce((sum, one) => sum + one.drafts.length, 0);
  if (asked === 0) return unwritten('no-use', section);
  const filled = limited.map((one) => fillPart(one.part, one.drafts, matter.claims, model));
  const replaced = filled.reduce((sum, one) => sum + one.replaced, 0);
  if (replaced > MOST_REPLACED * asked) {
    return { fared: { outcome: 'too-many-replaced', statements, refused, replaced }, parts: null };
  }
  const parts = filled.map(({ chosen }) => chosen);
  return { fared: { outcome: 'written', statements, refused, replaced }, parts };
}
