import type { Reading } from '../core/annotation.ts';

const ENGLISH_ONLY: readonly Reading[] = [
  'roles',
  'descriptions',
  'figures',
  'indirect-speech',
  'loaded-words',
  'tone',
];

/** Languages whose capitals do not mark names: every noun has one in German, no word has in the others. */
const WITHOUT_TELLING_CAPITALS: ReadonlySet<string> = new Set(
  'de ar fa ur he zh ja ko th hi bn ta te kn ml mr gu pa ka my km lo am'.split(' '),
);

/** What is not read out of a text that is not English, so that what shows it can say so. */
export function missingReadings(language: string, readsDates: boolean): Reading[] {
  const missing = [...ENGLISH_ONLY];
  if (WITHOUT_TELLING_CAPITALS.has(language)) missing.push('names');
  if (!readsDates) missing.push('dates');
  return missing;
}
