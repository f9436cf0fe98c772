import type { MentionType } from '../core/annotation.ts';
import { normaliseName } from '../nlp/normalise-name.ts';

/** Words before a name that say what somebody is; they are no part of the name. */
const TITLES = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister chancellor senator sen rep representative
  congressman congresswoman governor gov mayor general gen colonel col major captain capt lieutenant sergeant admiral king queen
  prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah judge justice secretary ambassador former
  acting president-elect chairman chairwoman chief foreign defence defense interior finance attorney`.split(
    /\s+/,
  ),
);
const MIN_ACRONYM = 3;

/** The words of a key without the titles before and the single letters inside the name. */
export function bareName(key: string): string {
  const words = key.split(' ');
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  const kept = words.filter((word, i) => word.length > 1 || i === 0 || i === words.length - 1);
  return kept.join(' ');
}

/** First letters of the capitalised words: "European Central Bank" gives "ecb". */
export function acronymOf(name: string): string | null {
  const initials = (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('').toLowerCase();
  return initials.length >= MIN_ACRONYM ? initials : null;
}

/**
 * Alias keys under which a base may know a name, the fullest first: the name, the name without titles and initials, for a person
 * of several names the last one, for a body its acronym.
 */
export function nameKeys(name: string, type: MentionType): string[] {
  const full = normaliseName(name);
  if (full === '') return [];
  const bare = bareName(full);
  const keys = [full, bare];
  const last = bare.split(' ').at(-1) ?? '';
  if (type === 'person' && bare.includes(' ') && last.length > 2) keys.push(last);
  const acronym = type === 'person' || type === 'place' ? null : acronymOf(name);
  if (acronym !== null) keys.push(acronym);
  return [...new Set(keys)];
}
