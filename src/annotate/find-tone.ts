import type { Entity, Mention, Quote, Tone } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import type { WordReading } from './read-words.ts';
import type { TextDocument } from './text-document.ts';
import type { TargetPlace } from './tone-features.ts';
import { type ToneModel, toneTowards } from './tone-model.ts';

export interface ToneInput {
  readonly document: TextDocument;
  readonly reading: WordReading;
  readonly title: string;
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  /** Probability that a sentence judges rather than reports, by sentence. */
  readonly judging: readonly number[];
}

const TYPES: ReadonlySet<string> = new Set(['person', 'organisation', 'place']);
const MIN_MENTIONS = 2;
/** A sentence is evidence from this probability of being negative or positive towards the name. */
const MIN_TONE = 0.7;
/** … and from this probability of judging rather than reporting: bad news about somebody is no tone of the outlet. */
const MIN_JUDGING = 0.5;
/** Sentences without a tone that are added to those that mention the name: one sentence alone is weak evidence. */
const NEUTRAL_SENTENCES = 2;
/** Tone nearer to 0 is not reported. */
const MIN_VALUE = 0.15;

/**
 * The outlet's tone towards the main people, bodies and places of an article, with the sentences that carry it. Only the
 * outlet's own voice counts: a name within quoted or reported words, or as their speaker, and a sentence that is in part
 * quotation says what others think. An entity without such sentences has no tone here, which is the usual case.
 */
export function findTone(input: ToneInput, model: ToneModel): Tone[] {
  const places = ownPlaces(input);
  const tones: Tone[] = [];
  for (const [entity, mentioned] of places) {
    const values = new Map<number, number>();
    for (const place of mentioned) {
      if (values.has(place.sentence)) continue;
      values.set(place.sentence, sentenceTone(input, model, place));
    }
    const sum = [...values.values()].reduce((total, value) => total + value, 0);
    const value = sum / (values.size + NEUTRAL_SENTENCES);
    const sentences = [...values].filter(([, one]) => one * value > 0).map(([sentence]) => sentence);
    if (Math.abs(value) >= MIN_VALUE && sentences.length > 0)
      tones.push({ entity, value: Math.round(value * 100) / 100, sentences });
  }
  return tones;
}

/** -1 to 1; 0 unless the sentence is sure in both respects. */
function sentenceTone(
  { document, reading, judging }: ToneInput,
  model: ToneModel,
  place: TargetPlace,
): number {
  if ((judging[place.sentence] ?? 0) < MIN_JUDGING) return 0;
  const [negative, , positive] = toneTowards(model, document, reading, place);
  return Math.max(negative, positive) < MIN_TONE ? 0 : positive - negative;
}

/** Where the main entities are mentioned in the outlet's own voice, by entity. */
function ownPlaces(input: ToneInput): Map<number, TargetPlace[]> {
  const { document, entities, mentions, quotes, title } = input;
  const quoted = new Set(quotes.flatMap(({ content }) => sentencesOver(document, content)));
  const spoken = quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const main = entities.map(
    ({ name, type, mentions: count }) => TYPES.has(type) && (count >= MIN_MENTIONS || title.includes(name)),
  );
  const places = new Map<number, TargetPlace[]>();
  for (const mention of mentions) {
    const { entity, sentence } = mention;
    if (main[entity] !== true || sentence < 0 || quoted.has(sentence)) continue;
    if (spoken.some((span) => spansOverlap(span, mention))) continue;
    const place = placeOf(document, mention);
    if (place !== null) places.set(entity, [...(places.get(entity) ?? []), place]);
  }
  return places;
}

function sentencesOver(document: TextDocument, span: Span): number[] {
  return document.sentences.flatMap((sentence, index) => (spansOverlap(sentence, span) ? [index] : []));
}

function placeOf(document: TextDocument, mention: Mention): TargetPlace | null {
  const sentence = document.sentences[mention.sentence];
  if (sentence === undefined) return null;
  let from = -1;
  let to = -1;
  for (let at = sentence.tokenStart; at < sentence.tokenEnd; at += 1) {
    const token = document.tokens[at];
    if (token === undefined || !spansOverlap(token, mention)) continue;
    if (from === -1) from = at;
    to = at + 1;
  }
  return from === -1 ? null : { sentence: mention.sentence, from, to };
}
