import type { Mention, Quote } from '../../core/annotation.ts';
import { isInside, type Span, spansOverlap } from '../../core/span.ts';
import type { SpeakerMemory } from '../antecedent.ts';
import type { QuotedSpan } from '../quoted-spans.ts';
import { isReportingVerb } from '../reporting-verbs.ts';
import { sentenceAt, type TaggedToken, type TextDocument } from '../text-document.ts';
import type { CueReading } from './find-attributions.ts';
import { speakerOf } from './source-speaker.ts';

const NOBODY = { speaker: null, speakerEntity: -1 };

/** Shorter contents ("it", "which") tell nobody what was said. */
const MIN_WORDS = 2;

/**
 * Indirect quotations: the contents of all cues outside `direct` quotations. A content that begins or ends inside
 * quoted words takes them whole; what stands in a direct quotation is that quotation, not a clause.
 */
export function reportedClauses(
  document: TextDocument,
  mentions: readonly Mention[],
  readings: readonly CueReading[],
  quoted: readonly QuotedSpan[],
  direct: readonly Span[],
): Quote[] {
  const memory: SpeakerMemory = { last: null, document, quoted };
  const found: Quote[] = [];
  for (const { cue: at, source, content } of readings) {
    const token = document.tokens[at];
    if (token === undefined || !isTold(token, source, direct)) continue;
    const speaker = source === null ? null : speakerOf(document, mentions, source, memory);
    const cue = { start: token.start, end: token.end };
    for (const piece of content) {
      const clause = trimmed(document.text, outsideOf(snapped(piece, quoted), direct), quoted);
      if (clause === null || isKnown(found, clause, cue)) continue;
      const sentence = sentenceAt(document, clause.start);
      found.push({ kind: 'indirect', content: clause, cue, ...(speaker ?? NOBODY), sentence });
    }
    memory.last = speaker === null ? memory.last : { cue: null, ...speaker };
  }
  return found;
}

/** Told by the outlet, and somebody's: "hopes of a deal" are nobody's. A verb of saying may be passive ("was told that"). */
function isTold(cue: TaggedToken, source: Span | null, direct: readonly Span[]): boolean {
  if (source === null && !isReportingVerb(cue.lower)) return false;
  return !direct.some((span) => isInside(cue, span));
}

/** Two pieces of one cue may have grown into the same quotation. */
function isKnown(found: readonly Quote[], content: Span, cue: Span): boolean {
  return found.some((quote) => quote.cue?.start === cue.start && spansOverlap(quote.content, content));
}

/** With the quotations that the piece cuts through. */
function snapped(piece: Span, quoted: readonly QuotedSpan[]): Span {
  let { start, end } = piece;
  for (const span of quoted) {
    if (span.start > end) break;
    if (start > span.start && start < span.end) start = span.start;
    if (end > span.start && end < span.end) end = span.end;
  }
  return { start, end };
}

/** The longest part of a piece that lies in no direct quotation. */
function outsideOf(piece: Span, direct: readonly Span[]): Span {
  let best: Span = { start: piece.start, end: piece.start };
  let { start } = piece;
  for (const span of direct) {
    if (!spansOverlap(span, { start, end: piece.end })) continue;
    if (span.start - start > best.end - best.start) best = { start, end: span.start };
    start = Math.max(start, span.end);
  }
  return piece.end - start > best.end - best.start ? { start, end: piece.end } : best;
}

const LEAD = /^[\s,.;:"“”'’`)—–-]*(?:that\s)?/u;
const TRAIL = /[\s,;:"“”‘`(—–-]/;

/** Whether a stretch has MIN_WORDS words or more. */
function hasWords(text: string): boolean {
  const word = /[\p{L}\p{N}]+/gu;
  let words = 0;
  while (words < MIN_WORDS && word.test(text)) words += 1;
  return words >= MIN_WORDS;
}

/**
 * Without the marks at its edges and without "that"; null when too little is left. Quotation marks stay where their
 * partner is inside.
 */
function trimmed(text: string, { start, end }: Span, quoted: readonly QuotedSpan[]): Span | null {
  if (end <= start) return null;
  const inner = text.slice(start, end);
  const lead = LEAD.exec(inner)?.[0].length ?? 0;
  let trail = 0;
  while (trail < inner.length && TRAIL.test(inner[inner.length - 1 - trail] ?? '')) trail += 1;
  if (!hasWords(inner.slice(lead, Math.max(lead, inner.length - trail)))) return null;
  const [first, last] = [start + lead, end - trail];
  const opened = quoted.find((span) => span.start === first && span.end < last);
  const closed = quoted.find(
    (span) => span.start > first + 1 && span.start < last && Math.abs(span.end - last) <= 1,
  );
  return {
    start: opened === undefined ? first : first - markAt(text, first - 1, -1),
    end: closed === undefined || closed.open ? last : closed.end + markAt(text, closed.end, 1),
  };
}

/** Length of the quotation mark at a place, read forwards or backwards: 2 for one made of two single ones. */
function markAt(text: string, at: number, step: 1 | -1): number {
  const mark = text[at] ?? '';
  if (!/["“”«»‘’']/.test(mark)) return 0;
  return mark === "'" && text[at + step] === "'" ? 2 : 1;
}
