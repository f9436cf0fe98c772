import { readCountryNames, type StoredCountryNames } from '../../cluster/sections/country-names.ts';
import { placeBuckets, SECTION_BITS, subjectBuckets } from '../../cluster/sections/section-features.ts';
import { PLACES, type SectionModel, SUBJECTS } from '../../cluster/sections/section-model.ts';
import { fitScaledLinear, type LabelledBuckets } from './fit-blended.ts';
import type { SectionExample } from './section-corpus.ts';

const SEED = 20181;

/**
 * How far labels are evened out: a label counts as much as its number of examples to this power. On
 * cross-validation over outlets, 2026-11-24: .5 gives a macro-F1 of .693, .75 of .691.
 */
const EVENNESS = 0.5;

function weighted(examples: readonly LabelledBuckets[]): LabelledBuckets[] {
  const counts = new Map<number, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = examples.length / counts.size;
  return examples.map((example) => ({
    ...example,
    weight: (mean / (counts.get(example.label) ?? 1)) ** EVENNESS,
  }));
}

/** Trains the section of an article from its words and the places it names. */
export function fitSections(examples: readonly SectionExample[], lexicon: StoredCountryNames): SectionModel {
  const countries = readCountryNames(lexicon);
  const subjects = examples.flatMap((example): LabelledBuckets[] =>
    example.subject === null
      ? []
      : [{ buckets: subjectBuckets(example), label: SUBJECTS.indexOf(example.subject) }],
  );
  const places = examples.flatMap((example): LabelledBuckets[] =>
    example.place === null || example.outletCountry === null
      ? []
      : [
          {
            buckets: placeBuckets(example, example.outletCountry, countries),
            label: PLACES.indexOf(example.place),
          },
        ],
  );
  const options = { bits: SECTION_BITS, seed: SEED };
  return {
    subject: fitScaledLinear(weighted(subjects), { ...options, labels: SUBJECTS }),
    place: fitScaledLinear(weighted(places), { ...options, labels: PLACES }),
    countries,
  };
}
