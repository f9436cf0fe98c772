import type { Mention } from '../../core/annotation.ts';
import { isInside, type Span, spansOverlap } from '../../core/span.ts';
import type { Attribution, SpeakerMemory } from '../speaker.ts';
import type { TextDocument } from '../text-document.ts';
import type { CueReading } from './find-attributions.ts';
import { speakerOf } from './source-speaker.ts';

/**
 * Cue and speaker of a quotation by the trained reading: that of the nearest cue outside it with the quotation in its
 * content and a source. Null when there is none.
 */
export function attributionRead(
  document: TextDocument,
  mentions: readonly Mention[],
  span: Span,
  readings: readonly CueReading[],
  memory: SpeakerMemory,
): Attribution | null {
  let best: { reading: CueReading; away: number } | null = null;
  for (const reading of readings) {
    const cue = document.tokens[reading.cue];
    if (cue === undefined || reading.source === null || isInside(cue, span)) continue;
    if (!reading.content.some((piece) => spansOverlap(piece, span))) continue;
    const away = cue.start < span.start ? span.start - cue.end : cue.start - span.end;
    if (best === null || away < best.away) best = { reading, away };
  }
  const cue = document.tokens[best?.reading.cue ?? -1];
  const source = best?.reading.source ?? null;
  if (cue === undefined || source === null) return null;
  const subject = speakerOf(document, mentions, source, memory);
  return subject === null ? null : { cue: { start: cue.start, end: cue.end }, ...subject };
}
