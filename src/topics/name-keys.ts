import slugify from '@sindresorhus/slugify';
import type { MentionType } from '../core/annotation.ts';
import type { NameMatch } from '../core/topic.ts';
import { normaliseName } from '../nlp/normalise-name.ts';

/** A key to look up in the base, and which form of the name it is. */
export interface NameKey {
  readonly key: string;
  readonly match: NameMatch;
}

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
/** Words that stand joined before or behind a name without being part of it: "ex-Soviet", "Cairo-based". */
const JOINED_BEFORE = /^(?:ex|anti|pro|non|pre|post|mid|trans|inter)-(?=\p{L})/iu;
const JOINED_BEHIND = /-(?:based|born|led|backed|style|owned|run|bound|trained|controlled|made|held|area)$/iu;

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

/** A name in Latin letters as a key: "Киев" gives "kiev". */
function latinKey(name: string): string {
  return normaliseName(slugify(name, { separator: ' ', decamelize: false }));
}

/** The name without what is joined to it, without a plural s, and with hyphens as written apart. */
function variants(name: string, key: string): string[] {
  const found = [normaliseName(name.replace(JOINED_BEFORE, '').replace(JOINED_BEHIND, ''))];
  if (/[^s]s$/.test(key) && key.length > 4) found.push(key.slice(0, -1));
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(name)) found.push(latinKey(name));
  return found;
}

/**
 * Alias keys under which a base may know a name, the fullest first: the name, the name without titles and initials, its variants in
 * spelling, for a person of several names the last one, for a body its acronym.
 */
export function nameKeys(name: string, type: MentionType): NameKey[] {
  const full = normaliseName(name);
  if (full === '') return [];
  const bare = bareName(full);
  const keys = new Map<string, NameMatch>([[full, 'full']]);
  const add = (key: string, match: NameMatch) => {
    if (key !== '' && !keys.has(key)) keys.set(key, match);
  };
  add(bare, 'bare');
  for (const key of variants(name, full)) add(key, 'variant');
  const last = bare.split(' ').at(-1) ?? '';
  if (type !== 'place' && bare.includes(' ') && last.length > 2) add(last, 'last');
  const acronym = type === 'person' || type === 'place' ? null : acronymOf(name);
  if (acronym !== null) add(acronym, 'acronym');
  return [...keys].map(([key, match]) => ({ key, match }));
}
