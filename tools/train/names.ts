import { writeFileSync } from 'node:fs';
import { createEnglishTagger } from '../../src/annotate/annotate-tools.ts';
import { readNameWords } from '../../src/annotate/names/name-words.ts';
import { NAME_BITS, NAME_LABELS } from '../../src/annotate/names/tag-names.ts';
import { halfOf, readLinkingNames } from '../../src/cli/eval/name-gold.ts';
import { fitCrf, type LabelledSequence } from './fit-crf.ts';
import { nameSequences } from './name-data.ts';
import { packModel, readModel, writeModel } from './trained-model.ts';

/** Rate, epochs and L2 tuned on aida-conll-dev by halves (2026-11-24): see eval names. */
const OPTIONS = { labels: NAME_LABELS, bits: NAME_BITS, epochs: 8, rate: 0.15, l2: 1e-4, seed: 5 };

/**
 * The tagger of names, data/models/names.json, from all of aida-conll-dev; and for `eval names` two more of the same
 * making in eval/models, each without the half of the documents that the evaluation scores with it.
 */
export function train(): void {
  const tools = createEnglishTagger();
  const words = readNameWords(readModel('name-words'));
  const gold = readLinkingNames('aida-conll-dev');
  const sequences = gold.map(({ text, names }) => nameSequences(text, names, tools, words));
  for (const half of [0, 1]) {
    const rest = sequences.filter((_, at) => halfOf(at, gold.length) !== half).flat();
    const file = new URL(`../../eval/models/names-without-${half}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(fitModel(rest))}\n`);
  }
  writeModel('names', fitModel(sequences.flat()));
}

function fitModel(sequences: readonly LabelledSequence[]): object {
  const trained = fitCrf(sequences, OPTIONS);
  return { ...packModel(trained), transitions: trained.transitions };
}
