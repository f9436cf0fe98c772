import type { Mention } from '../../core/annotation.ts';
import { isInside, type Span, spansOverlap } from '../../core/span.ts';
import type { Attribution, SpeakerMemory } from '../antecedent.ts';
import { isReportingVerb } from '../reporting-verbs.ts';
import { sentenceAt, type TextDocument } from '../text-document.ts';
import type { CueReading } from './find-attributions.ts';
import { speakerOf } from './source-speaker.ts';

/** Characters a cue may be away from its quotation. */
const CUE_REACH = 1500;

/** Index of the first reading with its cue at or behind a position. */
function firstReading(document: TextDocument, readings: readonly CueReading[], position: number): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[readings[middle]?.cue ?? -1]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
  let nearest: CueReading | null = null;
  let away = Number.POSITIVE_INFINITY;
  const first = firstReading(document, readings, span.start - CUE_REACH);
  for (let at = first; at < readings.length; at += 1) {
    const reading = readings[at];
    const cue = document.tokens[reading?.cue ?? -1];
    if (reading === undefined || cue === undefined || cue.start > span.end + CUE_REACH) break;
    if (isInside(cue, span)) continue;
    if (!reading.content.some((piece) => spansOverlap(piece, span))) continue;
    const own = cue.start < span.start ? span.start - cue.end : cue.start - span.end;
    if (reading.source === null || own >= away) continue;
    nearest = reading;
    away = own;
  }
  return attributionOf(document, mentions, nearest, memory);
}

/**
 * 'Holm said the bridge was closed. "We had no choice."': the speaker of what the sentence before reports, in the same
 * block. The quotation has no cue of its own.
 */
export function clauseBefore(
  document: TextDocument,
  mentions: readonly Mention[],
  span: Span,
  readings: readonly CueReading[],
  memory: SpeakerMemory,
): Attribution | null {
  const at = sentenceAt(document, span.start);
  const own = document.sentences[at];
  if (own === undefined || document.sentences[at - 1]?.block !== own.block || span.start - own.start > 2)
    return null;
  const from = firstReading(document, readings, document.sentences[at - 1]?.start ?? 0);
  const upTo = firstReading(document, readings, own.start);
  const reading = readings.slice(from, upTo).findLast(({ cue, source }) => {
    const token = document.tokens[cue];
    return (
      token?.sentence === at - 1 &&
      source !== null &&
      isReportingVerb(token.lower) &&
      !memory.quoted.some((one) => isInside(token, one))
    );
  });
  const attribution = attributionOf(document, mentions, reading ?? null, memory);
  return attribution === null ? null : { ...attribution, cue: null };
}

/** Cues before another one that may hold it in their content. */
const NESTED = 4;

/**
 * Remembers who spoke last before a position, of the readings from `next` on; gives the first one behind it. "Holm said
 * that … 'We will go on,' she said": she is Holm, though Holm was not quoted.
 */
export function hearUpTo(
  document: TextDocument,
  mentions: readonly Mention[],
  readings: readonly CueReading[],
  next: number,
  position: number,
  memory: SpeakerMemory,
): number {
  let at = next;
  for (; at < readings.length; at += 1) {
    const reading = readings[at];
    const cue = document.tokens[reading?.cue ?? -1];
    if (reading === undefined || cue === undefined || cue.start >= position) break;
    // "Holm said Lund denied it": what Lund is said to have said is Holm's word.
    const isNested = readings
      .slice(Math.max(0, at - NESTED), at)
      .some(({ content }) => content.some((piece) => isInside(cue, piece)));
    if (isNested || !isReportingVerb(cue.lower) || memory.quoted.some((span) => isInside(cue, span)))
      continue;
    memory.last = attributionOf(document, mentions, reading, memory) ?? memory.last;
  }
  return at;
}

function attributionOf(
  document: TextDocument,
  mentions: readonly Mention[],
  reading: CueReading | null,
  memory: SpeakerMemory,
): Attribution | null {
  const cue = document.tokens[reading?.cue ?? -1];
  if (cue === undefined || !reading?.source) return null;
  const subject = speakerOf(document, mentions, reading.source, memory);
  return subject === null ? null : { cue: { start: cue.start, end: cue.end }, ...subject };
}
