import type { Difference, Statement } from '../../core/briefing.ts';
import type { Span } from '../../core/span.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import { figuresAgree } from '../ledger/figure-class.ts';
import type { FigureSource } from '../ledger/figure-source.ts';
import { type FigureGroup, ownReports } from '../ledger/figures.ts';
import type { StoryIndex } from '../ledger/story-sentence.ts';
import { hasFiniteVerb, wordCount } from '../sentence-quality.ts';
import { quotedWords } from '../sentence-words.ts';
import { isHeld, isShowable, toStatement } from '../statement.ts';
import { shownSpan } from '../statement-text.ts';
import type { StoryPage } from '../story-page.ts';

const MAX_DIFFERENCES = 4;
const MAX_SIDES = 4;
const MIN_PART_WORDS = 5;
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

interface Side {
  readonly sources: FigureSource[];
}

/** Reports that can stand side by side: the last one of each outlet's own articles, those that agree together. */
function sidesOf(index: StoryIndex, group: FigureGroup): Side[] {
  const latest = new Map<string, FigureSource>();
  for (const source of group.sources)
    if (index.articles[source.sentence.article]?.isCopy === false) latest.set(source.report.outletId, source);
  const sides: Side[] = [];
  for (const source of [...latest.values()].sort((a, b) => a.figure.value - b.figure.value)) {
    const home = sides.find((side) =>
      side.sources.every((other) => figuresAgree(other.figure, source.figure)),
    );
    if (home === undefined) sides.push({ sources: [source] });
    else home.sources.push(source);
  }
  return sides;
}

/** The number as written, with the day of the report: numbers of different days need not contradict each other. */
function labelOf({ sources }: Side): string {
  const latest = sources.reduce<FigureSource | undefined>(
    (best, one) => (best === undefined || one.report.publishedAt > best.report.publishedAt ? one : best),
    undefined,
  );
  if (latest === undefined) return '';
  return `${latest.report.text}, as of ${new Date(latest.report.publishedAt).toISOString().slice(0, 10)}`;
}

type GroupOf = ReadonlyMap<number, ClaimGroup>;

function wholeSentence(
  index: StoryIndex,
  page: StoryPage,
  { sentence }: FigureSource,
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

function partOnly(
  index: StoryIndex,
  page: StoryPage,
  { sentence, figure }: FigureSource,
  groupOf: GroupOf,
): Statement | null {
  const group = groupOf.get(sentence.id);
  const text = index.articles[sentence.article]?.source.article.text ?? '';
  if (group === undefined || sentence.mostlyQuote || !isHeld(sentence, group.claim.role)) return null;
  const clause = clauseAround(text, shownSpan(text, sentence, sentence.order === 0), figure);
  if (clause === null) return null;
  const isClause = hasFiniteVerb(quotedWords(text.slice(clause.start, clause.end)));
  for (const part of [...(isClause ? [clause] : []), wordsAround(text, clause, figure)]) {
    const statement = toStatement(index, group, sentence, part);
    if (statement !== null && page.takePart(statement)) return statement;
  }
  return null;
}

function sideStatement(index: StoryIndex, page: StoryPage, side: Side, groupOf: GroupOf): Statement | null {
  const outlets = [...new Set(ownReports(index, side.sources).map((source) => source.report.outletId))];
  const best = [...side.sources].sort((a, b) => b.sentence.quality - a.sentence.quality);
  for (const show of [wholeSentence, partOnly])
    for (const source of best) {
      const statement = show(index, page, source, groupOf);
      if (statement !== null) return { ...statement, outlets };
    }
  return null;
}

/**
 * Where outlets contradict each other in a number of the event: each side with its number as written, the outlets
 * that give it, and a sentence of theirs, or the part with the number when the sentence already stands on the page.
 */
export function figureDifferences(
  index: StoryIndex,
  figures: readonly FigureGroup[],
  claims: readonly ClaimGroup[],
  page: StoryPage,
): Difference[] {
  const groupOf = new Map(claims.flatMap((group) => group.sentences.map((one) => [one.id, group] as const)));
  const differences: Difference[] = [];
  for (const group of figures) {
    if (differences.length >= MAX_DIFFERENCES) break;
    if (group.entry.disagreement === 'none' || group.label === null) continue;
    const sides = sidesOf(index, group).slice(0, MAX_SIDES);
    if (sides.length < 2) continue;
    const shown = sides.flatMap((side) => {
      const statement = sideStatement(index, page, side, groupOf);
      const label = labelOf(side);
      return statement === null ? [] : [{ label, outlets: statement.outlets, statement }];
    });
    if (shown.length >= 2) differences.push({ kind: 'figure', what: group.entry.what, sides: shown });
  }
  return differences;
}
