import type { Difference, Statement } from '../../core/briefing.ts';
import type { Span } from '../../core/span.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { outletOf, type StoryIndex } from '../ledger/story-sentence.ts';
import type { ContradictionSide, SideSource } from '../ledger/working-contradiction.ts';
import { hasFiniteVerb, wordCount } from '../sentence-quality.ts';
import { isDenial, quotedWords } from '../sentence-words.ts';
import { isHeld, isShowable, toStatement } from '../statement.ts';
import { shownSpan } from '../statement-text.ts';
import type { StoryPage } from '../story-page.ts';

const MAX_DIFFERENCES = 4;
const MAX_SIDES = 4;
/** "About 20 are missing": the heading and the label of the side say what the rest would. */
const MIN_PART_WORDS = 3;
const CLAUSE_END = /[,;:–—()“”"]|\s(?:and|but|while|when|where|which|who|that|as)\s/g;

/** The clause of a sentence that holds a figure, for a side whose sentence stands elsewhere on the page. */
function clauseAround(text: string, sentence: Span, figure: Span): Span | null {
  let start = sentence.start;
  let end = sentence.end;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(CLAUSE_END)) {
    const from = sentence.start + match.index;
    const to = from + match[0].length;
    if (/\d,$/.test(text.slice(from - 1, to)) && /\d/.test(text[to] ?? '')) continue;
    if (to <= figure.start) start = to;
    else if (from >= figure.end) {
      end = from;
      break;
    }
  }
  const raw = text.slice(start, end);
  const span = { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
  return span.start < span.end && wordCount(text.slice(span.start, span.end)) >= MIN_PART_WORDS ? span : null;
}

type GroupOf = ReadonlyMap<number, ClaimGroup>;

function wholeSentence(
  index: StoryIndex,
  page: StoryPage,
  { sentence }: SideSource,
  groupOf: GroupOf,
): Statement | null {
  const group = groupOf.get(sentence.id);
  if (group === undefined || !isShowable(group, sentence)) return null;
  const statement = toStatement(index, group, sentence);
  return statement !== null && page.take(statement) ? statement : null;
}

/** Up to four words on either side of a figure, within its clause. */
function wordsAround(text: string, clause: Span, figure: Span): Span {
  const before = /(?:\S+\s+){0,4}$/.exec(text.slice(clause.start, figure.start))?.[0].length ?? 0;
  const after = /^(?:\S*\s+\S+){0,4}/.exec(text.slice(figure.end, clause.end))?.[0].length ?? 0;
  return { start: figure.start - before, end: figure.end + after };
}

/** True when what a part leaves out of its sentence denies something: the part might say the opposite. */
function cutsDenial(text: string, { start, end }: Span, part: Span): boolean {
  const cut = [...quotedWords(text.slice(start, part.start)), ...quotedWords(text.slice(part.end, end))];
  return cut.some(isDenial);
}

function partOnly(
  index: StoryIndex,
  page: StoryPage,
  { sentence, focus }: SideSource,
  groupOf: GroupOf,
): Statement | null {
  const group = groupOf.get(sentence.id);
  const text = index.articles[sentence.article]?.source.article.text ?? '';
  if (group === undefined || focus === null) return null;
  if (sentence.mostlyQuote || !isHeld(sentence, group.claim.role)) return null;
  const shown = shownSpan(text, sentence, sentence.order === 0);
  const clause = clauseAround(text, shown, focus);
  if (clause === null) return null;
  const isClause = hasFiniteVerb(quotedWords(text.slice(clause.start, clause.end)));
  for (const part of [...(isClause ? [clause] : []), wordsAround(text, clause, focus)]) {
    if (cutsDenial(text, shown, part)) continue;
    const statement = toStatement(index, group, sentence, part);
    if (statement !== null && page.takePart(statement)) return statement;
  }
  return null;
}

function sideStatement(
  index: StoryIndex,
  page: StoryPage,
  side: ContradictionSide,
  groupOf: GroupOf,
): Statement | null {
  const outlets = [...new Set(side.sources.map(({ sentence }) => outletOf(index, sentence)))];
  const best = [...side.sources].sort((a, b) => b.sentence.quality - a.sentence.quality);
  for (const show of [wholeSentence, partOnly])
    for (const source of best) {
      const statement = show(index, page, source, groupOf);
      if (statement !== null) return { ...statement, outlets };
    }
  return null;
}

/**
 * Where outlets contradict each other: each side with its number, day or part as written, the outlets that give it, and a
 * sentence of theirs, or the part that matters when the sentence already stands on the page.
 */
export function differences(
  index: StoryIndex,
  { contradictions, claims }: WorkingLedger,
  page: StoryPage,
): Difference[] {
  const groupOf = new Map(claims.flatMap((group) => group.sentences.map((one) => [one.id, group] as const)));
  const shown: Difference[] = [];
  for (const { kind, what, sides } of contradictions) {
    if (shown.length >= MAX_DIFFERENCES) break;
    // One quantity in sentences too unlike to be one entry of the ledger is not told apart by a reader.
    if (shown.some((one) => one.kind === kind && one.what === what)) continue;
    const parts = sides.slice(0, MAX_SIDES).flatMap((side) => {
      const statement = sideStatement(index, page, side, groupOf);
      return statement === null ? [] : [{ label: side.label, outlets: statement.outlets, statement }];
    });
    if (parts.length >= 2) shown.push({ kind, what, sides: parts });
  }
  return shown;
}
