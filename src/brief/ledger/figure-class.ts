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
  }).flatMap(([name, words]) => words.split(' ').map((word) => [stem(word), name] as const)),
);
const PEOPLE: ReadonlySet<string> = new Set(
  'people person persons passengers others men women children civilians victims residents workers crew soldiers sailors employees students'
    .split(' ')
    .map(stem),
);

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
      const name = CASUALTY_WORDS.get(stem(norm));
      if (name !== undefined) return name;
    }
  return null;
}

/**
 * What a figure counts, as a key that different words for the same thing share: `killed` for "31 dead", "31 people
 * have died" and "a toll of 31"; else the stem of the counted word's head; null when nothing is counted.
 */
export function figureClass(figure: Figure, sentence: string, sentenceStart: number): string | null {
  const counted = figure.counted === null ? [] : tokenise(figure.counted).map(({ norm }) => stem(norm));
  if (figure.unit !== 'count') return counted.join(' ') || null;
  for (const word of counted) {
    const name = CASUALTY_WORDS.get(word);
    if (name !== undefined) return name;
  }
  if (counted.length === 0 || counted.some((word) => PEOPLE.has(word))) {
    const from = figure.start - sentenceStart;
    const nearby = classNearby(sentence, from, figure.end - sentenceStart);
    if (nearby !== null) return nearby;
    if (TOLL.test(sentence.slice(Math.max(0, from - 120), from))) return 'killed';
  }
  return counted.at(-1) ?? null;
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
