import type { Span } from '../core/span.ts';
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

/** Head words of what a figure counts, lower case; null when the sentence names nothing. */
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
  const before = tokens.filter((token) => token.end <= figure.start).slice(-9);
  if (unit !== 'count')
    return (unit === 'percent' || unit === 'fraction') && after[0]?.lower === 'of'
      ? headNoun(after.slice(1)).noun
      : null;
  const { noun, next } = headNoun(after);
  const passive = (noun === null ? null : outcome(noun)) ?? passiveOutcome(after.slice(next));
  return passive ?? activeOutcome(before) ?? noun;
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
  if (/^(?:of|the|its|his|her|their|our|other|more|-)$/.test(token.lower)) return true;
  return token.tag === 'VERB' && next?.tag === 'NOUN' && /(?:ed|ing)$/.test(token.lower);
}

/** "… (who) were (reportedly) killed", "… killed". */
function passiveOutcome(tokens: readonly TaggedToken[]): string | null {
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
  const words = tokens.map((token) => token.lower);
  const toll = words.lastIndexOf('toll');
  const links = /^(?:to|at|of|reached|hit|stands|is|was|passed|reaches|topped)$/;
  return toll !== -1 && links.test(words.at(-1) ?? '') ? 'dead' : null;
}
