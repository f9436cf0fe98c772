import type { ArticlePassages } from '../../core/library.ts';
import type { Span } from '../../core/span.ts';
import { type Excerpt, sentenceRange, sentencesOf } from './excerpt.ts';

/** A cited stretch of an article with what may be shown around it; line breaks have become spaces. */
export interface Passage {
  readonly before: string;
  readonly cited: string;
  readonly after: string;
  /** 1-based number of its first sentence; null when no sentence holds it. */
  readonly sentence: number | null;
  readonly sentenceCount: number;
}

/**
 * The cited words with the rest of their sentence and, where the excerpt allows it, one sentence on each side.
 * @param span offsets into `passages.text`; clipped to it
 */
export function passageAt(passages: ArticlePassages, span: Span, excerpt: Excerpt): Passage {
  const { text } = passages;
  const sentences = sentencesOf(passages);
  const range = sentenceRange(sentences, span);
  const part = (start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ');
  let from = span.start;
  let to = span.end;
  if (range !== null) {
    const [first, last] = range;
    const start = excerpt.has(first - 1) ? sentences[first - 1] : sentences[first];
    const end = excerpt.has(last + 1) ? sentences[last + 1] : sentences[last];
    from = Math.min(from, start?.start ?? from);
    to = Math.max(to, end?.end ?? to);
  }
  return {
    before: part(from, span.start),
    cited: part(span.start, span.end),
    after: part(span.end, to),
    sentence: range === null ? null : range[0] + 1,
    sentenceCount: sentences.length,
  };
}
