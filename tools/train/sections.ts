import { countryLexicon } from '../../src/cli/eval/country-lexicon.ts';
import { fitSections, sectionVectors } from '../../src/cli/eval/fit-sections.ts';
import { readSectionExamples } from '../../src/cli/eval/section-corpus.ts';
import { readCountryNames } from '../../src/cluster/sections/country-names.ts';
import { packBlended } from './trained-blended.ts';
import { writeModel } from './trained-model.ts';

/** The section of an article, on all labelled texts; `eval sections` measures the same training on outlets it has not seen. */
export function train(): void {
  const countries = countryLexicon();
  const examples = readSectionExamples(readCountryNames(countries));
  const { subject, place } = fitSections(examples, countries, sectionVectors());
  const weights = Buffer.from(place.weights.buffer).toString('base64');
  writeModel('sections', { subject: packBlended(subject), place: { ...place, weights }, countries });
}
