import { stem } from '../../../nlp/stem.ts';
import { wordKeys } from '../../ask/word-families.ts';
import { OPPOSITE, SAME } from './sense-lists.ts';

/**
 * Verbs of a claim to knowledge or of guilt: who uses one says more than "said". Nothing stands for them but themselves.
 */
const STRONG = new Set(
  `admit concede confirm prove acknowledge confess know verify establish guarantee ensure accuse blame already reveal deny
  refuse reject resign violate breach criticise condemn conspire agree approve ban`
    .split(/\s+/)
    .map((word) => stem(word)),
);

const KEYS = new Map<string, Set<string>>();
for (const [at, line] of SAME.entries())
  for (const word of line.split(' '))
    for (const key of wordKeys(word).slice(0, 1)) KEYS.set(key, (KEYS.get(key) ?? new Set()).add(`~${at}`));

const SIDES = new Map<string, Set<string>>();
for (const [at, pair] of OPPOSITE.entries())
  for (const [side, words] of pair.entries())
    for (const word of words.split(' ')) SIDES.set(word, (SIDES.get(word) ?? new Set()).add(`${at}:${side}`));

const known = new Map<string, readonly string[]>();
const KNOWN_LIMIT = 50_000;

/** The stem of a word, behind its irregular past, and the lines of like meaning it is in. */
export function senseKeys(word: string): readonly string[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const keys = wordKeys(word);
  const [base = word] = keys;
  const all = [...keys, ...(KEYS.get(base) ?? [])];
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, all);
  return all;
}

/** The sides of opposites that a word is on: "3:0" faces "3:1". */
export function sidesOf(word: string): ReadonlySet<string> {
  return SIDES.get(word) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

export function facing(side: string): string {
  const [pair, which] = side.split(':');
  return `${pair}:${which === '0' ? 1 : 0}`;
}

/** True for a word that has to stand in the passages itself, whatever is near to it in meaning. */
export function isStrong(word: string): boolean {
  return STRONG.has(wordKeys(word)[0] ?? word);
}

/** Letters in common that make two words one family: "independent", "independence". */
const COMMON_LETTERS = 5;
const MAX_ENDING = 5;

/** True when two words have a stem, a family or all but an ending in common. */
export function meansSame(a: string, b: string): boolean {
  if (a === b) return true;
  const keys = senseKeys(a);
  if (senseKeys(b).some((key) => keys.includes(key))) return true;
  return isFamily(a, b);
}

/** True when two words differ in their endings only. */
export function isFamily(a: string, b: string): boolean {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common >= COMMON_LETTERS && a.length - common <= MAX_ENDING && b.length - common <= MAX_ENDING;
}

/** Verbs that a small word makes another verb of, with a plain verb for it. */
const PHRASES: ReadonlyMap<string, string> = new Map(
  `go up:rise come down:fall go down:fall turn down:reject give up:renounce call off:cancel carry out:perform set up:found
  put off:postpone strike down:annul throw out:annul walk out:quit pull out:withdraw bring up:mention take over:acquire
  break off:stop break out:begin shut down:close close down:close cut back:reduce scale back:reduce take part:participate
  point out:note hold up:delay make up:form rule out:exclude find out:learn run out:end set out:describe sell off:sell
  hand over:give hand back:return give back:return pay back:repay wash up:land play down:minimise take off:rescue
  drop out:quit stand down:resign step down:resign back down:concede put forward:propose come off:stop fall ill:sicken sign over:transfer sign away:transfer`
    .split(/\s+(?=\p{Ll}+ \p{Ll}+:)/u)
    .map((line) => line.trim().split(':') as [string, string]),
);

const SMALL = new Set([...PHRASES.keys()].map((phrase) => phrase.split(' ')[1] ?? ''));

/** The plain verb that a verb with the small word behind it stands for; null when they stand for none. */
export function phraseSense(
  words: readonly { readonly norm: string; readonly lower: string; readonly tag: string }[],
  at: number,
): string | null {
  const verb = words[at];
  if (verb === undefined || verb.tag !== 'VERB') return null;
  for (const { lower } of words.slice(at + 1, at + 4)) {
    if (!SMALL.has(lower)) continue;
    const bases = [wordKeys(verb.norm)[0] ?? '', verb.norm, verb.norm.replace(/e?s$/, '')];
    const found = [...PHRASES].find(([phrase]) => {
      const [first = '', second = ''] = phrase.split(' ');
      return second === lower && bases.some((base) => base === first || base === stem(first));
    });
    if (found !== undefined) return found[1];
  }
  return null;
}

/** True when a set of words has one of that meaning. */
export function hasSense(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || [...words].some((other) => meansSame(other, word));
}
