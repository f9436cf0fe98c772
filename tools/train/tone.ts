import { createAnnotateTools } from '../../src/annotate/annotate-tools.ts';
import { fitBlended } from '../../src/cli/eval/fit-blended.ts';
import { TONE_OPTIONS } from '../../src/cli/eval/judging-options.ts';
import { readToneExamples } from '../../src/cli/eval/tone-corpus.ts';
import { writeBlended } from './trained-blended.ts';

/** Tone towards a target, on all rows of newsmtsc-train; `eval tone` measures the same training by cross-validation. */
export function train(): void {
  const tools = createAnnotateTools();
  writeBlended('tone', fitBlended(readToneExamples(tools.tagEnglish, tools.wordTable), TONE_OPTIONS));
}
