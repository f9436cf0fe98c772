import type { MentionType } from '../../core/annotation.ts';
import { type Span, spansOverlap } from '../../core/span.ts';
import type { GoldNames } from './name-gold.ts';

export interface FoundName extends Span {
  readonly type: MentionType;
  readonly kind?: 'demonym';
}

export interface SpanCounts {
  right: number;
  found: number;
  gold: number;
  /** Of the right spans, demonyms apart: those whose gold has a type, and those of them with the right one. */
  typed: number;
  typedRight: number;
}

export function noCounts(): SpanCounts {
  return { right: 0, found: 0, gold: 0, typed: 0, typedRight: 0 };
}

/**
 * Adds one text's spans: right when start and end are the same. On both sides what overlaps a masked token (`*`) is left
 * out, and what lies outside the annotated stretch.
 */
export function countSpans(counts: SpanCounts, gold: GoldNames, found: readonly FoundName[]): void {
  const isScored = (span: Span) =>
    spansOverlap(span, gold.annotated) && !gold.text.slice(span.start, span.end).includes('*');
  const expected = new Map(gold.names.filter(isScored).map((name) => [`${name.start} ${name.end}`, name]));
  const seen = found.filter(isScored);
  counts.gold += expected.size;
  counts.found += seen.length;
  for (const name of seen) {
    const match = expected.get(`${name.start} ${name.end}`);
    if (match === undefined) continue;
    counts.right += 1;
    if (match.type === null || name.kind === 'demonym') continue;
    counts.typed += 1;
    if (match.type === name.type) counts.typedRight += 1;
  }
}

export function spanScores({ right, found, gold, typed, typedRight }: SpanCounts): {
  precision: number;
  recall: number;
  f1: number;
  typed: number;
} {
  return {
    precision: right / Math.max(1, found),
    recall: right / Math.max(1, gold),
    f1: (2 * right) / Math.max(1, found + gold),
    typed: typedRight / Math.max(1, typed),
  };
}
