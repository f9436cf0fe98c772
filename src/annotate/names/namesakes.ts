import type { TextDocument } from '../text-document.ts';
import type { NameForm } from './name-forms.ts';
import type { NameRange } from './split-run.ts';

type Gender = 'm' | 'f' | null;

/** What stands before a name and says whether it is a man's or a woman's. */
function genderAt(document: TextDocument, { from }: NameRange): Gender {
  const word = document.tokens[from - 1]?.lower.replace('.', '') ?? '';
  if (/^(?:mr|sir|lord|king|prince|duke)$/.test(word)) return 'm';
  if (/^(?:mrs|ms|miss|dame|lady|queen|princess|duchess)$/.test(word)) return 'f';
  // "His wife, Ruth Harlan", "her brother Tom".
  const near = [document.tokens[from - 1], document.tokens[from - 2]].map((token) => token?.lower ?? '');
  if (
    near.some((each) =>
      /^(?:wife|widow|daughter|mother|sister|spokeswoman|congresswoman|actress)$/.test(each),
    )
  )
    return 'f';
  return near.some((each) => /^(?:husband|widower|son|father|brother|spokesman|congressman)$/.test(each))
    ? 'm'
    : null;
}

/**
 * Whom each occurrence of a short form means that may stand for several people: of those whose gender does not forbid it the
 * one named last before it, or the first one to come when none is.
 */
export function namesakes(
  document: TextDocument,
  names: readonly NameRange[],
  forms: readonly NameForm[],
  short: number,
  candidates: readonly number[],
): [name: number, form: number][] {
  const genders = new Map(
    candidates.map((candidate) => {
      const known = forms[candidate]?.occurrences.map((name) => genderOf(document, names, name)) ?? [];
      return [candidate, known.find((gender) => gender !== null) ?? null] as const;
    }),
  );
  return (forms[short]?.occurrences ?? []).map((name) => {
    const gender = genderOf(document, names, name);
    const fitting = candidates.filter((one) => gender === null || (genders.get(one) ?? gender) === gender);
    const pool = fitting.length > 0 ? fitting : candidates;
    const lastBefore = (one: number) => forms[one]?.occurrences.filter((other) => other < name).at(-1) ?? -1;
    const chosen = pool.reduce((best, one) => (lastBefore(one) > lastBefore(best) ? one : best));
    return [name, chosen];
  });
}

function genderOf(document: TextDocument, names: readonly NameRange[], name: number): Gender {
  const range = names[name];
  return range === undefined ? null : genderAt(document, range);
}
