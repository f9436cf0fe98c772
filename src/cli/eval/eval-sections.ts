import { nationalChance, sectionChances } from '../../cluster/sections/classify-section.ts';
import { readCountryNames } from '../../cluster/sections/country-names.ts';
import { type SectionModel, SUBJECTS, type Subject } from '../../cluster/sections/section-model.ts';
import { say } from '../output.ts';
import { countryLexicon } from './country-lexicon.ts';
import { foldOf } from './cross-validate.ts';
import { fitSections, sectionVectors } from './fit-sections.ts';
import { binaryF1, macroF1 } from './scores.ts';
import { readSectionExamples, type SectionExample } from './section-corpus.ts';

const FOLDS = 5;

interface Pair {
  readonly example: SectionExample;
  readonly gold: string;
  readonly predicted: string;
}

/**
 * Subject and place of articles by five-fold cross-validation over outlets: the model never saw the outlet it is asked
 * about. Labels are the outlets' own paths and others' catalogues, so they are noisy: politics filed under business counts as wrong.
 */
export async function evalSections(): Promise<Record<string, number>> {
  const lexicon = countryLexicon();
  const examples = readSectionExamples(readCountryNames(lexicon));
  const vectors = sectionVectors();
  const subjects: Pair[] = [];
  const places: Pair[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = ({ group }: SectionExample) => foldOf(group, FOLDS) === fold;
    const model = fitSections(
      examples.filter((example) => !isHeld(example)),
      lexicon,
      vectors,
    );
    for (const example of examples.filter(isHeld)) {
      if (example.subject !== null)
        subjects.push({ example, gold: example.subject, predicted: subjectOf(example, model) });
      if (example.place !== null)
        places.push({ example, gold: example.place, predicted: placeOf(example, model) });
    }
  }
  const press = subjects.filter(({ example }) => example.source === 'press');
  sayConfusion(press);
  return { ...subjectFigures(subjects, press), ...placeFigures(places) };
}

function subjectOf(example: SectionExample, model: SectionModel): Subject {
  const chances = sectionChances(example, model);
  const affairs = (chances.get('world') ?? 0) + (chances.get('national') ?? 0);
  const all = SUBJECTS.map(
    (subject) => [subject, subject === 'public' ? affairs : (chances.get(subject) ?? 0)] as const,
  );
  return all.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function placeOf(example: SectionExample, model: SectionModel): string {
  return nationalChance(example, model) >= 0.5 ? 'national' : 'world';
}

function subjectFigures(all: readonly Pair[], press: readonly Pair[]): Record<string, number> {
  const events = all.filter(({ example }) => example.source === 'events');
  const figures: Record<string, number> = {
    'subject.macro_f1': macroF1(all),
    'subject.even_macro_f1': evenMacroF1(all),
    'press.subject.even_macro_f1': evenMacroF1(press),
    'events.subject.even_macro_f1': evenMacroF1(events),
    'press.subject.macro_f1': macroF1(press),
    'press.subject.accuracy': press.filter(({ gold, predicted }) => gold === predicted).length / press.length,
    'events.subject.macro_f1': macroF1(events),
  };
  for (const subject of SUBJECTS) figures[`${subject}.f1`] = binaryF1(all, subject);
  return figures;
}

/** Mean F1 with every subject as frequent as the others: the labelled texts are nearly all public affairs, a press is not. */
function evenMacroF1(pairs: readonly Pair[]): number {
  const rows = SUBJECTS.map((gold) => pairs.filter((pair) => pair.gold === gold));
  const share = (row: readonly Pair[], predicted: string) =>
    row.filter((pair) => pair.predicted === predicted).length / Math.max(1, row.length);
  const scores = SUBJECTS.map((subject, at) => {
    const taken = rows.reduce((sum, row) => sum + share(row, subject), 0);
    return (2 * share(rows[at] ?? [], subject)) / (1 + taken);
  });
  return scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

/** American outlets apart: nearly all of the press sets' outlets are, and what holds for them alone is no rule. */
function placeFigures(places: readonly Pair[]): Record<string, number> {
  const american = places.filter(({ example }) => example.outletCountry === 'US');
  const others = places.filter(({ example }) => example.outletCountry !== 'US');
  return {
    'place.american_outlets.macro_f1': macroF1(american),
    'place.other_outlets.macro_f1': macroF1(others),
  };
}

/** How often each subject of the press was taken for each, on standard error. */
function sayConfusion(pairs: readonly Pair[]): void {
  for (const gold of SUBJECTS) {
    const row = SUBJECTS.map((predicted) => {
      const count = pairs.filter((pair) => pair.gold === gold && pair.predicted === predicted).length;
      return `${predicted} ${count}`;
    });
    say(`sections: press, gold ${gold}: ${row.join(', ')}`);
  }
}
