import type { Span } from '../core/span.ts';
import { isNumberWord } from './number-words.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

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
  [/^missing$/, 'missing'],
  [/^destroy(?:ed|ing)$/, 'destroyed'],
];
const ACTIVE =
  /^(?:kill|injur|wound|arrest|detain|displac|evacuat|infect|rescu|abduct|kidnap|deport|destroy)\w*$/;

function outcome(word: string): string | null {
  return OUTCOMES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Tokens looked at before a figure: "the death toll from the fire at the mill in the north rose to 38". */
const REACH = 24;

/**
 * Head words of what a figure counts, lower case; null when the sentence names nothing or the figure is added to a
 * total it does not give ("three more were killed").
 */
export function countedBy(
  document: TextDocument,
  figure: Span,
  sentence: number,
  unit: string,
): string | null {
  const range = document.sentences[sentence];
  if (range === undefined) return null;
  const tokens = document.tokens.slice(range.tokenStart, range.tokenEnd);
  const after = tokens.filter((token) => token.start >= figure.end).slice(0, 12);
  const before = tokens.filter((token) => token.end <= figure.start).slice(-REACH);
  if (unit !== 'count')
    return (unit === 'percent' || unit === 'fraction') && after[0]?.lower === 'of'
      ? headNoun(after.slice(1)).noun
      : null;
  const { noun, next } = headNoun(after);
  const passive = (noun === null ? null : outcome(noun)) ?? passiveOutcome(after.slice(next));
  const counted = passive ?? activeOutcome(before) ?? noun;
  return isIncrement(counted, before, after) || isPart(counted, after) ? null : counted;
}

/**
 * "Three more were killed", "another two died": added to a total. Beside another outcome ("31 killed and 14 more
 * injured"), and with "another" of those hurt, who follow the dead, the figure stands for itself.
 */
function isIncrement(
  counted: string | null,
  before: readonly TaggedToken[],
  after: readonly TaggedToken[],
): boolean {
  if (counted === null || !OUTCOMES.some(([, name]) => name === counted)) return false;
  const last = before.at(-1)?.lower ?? '';
  const added =
    /^(?:further|additional)$/.test(last) || /^(?:more|further|additional)$/.test(after[0]?.lower ?? '');
  if (!added && !(last === 'another' && isDeath(counted))) return false;
  return !before.some((token) => {
    const other = outcome(token.lower);
    return other !== null && other !== counted && !(isDeath(other) && isDeath(counted));
  });
}

/** "Three of the 41 people killed were children": no toll of its own. */
function isPart(counted: string | null, after: readonly TaggedToken[]): boolean {
  if (after[0]?.lower !== 'of' || !OUTCOMES.some(([, name]) => name === counted)) return false;
  return isFigure(after[after[1]?.lower === 'the' ? 2 : 1]?.lower ?? '');
}

function isDeath(name: string): boolean {
  return name === 'killed' || name === 'dead';
}

function headNoun(tokens: readonly TaggedToken[]): { noun: string | null; next: number } {
  let index = 0;
  while (index < 5 && index < tokens.length && isSkipped(tokens[index], tokens[index + 1])) index += 1;
  let noun: string | null = null;
  while (
    index < tokens.length &&
    tokens[index]?.tag === 'NOUN' &&
    /^\p{L}/u.test(tokens[index]?.text ?? '')
  ) {
    noun = tokens[index]?.lower ?? null;
    index += 1;
    if (tokens[index]?.text === '-') index += 1;
  }
  if (noun === null && index === 0) noun = wordOutcome(tokens[0]);
  return { noun, next: index };
}

function wordOutcome(token: TaggedToken | undefined): string | null {
  return token === undefined ? null : outcome(token.lower);
}

function isSkipped(token: TaggedToken | undefined, next: TaggedToken | undefined): boolean {
  if (token === undefined || outcome(token.lower) !== null) return false;
  if (token.tag === 'ADJ' || token.tag === 'PROPN' || token.tag === 'NUM') return true;
  if (token.lower === 'out') return next?.lower === 'of';
  if (/^(?:of|the|its|his|her|their|our|other|more|-)$/.test(token.lower)) return true;
  return token.tag === 'VERB' && next?.tag === 'NOUN' && /(?:ed|ing)$/.test(token.lower);
}

/** "… (who) were (reportedly) killed", "… killed". */
function passiveOutcome(tokens: readonly TaggedToken[]): string | null {
  // "Killed 31 people and injured 14": behind a bare "and" begins the next figure's clause.
  if (tokens[0]?.lower === 'and') return null;
  for (const token of tokens.slice(0, 6)) {
    const found = outcome(token.lower);
    if (found !== null && !/^(?:kill|injure|arrest|kills|arrests)$/.test(token.lower)) {
      return /ing$/.test(token.lower) && token.lower !== 'missing' ? null : found;
    }
    if (
      !/^(?:who|that|were|was|have|has|had|been|being|are|is|be|feared|confirmed|reported|also|reportedly|left|and|to|,)$/.test(
        token.lower,
      )
    )
      return null;
  }
  return null;
}

/** "killed (at least) 31", "death toll rose to 31". */
function activeOutcome(tokens: readonly TaggedToken[]): string | null {
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
    words.slice(from).some((word, index, all) => isFigure(word) && all[index - 1] !== 'from')
  )
    return null;
  const named = words
    .slice(from)
    .map(outcome)
    .findLast((one) => one !== null);
  if (named !== undefined) return named;
  return toll === from ? 'dead' : null;
}

function isFigure(word: string): boolean {
  return /^\d/.test(word) || isNumberWord(word);
}
