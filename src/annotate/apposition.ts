import { type Describing, LONGEST, ownsNext, type Place, place, prepositionIn } from './described-name.ts';
import { isRole, isSingularRole } from './office-phrase.ts';
import type { TaggedToken } from './text-document.ts';

const APPOSITION_END =
  /^(?:[,;:.!?)–—“”"(]|who|which|whose|that|whom|when|where|while|by|after|before|because|during|under|following|amid)$/;
const NO_OPENING =
  /^(?:and|but|or|said|says|when|while|as|in|on|at|with|after|before|according|along|like|unlike|not|among|both|including|for|to|from|of)$/;
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|last|next|this|earlier)$/;

/** The noun phrase that starts at token `first`, when it holds an office before any preposition and no clause. */
export function apposition(describing: Describing, first: number, isOneOf: boolean): Place | null {
  const { document, mention } = describing;
  const { tokens } = document;
  let end = first;
  while (tokens[end]?.sentence === mention.sentence && !APPOSITION_END.test(tokens[end]?.lower ?? ''))
    end += 1;
  const to = cutTime(tokens, first, end);
  const phrase = tokens.slice(first, to);
  if (phrase.length === 0 || phrase.length > LONGEST || phrase.some(isClauseWord)) return null;
  if (!opensWell(tokens, first, end, phrase)) return null;
  const isPast = tokens[first]?.lower === 'until' && tokens[first + 1]?.lower === 'recently';
  const from = isOneOf || isPast ? first + 2 : first;
  if (!isOfOne(describing, from, prepositionIn(tokens, from, to), isOneOf)) return null;
  if (isPast) return place(from, to, { tenseWords: 'until recently' });
  const rest = to < end ? document.text.slice(tokens[to]?.start, tokens[end - 1]?.end) : '';
  return place(from, to, { tenseWords: rest === '' ? null : rest });
}

/** True when the head names an office of one, and no other person. */
function isOfOne({ document, nameAt }: Describing, from: number, to: number, isOneOf: boolean): boolean {
  if (!hasOffice(document.tokens, from, to, isOneOf)) return false;
  for (let index = from; index < to; index += 1)
    if (nameAt.get(index)?.type === 'person' && !ownsNext(document.tokens, index, nameAt)) return false;
  return true;
}

function hasOffice(tokens: readonly TaggedToken[], from: number, to: number, isOneOf: boolean): boolean {
  for (let index = from; index < to; index += 1)
    if (isOneOf ? isRole(tokens[index]) : isSingularRole(tokens[index])) return true;
  return false;
}

function opensWell(
  tokens: readonly TaggedToken[],
  first: number,
  end: number,
  phrase: readonly TaggedToken[],
): boolean {
  if (/^[“”"]$/.test(tokens[end]?.text ?? '') || NO_OPENING.test(phrase[0]?.lower ?? '')) return false;
  if (phrase[0]?.tag === 'VERB' && !isRole(phrase[1]) && !isRole(phrase[0])) return false;
  return tokens[first - 1] !== undefined && !/^(?:and|or|of|the)$/.test(phrase.at(-1)?.lower ?? '');
}

/** The end of the description before "since 2022", "from 2016 to 2020", "on Sunday", "in 2015", "at the time". */
function cutTime(tokens: readonly TaggedToken[], first: number, end: number): number {
  for (let index = first + 1; index < end; index += 1) if (isTime(tokens, index, end)) return index;
  return end;
}

function isTime(tokens: readonly TaggedToken[], index: number, end: number): boolean {
  const word = tokens[index]?.lower ?? '';
  const next = tokens[index + 1]?.lower ?? '';
  if (CALENDAR.test(word)) return tokens[index]?.tag !== 'ADJ';
  if (/^(?:since|until|till)$/.test(word)) return true;
  if (/^(?:in|from|on|between|during)$/.test(word))
    return /^(?:19|20)\d\d$/.test(next) || CALENDAR.test(next);
  if (word === 'at') return next === 'the' && tokens[index + 2]?.lower === 'time';
  return word === 'for' && LENGTH.test(next) && isYears(tokens, index, end);
}
const LENGTH = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|nearly|more|the)$/;

function isYears(tokens: readonly TaggedToken[], from: number, end: number): boolean {
  for (let index = from; index < Math.min(end, from + 6); index += 1)
    if (/^(?:years?|months?|decades?|weeks?)$/.test(tokens[index]?.lower ?? '')) return true;
  return false;
}

/** A word that makes a clause of a phrase: an auxiliary, a pronoun, a verb that is no participle. */
function isClauseWord(token: TaggedToken): boolean {
  if (isRole(token) || /^(?:designate|elect)$/.test(token.lower)) return false;
  if (
    token.tag === 'AUX' ||
    (token.tag === 'PRON' && !/^(?:his|her|its|their|one|our|my)$/.test(token.lower))
  )
    return true;
  return token.tag === 'VERB' && !/(?:ing|ed)$/.test(token.lower);
}
