import { isNumberWord } from './number-words.ts';
import type { TaggedToken } from './text-document.ts';

/** What happens to things: they are called by what they are where the sentence says it ("230 buildings were destroyed"). */
export const DESTROYED = 'destroyed';

/**
 * What happened to those counted, whichever way it is said: "31 people were killed", "killed 31", "31 killed".
 * Deaths of any wording but killing are `dead`.
 */
const OUTCOMES: readonly (readonly [RegExp, string])[] = [
  [/^kill(?:ed|s|ing)?$/, 'killed'],
  [/^(?:dead|died|dies|deaths?|fatalit(?:y|ies)|drowned|perished)$/, 'dead'],
  [/^(?:injur(?:ed|ing|es|e|ies)|hurt)$/, 'injured'],
  [/^wound(?:ed|ing|s)$/, 'wounded'],
  [/^arrest(?:ed|ing|s)?$/, 'arrested'],
  [/^detain(?:ed|ing|s|ees)?$/, 'detained'],
  [/^displac(?:ed|ing)$/, 'displaced'],
  [/^evacuat(?:ed|ing)$/, 'evacuated'],
  [/^infect(?:ed|ing|ions?)$/, 'infected'],
  [/^rescu(?:ed|ing)$/, 'rescued'],
  [/^(?:abduct|kidnap)(?:ped|ed|ping|ing)$/, 'abducted'],
  [/^deport(?:ed|ing)$/, 'deported'],
  [/^hospitali[sz]ed$/, 'hospitalised'],
  [/^(?:missing|unaccounted)$/, 'missing'],
  [/^destroy(?:ed|ing)$/, DESTROYED],
];
const ACTIVE =
  /^(?:kill|injur|wound|arrest|detain|displac|evacuat|infect|rescu|abduct|kidnap|deport|destroy)\w*$/;

/** What a word says became of those counted ("drowned": `dead`), lower case; null when it says nothing of it. */
export function outcome(word: string): string | null {
  return OUTCOMES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** True for what `outcome` gives. */
export function isOutcome(name: string): boolean {
  return OUTCOMES.some(([, one]) => one === name);
}

export function isDeath(name: string): boolean {
  return name === 'killed' || name === 'dead';
}

/** "… (who) were (reportedly) killed", "… killed". */
export function passiveOutcome(tokens: readonly TaggedToken[]): string | null {
  // "Killed 31 people and injured 14": behind a bare "and" begins the next figure's clause.
  if (tokens[0]?.lower === 'and') return null;
  for (const [index, token] of tokens.slice(0, 6).entries()) {
    const found = outcome(token.lower);
    // "Killed six people, wounded 13": behind a comma, what has an object of its own is the next clause's.
    // "One of the firm's ferries that killed 38 people": it is they who were killed.
    const opens = /^(?:,|and|that|which|who)$/.test(tokens[index - 1]?.lower ?? '');
    if (found !== null && opens && hasObject(tokens[index + 1])) return null;
    if (found !== null && !/^(?:kill|injure|arrest|kills|arrests)$/.test(token.lower)) {
      return /ing$/.test(token.lower) && token.lower !== 'missing' ? null : found;
    }
    if (
      !/^(?:who|that|were|was|have|has|had|been|being|are|is|be|remain|remained|feared|confirmed|reported|believed|presumed|thought|known|listed|also|still|now|already|later|reportedly|officially|seriously|badly|critically|severely|slightly|left|and|to|,)$/.test(
        token.lower,
      )
    )
      return null;
  }
  return null;
}

function hasObject(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    (isFigureWord(token.lower) ||
      /^(?:NOUN|DET|PROPN)$/.test(token.tag) ||
      /^(?:at|more|about|another|dozens)$/.test(token.lower))
  );
}

/** "killed (at least) 31", "death toll rose to 31". */
export function activeOutcome(tokens: readonly TaggedToken[]): string | null {
  const near = tokens.slice(-3).reverse();
  for (const token of near) {
    if (ACTIVE.test(token.lower)) return outcome(token.lower);
    if (!/^(?:and|another|the|least|at|than|more|leaving|of|as|many|some)$/.test(token.lower)) break;
  }
  return tolled(tokens.map((token) => token.lower));
}

const TOLL_LINKS =
  /^(?:to|at|of|reached|reaches|hit|hits|stands|stood|is|was|now|passed|passes|topped|tops|exceeded)$/;

/** "The death toll rose to 31", "the number of people killed reached 31": what the total before the figure counts. */
function tolled(words: readonly string[]): string | null {
  if (!TOLL_LINKS.test(words.at(-1) ?? '')) return null;
  const toll = words.lastIndexOf('toll');
  const number = words.findLastIndex((word) => /^(?:number|total|count|tally)$/.test(word));
  const from = Math.max(toll, number);
  // Between total and figure stands no other figure but the one it rose from.
  if (
    from === -1 ||
    words.slice(from).some((word, index, all) => isFigureWord(word) && all[index - 1] !== 'from')
  )
    return null;
  const named = words
    .slice(from)
    .map(outcome)
    .findLast((one) => one !== null);
  if (named !== undefined) return named;
  return toll === from ? 'dead' : null;
}

/** True for a number in digits or in a word. */
export function isFigureWord(word: string): boolean {
  return /^\d/.test(word) || isNumberWord(word);
}
