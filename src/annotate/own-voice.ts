import type { Entity, Mention, Quote } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';

export interface VoicedText {
  readonly title: string;
  readonly sentences: readonly Span[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
}

/** Not places: they stand for governments, armies and scenes alike, and half of the tones found on them were wrong. */
const TYPES: ReadonlySet<string> = new Set(['person', 'organisation']);
const MIN_MENTIONS = 2;

/**
 * Where the main people and bodies of an article are mentioned in the outlet's own voice, by entity, one mention a sentence: not in
 * sentences that are in part quotation or reported speech, nor as the speaker of one.
 */
export function ownVoiceMentions(text: VoicedText): Map<number, Mention[]> {
  const { title, sentences, entities, mentions, quotes } = text;
  const quoted = new Set(
    quotes.flatMap(({ content }) =>
      sentences.flatMap((sentence, index) => (spansOverlap(sentence, content) ? [index] : [])),
    ),
  );
  const spoken = quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const main = entities.map(
    ({ name, type, mentions: count }) => TYPES.has(type) && (count >= MIN_MENTIONS || title.includes(name)),
  );
  const places = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const { entity, sentence } = mention;
    if (main[entity] !== true || sentence < 0 || quoted.has(sentence)) continue;
    if (spoken.some((span) => spansOverlap(span, mention))) continue;
    const known = places.get(entity) ?? [];
    // The first mention of a sentence stands for the sentence.
    if (known.some((place) => place.sentence === sentence)) continue;
    places.set(entity, [...known, mention]);
  }
  return places;
}
