import type { DateReference, Figure } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import type { TextDocument } from './text-document.ts';

const DAY = 86_400_000;

/** Words before a date that make it the time a figure holds of. */
const AS_OF =
  /\b(as of|as at|by|through|until|up to|up until)(?: (?:about|around))?((?: (?:late|early|mid|midday|noon|midnight|dawn|dusk|the end of|the start of|end of|last|\d{1,2}(?::\d\d)?(?: [ap]\.?m\.?)?,?(?: (?:local time|GMT|ET))?(?: on)?))*)(?: the)?\s*$/i;
/** A total before its figure: "the toll stood at", "the number of people killed reached". */
const TOTAL =
  /\b(?:toll|number|count|tally|total)\b[^.;,]*\b(?:to|at|reached|hit|passed|topped|was)\s(?:at least |more than |about )?$/i;
/** What puts the time in the future, as a deadline or forecast. */
const AHEAD =
  /\b(?:will|would|must|should|shall|expected to|likely to|forecast to|due|plans? to|set to|hopes? to|aims? to)\b[^.;,]*$/i;
const CLAUSE_BREAK = /;|—|–|,? (?:but|while|whereas)\b|, (?:and|up|down|which|who|after|when)\b| and\b/i;

/**
 * The time a figure holds of: a date of its sentence, not after publication, behind "as of" or "by" in the figure's
 * clause or at the head of the sentence; for a total that "rose to" or "stood at" it, the date of that clause.
 * Milliseconds, UTC; null when the sentence does not say.
 */
export function figureTime(
  document: TextDocument,
  figure: Span & Pick<Figure, 'unit'>,
  sentence: number,
  context: { readonly dates: readonly DateReference[]; readonly publishedAt: number },
): number | null {
  const range = document.sentences[sentence];
  if (range === undefined) return null;
  const isTotal = TOTAL.test(document.text.slice(range.start, figure.start));
  for (const date of context.dates) {
    if (date.sentence !== sentence || date.at > context.publishedAt) continue;
    const before = document.text.slice(range.start, date.start);
    const cue = AS_OF.exec(before);
    if (!isState(before, cue, isTotal, figure.start > date.start)) continue;
    if (isAttached(document, figure, date, range.start, cue)) return endOf(date, cue?.[2] ?? '');
  }
  return null;
}

function isState(before: string, cue: RegExpExecArray | null, isTotal: boolean, isBehind: boolean): boolean {
  if ((cue === null && !isTotal) || AHEAD.test(before)) return false;
  return !(isBehind && /^until$/i.test(cue?.[1] ?? ''));
}

function isAttached(
  document: TextDocument,
  figure: Span,
  date: Span,
  sentenceStart: number,
  cue: RegExpExecArray | null,
): boolean {
  if (figure.end <= date.start) {
    const between = document.text.slice(figure.end, date.start);
    return between.length < 120 && !CLAUSE_BREAK.test(between) && !isOrigin(document, figure, sentenceStart);
  }
  if (figure.start < date.end) return false;
  const head = cue === null ? '' : document.text.slice(sentenceStart, sentenceStart + cue.index);
  const opens =
    cue === null
      ? /^(?:on|by|late|early|\s)*$/i.test(document.text.slice(sentenceStart, date.start))
      : head.trim() === '';
  return opens && !document.text.slice(date.end, figure.start).includes(';');
}

/** The figure a total came from: "from more than 1,000 by Thursday". */
function isOrigin(document: TextDocument, figure: Span, sentenceStart: number): boolean {
  return /\bfrom\s$/.test(document.text.slice(Math.max(sentenceStart, figure.start - 6), figure.start));
}

/** "The end of February" is its last day. */
function endOf(date: DateReference, words: string): number {
  if (!/\bend of\b/i.test(words)) return date.at;
  const at = new Date(date.at);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (date.precision === 'month') return Date.UTC(year, month + 1, 1) - DAY;
  return date.precision === 'year' ? Date.UTC(year + 1, 0, 1) - DAY : date.at;
}
