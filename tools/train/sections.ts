import { countryLexicon } from '../../src/cli/eval/country-lexicon.ts';
import { fitSections } from '../../src/cli/eval/fit-sections.ts';
import { readSectionExamples } from '../../src/cli/eval/section-corpus.ts';
import { readCountryNames } from '../../src/cluster/sections/country-names.ts';
import type { LinearModel, StoredLinearModel } from '../../src/nlp/linear-model.ts';
import { writeModel } from './trained-model.ts';

/** The section of an article, on all labelled texts; `eval sections` measures the same training on outlets it has not seen. */
export function train(): void {
  const countries = countryLexicon();
  const { subject, place } = fitSections(readSectionExamples(readCountryNames(countries)), countries);
  writeModel('sections', { subject: packed(subject), place: packed(place), countries });
}

function packed(model: LinearModel): StoredLinearModel {
  return { ...model, weights: Buffer.from(model.weights.buffer).toString('base64') };
}
