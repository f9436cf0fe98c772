import { isNamed } from '../../annotate/loaded-words.ts';
import { crossValidate } from './cross-validate.ts';
import { LOADED_OPTIONS, LOADED_WORD_OPTIONS } from './judging-options.ts';
import { judgingTools } from './judging-tools.ts';
import { type LoadedExample, readLoadedExamples } from './loaded-corpus.ts';
import { binaryF1, macroF1 } from './scores.ts';

const FOLDS = 5;

/**
 * Judging sentences and judging words on BABE's development part by five-fold cross-validation: both models are trained
 * anew for each fold, and sentences of one article are never in training and held-out part at once. Sentences: F1 of the
 * label "biased" and macro-F1. Words: those named as the program names them against all biased words the annotators
 * gave (function words of marked phrases too, which are never named).
 */
export async function evalLoaded(): Promise<Record<string, number>> {
  const { tagger, table } = judgingTools();
  const examples = readLoadedExamples(tagger, table);
  const held = crossValidate(examples, LOADED_OPTIONS, FOLDS);
  const judging = new Map(held.map(({ example, probabilities }) => [example, probabilities[1] ?? 0]));
  const sentences = held.map(({ example, probabilities }) => ({
    gold: example.label === 1 ? 'biased' : 'other',
    predicted: (probabilities[1] ?? 0) >= 0.5 ? 'biased' : 'other',
  }));
  const words = examples.flatMap((example) => example.words.map((word) => ({ ...word, of: example })));
  const named = crossValidate(words, LOADED_WORD_OPTIONS, FOLDS)
    .filter(({ example, probabilities }) => isNamed(judging.get(example.of) ?? 0, probabilities[1] ?? 0))
    .map(({ example }) => example);
  const right = named.filter((word) => word.label === 1).length;
  const precision = right / Math.max(1, named.length);
  const recall = right / examples.reduce((sum, example) => sum + goldInText(example), 0);
  return {
    'babe.sentence_f1': binaryF1(sentences, 'biased'),
    'babe.sentence_macro_f1': macroF1(sentences),
    'babe.word_precision': precision,
    'babe.word_recall': recall,
    'babe.word_f1': (2 * precision * recall) / (precision + recall),
  };
}

/** Biased words that do stand in the sentence. */
function goldInText({ gold, document }: LoadedExample): number {
  const words = new Set(document.tokens.map((token) => token.lower));
  return [...gold].filter((word) => words.has(word)).length;
}
