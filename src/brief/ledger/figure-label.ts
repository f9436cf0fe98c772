import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { isCasualtyClass, isCasualtyWord } from './figure-class.ts';
import type { FigureSource } from './figure-source.ts';

/** What passes in nearly every sentence and tells a reader nothing as a row of its own. */
const NO_LABEL: ReadonlySet<string> = new Set(
  `one ones day days minute minutes hour hours second seconds week weeks month months year years decade decades century
  centuries time times morning night weekend quarter thing things way ways part parts side sides kind lot lots number
  people person percent point points place places case end half third group set pair other others more page pages ago earlier later
  towards toward sure certain chance chances increments old long total average record rate level`.split(
    /\s+/,
  ),
);
const MONEY = /^[A-Z]{3}$/;
const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century)s?$/;
const MAX_NOUNS = 3;
/** "A payment of $130,000", "fines worth 2 million". */
const NOUN_BEFORE =
  /\b([a-z][a-z-]{2,}) (?:of|worth|totalling|totaling) (?:up to |about |around |more than |nearly |almost |at least |roughly )?$/;

/** True for amounts in a currency. */
export function isMoney(unit: string): boolean {
  return MONEY.test(unit);
}

/** True for a unit that many things are given in, so that the unit alone never makes two figures comparable. */
export function isGeneric(unit: string, name: string | null): boolean {
  return unit !== 'count' || name === null || NO_LABEL.has(name);
}

function isNoun(word: string): boolean {
  return !NO_LABEL.has(word) && !/(?:ly|ed|ing)$/.test(word) && word.length >= 3;
}

/** The nouns straight after a figure ("hush money" in "$130,000 in hush money"), else the one it is given for. */
function nounPhrase({ sentence, figure }: FigureSource): string | null {
  const after = sentence.text
    .slice(figure.end - sentence.start)
    .replace(/^[\s-]*(?:(?:in|of|worth of)\s+)?(?:(?:the|a|an|its|their|his|her)\s+)?/, '');
  const words: string[] = [];
  for (const word of /^(?:[a-z][a-z-]+(?:\s+|(?=[^a-z]|$))){1,4}/.exec(after)?.[0].trim().split(/\s+/) ??
    []) {
    if (STOP_WORDS.has(word) || words.length >= MAX_NOUNS) break;
    words.push(word);
  }
  while (words.length > 0 && !isNoun(words.at(-1) ?? '')) words.pop();
  if (words.length > 0 && words.every((word) => !NO_LABEL.has(word))) return words.join(' ');
  const before = NOUN_BEFORE.exec(sentence.text.slice(0, figure.start - sentence.start).toLowerCase())?.[1];
  return before !== undefined && isNoun(before) && !STOP_WORDS.has(before) ? before : null;
}

function countedNoun(source: FigureSource): string | null {
  const { counted, unit } = source.figure;
  if (TIME_UNIT.test(unit)) return null;
  if (unit !== 'count' || counted === null) return unit === 'count' ? null : nounPhrase(source);
  const words = counted.toLowerCase().split(/\s+/);
  return words.some((word) => NO_LABEL.has(word)) || !isNoun(words.at(-1) ?? '') ? null : counted;
}

/** The label that most use, at least `least` of them; the shorter one of equals. */
function mostCommon(labels: readonly string[], least: number): string | null {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const best = [...counts].sort(
    (a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )[0];
  return best !== undefined && best[1] >= least ? best[0] : null;
}

/**
 * What a quantity is called in a table: "people killed", "officers injured", "marchers", "hush money". Null when the
 * sentences name nothing that reads well by itself.
 */
export function figureLabel(name: string | null, sources: readonly FigureSource[]): string | null {
  if (isCasualtyClass(name)) return `people ${name}`;
  const isCounted = sources.every(({ figure }) => figure.unit === 'count');
  const labels = sources.map(countedNoun).filter((one) => one !== null);
  const label = mostCommon(labels, isCounted ? 1 : 2);
  const state = name?.split(' ')[0] ?? null;
  if (label !== null && isCasualtyWord(label)) return null;
  return label !== null && name?.includes(' ') === true && isCasualtyClass(state)
    ? `${label} ${state}`
    : label;
}
