import { createAnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { fitBlended } from '../../src/cli/eval/fit-blended.ts';
import { LOADED_OPTIONS, LOADED_WORD_OPTIONS } from '../../src/cli/eval/judging-options.ts';
import { readLoadedExamples } from '../../src/cli/eval/loaded-corpus.ts';
import { packBlended } from './trained-blended.ts';
import { writeModel } from './trained-model.ts';

/** Judging sentences and judging words, on all rows of babe-dev; `eval loaded` measures the same training by cross-validation. */
export function train(): void {
  const tools = createAnnotateTools();
  const examples = readLoadedExamples(tools.tagEnglish, tools.wordTable);
  const words = examples.flatMap((example) => example.words);
  writeModel('loaded-words', {
    sentences: packBlended(fitBlended(examples, LOADED_OPTIONS)),
    words: packBlended(fitBlended(words, LOADED_WORD_OPTIONS)),
  });
}
