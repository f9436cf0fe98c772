import type { Mention, Quote } from '../../core/annotation.ts';
import { isInside, type Span, spansOverlap } from '../../core/span.ts';
import type { SpeakerMemory } from '../antecedent.ts';
import type { QuotedSpan } from '../quoted-spans.ts';
import { sentenceAt, type TextDocument } from '../text-document.ts';
import type { CueReading } from './find-attributions.ts';
import { speakerOf } from './source-speaker.ts';

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
  for (const reading of readings) {
    const token = document.tokens[reading.cue];
    if (token === undefined || direct.some((span) => isInside(token, span))) continue;
    const { source } = reading;
    const speaker = source === null ? null : speakerOf(document, mentions, source, memory);
    const cue = { start: token.start, end: token.end };
    for (const piece of reading.content) {
      const content = trimmed(document.text, outsideOf(snapped(piece, quoted), direct));
      if (content === null || isKnown(found, content, cue)) continue;
      const who = speaker ?? { speaker: null, speakerEntity: -1 };
      const sentence = sentenceAt(document, content.start);
      found.push({ kind: 'indirect', content, cue, ...who, sentence });
    }
    if (speaker !== null) memory.last = { cue: null, ...speaker };
  }
  return found;
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

function trimmed(text: string, { start, end }: Span): Span | null {
  if (end <= start) return null;
  const inner = text.slice(start, end);
  const lead = /^[\s,.;:"“”’`)—–-]+/u.exec(inner)?.[0].length ?? 0;
  const trail = /[\s,;:"“”‘`(—–-]+$/u.exec(inner)?.[0].length ?? 0;
  const words = inner.slice(lead, Math.max(lead, inner.length - trail)).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words < MIN_WORDS ? null : { start: start + lead, end: end - trail };
}
