import type { FigureModifier } from '../core/annotation.ts';

const BEFORE: readonly (readonly [FigureModifier, string])[] = [
  ['at-least', 'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of'],
  [
    'at-most',
    'up to|as many as|as much as|as few as|no more than|not more than|at most|a maximum of|maximum of|a max of',
  ],
  [
    'more-than',
    '(?:(?:a )?little |slightly |significantly |far |considerably |well |many )?more than|(?:just |well |slightly |a little )?over|(?:just |well )above|above|exceeding|upwards? of|in excess of|north of|greater than|better than',
  ],
  [
    'less-than',
    '(?:slightly |far |well |a little |significantly |considerably )?(?:less|fewer) than|(?:just |well |slightly |a little )?under|(?:just |well )?below|just short of|south of',
  ],
  [
    'about',
    'about|around|nearly|almost|some|roughly|approximately|an estimated|estimated|close to|nearer|virtually|in the region of|something like|approaching|an average of about|an estimated total of|circa|approx\\.?|an approximate',
  ],
];

/** Words before a number that say how exact it is, longest reading first. */
export const MODIFIER_BEFORE = BEFORE.map(([, words]) => words).join('|');

const COMPILED = BEFORE.map(([modifier, words]) => [modifier, new RegExp(`^(?:${words})$`, 'i')] as const);
const KNOWN = new Map<string, FigureModifier>();
for (const [modifier, words] of BEFORE)
  for (const plain of words.split('|')) if (/^[a-z ]+$/.test(plain)) KNOWN.set(plain, modifier);

/** What the words before a number make of it; `exactly` without any. */
export function modifierBefore(words: string | undefined): FigureModifier {
  if (words === undefined) return 'exactly';
  const known = KNOWN.get(words.toLowerCase());
  return known ?? COMPILED.find(([, pattern]) => pattern.test(words))?.[0] ?? 'exactly';
}

const AFTER: readonly (readonly [RegExp, FigureModifier])[] = [
  [
    /^(?: or (?:more|greater|higher|better|older)\b(?! than)|-plus\b|\+(?!\d)| and (?:more|over|up)\b(?! than))/,
    'at-least',
  ],
  [/^ or (?:less|fewer|lower|under)\b(?! than)/, 'at-most'],
  [/^(?: or (?:so|thereabouts)\b|-odd\b|-ish\b)/, 'about'],
];

/** "200 or more", "500-plus", "a dozen or so": words behind a number or its unit, with how many characters they take. */
export function modifierAfter(
  text: string,
  position: number,
): { readonly modifier: FigureModifier; readonly length: number } | null {
  const first = text[position];
  if (first !== ' ' && first !== '-' && first !== '+') return null;
  const rest = text.slice(position, position + 16);
  for (const [pattern, modifier] of AFTER) {
    const match = pattern.exec(rest);
    if (match !== null) return { modifier, length: match[0].length };
  }
  return null;
}
