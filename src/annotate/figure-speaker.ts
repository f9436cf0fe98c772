import type { Figure, Quote } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import type { TextDocument } from './text-document.ts';

const NO_SPEAKER = { speaker: null, speakerEntity: -1 } as const;

/** Whom a figure comes from: the speaker of the innermost quotation or report around it; none where there is none. */
export function figureSpeaker(
  document: TextDocument,
  figure: Span,
  sentence: number,
  quotes: readonly Quote[],
): Pick<Figure, 'speaker' | 'speakerEntity'> {
  let best: Quote | null = null;
  for (const quote of quotes) {
    const { start, end } = quote.content;
    if (start > figure.start) break;
    if (end < figure.end || quote.speaker === null) continue;
    if (best === null || end - start <= best.content.end - best.content.start) best = quote;
  }
  if (best !== null) return { speaker: best.speaker, speakerEntity: best.speakerEntity };
  return NO_SPEAKER;
}
