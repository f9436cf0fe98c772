import { fitBlended } from '../../src/cli/eval/fit-blended.ts';
import { TONE_OPTIONS } from '../../src/cli/eval/judging-options.ts';
import { judgingTools } from '../../src/cli/eval/judging-tools.ts';
import { readToneExamples } from '../../src/cli/eval/tone-corpus.ts';
import { writeBlended } from './trained-blended.ts';

/** Tone towards a target, on all rows of newsmtsc-train; `eval tone` measures the same training by cross-validation. */
export function train(): void {
  const { tagger, table } = judgingTools();
  writeBlended('tone', fitBlended(readToneExamples(tagger, table), TONE_OPTIONS));
}
