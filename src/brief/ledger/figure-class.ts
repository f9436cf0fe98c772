import type { Figure } from '../../core/annotation.ts';
import { stem } from '../../nlp/stem.ts';
import { tokenise } from '../../nlp/tokens.ts';

const CASUALTY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    killed:
      'dead died dies dying dead death deaths killed killing fatalities fatality lives bodies toll perished',
    injured: 'injured injuries injury wounded hurt hospitalised hospitalized',
    missing: 'missing unaccounted',
    arrested: 'arrested arrests detained detentions',
    displaced: 'displaced evacuated homeless',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);
const PEOPLE: ReadonlySet<string> = new Set(
  'people person persons passengers others victims civilians'.split(' ').map(stem),
);
/** What may follow a number that counts people without naming them: "31 were killed", "52 in hospital". */
const NO_NOUN =
  /^\s*(?:$|[^a-z\s]|(?:were|was|are|is|had|have|has|more|others?|in|of|on|and|to|at|from|by|as|after|when|during|with|whom)\b)/;

/** "The death toll from the fire rose to", "bringing the number of people killed in the fire to". */
const TOLL =
  /\b(?:toll|number of (?:people |those )?(?:killed|dead|deaths|victims))\b[^.;]*\b(?:to|at|reached|stands|was|hits?)\s*$/i;

/** The words of a sentence that a class may stand in: after the figure up to the next comma, then before it. */
function classNearby(sentence: string, from: number, to: number): string | null {
  const after = sentence.slice(to, to + 60).split(/[,;:.]|\band\b/)[0] ?? '';
  const before =
    sentence
      .slice(Math.max(0, from - 40), from)
      .split(/[,;:.]|\band\b/)
      .at(-1) ?? '';
  for (const part of [after, before])
    for (const { norm } of tokenise(part)) {
      const name = CASUALTY_WORDS.get(norm);
      if (name !== undefined) return name;
    }
  return null;
}

/** The noun right after a number when it names a group of its own: "14 officers were injured"; null otherwise. */
function groupAfter(after: string): string | null {
  if (NO_NOUN.test(after)) return null;
  const noun = tokenise(after.slice(0, 30))[0]?.norm;
  if (noun === undefined || CASUALTY_WORDS.has(noun) || PEOPLE.has(stem(noun))) return null;
  return noun.endsWith('s') ? stem(noun) : null;
}

/** Figures beside these words are of another event than the one reported. */
const OTHER_EVENT = /\banniversary\b|\b(?:deadliest|worst) (?:\S+ )?(?:\S+ )?since\b/i;

function casualtyClass(words: readonly string[], sentence: string, from: number, to: number): string | null {
  if (OTHER_EVENT.test(sentence)) return null;
  const named = words.map((word) => CASUALTY_WORDS.get(word)).find((name) => name !== undefined);
  const isPeople = words.length === 0 || words.some((word) => PEOPLE.has(stem(word)));
  const name = named ?? (isPeople ? classNearby(sentence, from, to) : null);
  if (name !== null) {
    const group = groupAfter(sentence.slice(to));
    return group === null ? name : `${name} ${group}`;
  }
  return isPeople && TOLL.test(sentence.slice(Math.max(0, from - 120), from)) ? 'killed' : null;
}

/**
 * What a figure counts, as a key that different words for the same thing share: `killed` for "31 dead", "31 people
 * have died" and "a toll of 31"; else the stem of the counted word's head; null when nothing is counted. Groups are
 * kept apart: "14 officers were injured" is another quantity than "52 people were injured".
 */
export function figureClass(figure: Figure, sentence: string, sentenceStart: number): string | null {
  const words = figure.counted === null ? [] : tokenise(figure.counted).map(({ norm }) => norm);
  const counted = words.map(stem);
  if (figure.unit !== 'count') return counted.join(' ') || null;
  const casualties = casualtyClass(words, sentence, figure.start - sentenceStart, figure.end - sentenceStart);
  if (casualties === null && OTHER_EVENT.test(sentence)) return null;
  return casualties ?? counted.at(-1) ?? null;
}

/** True for words that say what became of people ("dead"), not who they are. */
export function isCasualtyWord(word: string): boolean {
  return CASUALTY_WORDS.has(word);
}

/** True for the classes of casualties, which one story reports once and updates. */
export function isCasualtyClass(name: string | null): boolean {
  return (
    name === 'killed' ||
    name === 'injured' ||
    name === 'missing' ||
    name === 'arrested' ||
    name === 'displaced'
  );
}

function isRounded(figure: Figure): boolean {
  return figure.modifier === 'about' || figure.modifier === 'more-than' || figure.modifier === 'less-than';
}

/** Whether two reports of one quantity can both be right: equal, in range, or rounded by "about" or "nearly". */
export function figuresAgree(a: Figure, b: Figure): boolean {
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  if (low === high) return true;
  const within = (value: number, range: Figure): boolean =>
    range.high !== null && value >= range.value && value <= range.high;
  if (within(a.value, b) || within(b.value, a)) return true;
  return (isRounded(a) || isRounded(b)) && high > 0 && (high - low) / high <= 0.1;
}
