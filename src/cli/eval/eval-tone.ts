import { TONE_LABELS } from '../../annotate/tone-model.ts';
import { bestLabel } from '../../nlp/linear-model.ts';
import { crossValidate } from './cross-validate.ts';
import { TONE_OPTIONS } from './judging-options.ts';
import { judgingTools } from './judging-tools.ts';
import { macroF1 } from './scores.ts';
import { readToneExamples } from './tone-corpus.ts';

const FOLDS = 5;

/**
 * Macro-F1 of tone towards a target on NewsMTSC's training part by five-fold cross-validation: the model is trained anew
 * for each fold, and sentences of one article or event are never in training and held-out part at once. The word table
 * is the shipped one: it is made of raw text, without labels.
 */
export async function evalTone(): Promise<Record<string, number>> {
  const { tagger, table } = judgingTools();
  const examples = readToneExamples(tagger, table);
  const held = crossValidate(examples, TONE_OPTIONS, FOLDS);
  const pairs = held.map(({ example, probabilities }) => ({
    gold: TONE_LABELS[example.label] ?? '',
    predicted: TONE_LABELS[bestLabel(probabilities)] ?? '',
  }));
  const right = pairs.filter(({ gold, predicted }) => gold === predicted).length;
  return { 'newsmtsc.macro_f1': macroF1(pairs), 'newsmtsc.accuracy': right / pairs.length };
}
