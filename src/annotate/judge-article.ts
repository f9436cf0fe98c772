import type { LoadedWord, Tone } from '../core/annotation.ts';
import { readBlendedClassifier } from '../nlp/blended-classifier.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { findTone, type ToneInput } from './find-tone.ts';
import { findLoadedWords, type LoadedModel, sentenceJudge } from './loaded-words.ts';
import { readWords } from './read-words.ts';
import type { ToneModel } from './tone-model.ts';

/** The models of judging language: they share the word table. */
export interface JudgingModels {
  readonly table: WordTable;
  readonly tone: ToneModel;
  readonly loaded: LoadedModel;
}

/** Reads data/models/tone.json and data/models/loaded-words.json. */
export function readJudgingModels(table: WordTable, tone: unknown, loadedWords: unknown): JudgingModels {
  const stored = loadedWords as { readonly sentences?: unknown; readonly words?: unknown } | null;
  return {
    table,
    tone: { table, classifier: readBlendedClassifier(tone, 'tone') },
    loaded: {
      table,
      sentences: readBlendedClassifier(stored?.sentences, 'loaded-words'),
      words: readBlendedClassifier(stored?.words, 'loaded-words'),
    },
  };
}

/** What an outlet's own voice judges in an article: its loaded words, and its tone towards the main names. */
export interface Judgements {
  readonly loadedWords: readonly LoadedWord[];
  readonly tone: readonly Tone[];
}

/** For languages without the models. */
export const JUDGES_NOTHING: Judgements = { loadedWords: [], tone: [] };

/** Reads the judgements of an English article. */
export function judgeArticle(
  input: Omit<ToneInput, 'reading' | 'judging' | 'loadedWords'>,
  models: JudgingModels,
): Judgements {
  const { document } = input;
  const reading = readWords(document, models.table);
  const judging = sentenceJudge(document, reading, models.loaded);
  const judged = { ...input, reading, judging };
  const loadedWords = findLoadedWords(judged, models.loaded);
  return { loadedWords, tone: findTone({ ...judged, loadedWords }, models.tone) };
}
