import { fitBlended } from '../../src/cli/eval/fit-blended.ts';
import { LOADED_OPTIONS, LOADED_WORD_OPTIONS } from '../../src/cli/eval/judging-options.ts';
import { judgingTools } from '../../src/cli/eval/judging-tools.ts';
import { readLoadedExamples } from '../../src/cli/eval/loaded-corpus.ts';
import { packBlended } from './trained-blended.ts';
import { writeModel } from './trained-model.ts';

/** Judging sentences and judging words, on all rows of babe-dev; `eval loaded` measures the same training by cross-validation. */
export function train(): void {
  const { tagger, table } = judgingTools();
  const examples = readLoadedExamples(tagger, table);
  const words = examples.flatMap((example) => example.words);
  writeModel('loaded-words', {
    sentences: packBlended(fitBlended(examples, LOADED_OPTIONS)),
    words: packBlended(fitBlended(words, LOADED_WORD_OPTIONS)),
  });
}
