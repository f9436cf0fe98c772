import { type BlendedClassifier, classify } from '../nlp/blended-classifier.ts';
import type { WordTable } from '../nlp/word-table.ts';
import type { WordReading } from './read-words.ts';
import type { TextDocument } from './text-document.ts';
import { type TargetPlace, toneFeatures } from './tone-features.ts';

/** Labels of data/models/tone.json in their order. */
export const TONE_LABELS = ['negative', 'neutral', 'positive'] as const;

export interface ToneModel {
  readonly classifier: BlendedClassifier;
  readonly table: WordTable;
}

/** Probabilities that a sentence is negative, neutral and positive towards the target. */
export function toneTowards(
  model: ToneModel,
  document: TextDocument,
  reading: WordReading,
  place: TargetPlace,
): readonly [negative: number, neutral: number, positive: number] {
  const features = toneFeatures(document, reading, model.table, place);
  const [negative = 0, neutral = 1, positive = 0] = classify(model.classifier, features);
  return [negative, neutral, positive];
}
