import type { Mention } from '../core/annotation.ts';
import { CALENDAR } from './names/name-lexicon.ts';
import type { TaggedToken } from './text-document.ts';

/** Prepositions that make of what follows them the place, time or occasion of something said. */
const ADVERBIAL =
  /^(?:in|at|on|near|during|after|before|since|until|outside|inside|across|under|amid|throughout|aboard)$/;
/** Between a name and the verb it governs: "Moscow has also said". */
const BEFORE_VERB =
  /^(?:has|have|had|also|later|then|earlier|again|already|now|once|repeatedly|which|who|that|,)$/;
/** Papers speak for nobody, however they are called: "the Order said". */
export const PAPER = /^(?:order|memorandum|statute|charter|resolution|directive)$/;

/** Verbs besides "say" that news puts before their subject, and that have no person for an object. */
const TRANSPOSED =
  /^(?:added|adds|wrote|writes|tweeted|explained|explains|argued|argues|insisted|insists|recalled|recalls|replied|replies|quipped|remarked|joked|continued)$/;
const TIME_NOUN =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|today|yesterday|morning|afternoon|evening|night|weekend)$/;

/** True for words of time, which no one's name ends in. */
export function isTimeWord(token: TaggedToken): boolean {
  return TIME_NOUN.test(token.lower) || isCalendarWord(token);
}

/** True for months and days of the week as the calendar writes them, with a capital. */
function isCalendarWord(token: TaggedToken): boolean {
  return CALENDAR.has(token.lower) && /^\p{Lu}/u.test(token.text);
}

/** True when the token stands behind a preposition that makes an adverbial of it, an article between them or not. */
export function isAdverbial(tokens: readonly TaggedToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return false;
  if (/^(?:the|a|an|its|his|her|their)$/.test(before.lower)) return isAdverbial(tokens, index - 1);
  return ADVERBIAL.test(before.lower);
}

/**
 * Whether a name among the words beside a cue may be the one who speaks: persons may, bodies unless they only say
 * where, events and works may not. A place speaks for its government with the verb right behind it ("Moscow said"),
 * and a name of unknown type beside the verb.
 */
export function maySpeak(mention: Mention, tokens: readonly TaggedToken[], cueFollows: boolean): boolean {
  if (mention.type === 'person') return true;
  if (mention.type === 'event' || mention.type === 'work') return false;
  const first = tokens.findIndex((token) => token.start >= mention.start);
  const last = tokens.findLastIndex((token) => token.end <= mention.end);
  if (first === -1 || isAdverbial(tokens, first) || PAPER.test(tokens[last]?.lower ?? '')) return false;
  if (mention.type === 'organisation') return true;
  if (cueFollows) return tokens.slice(last + 1).every((token) => BEFORE_VERB.test(token.lower));
  return mention.type === 'other' && first <= 1;
}

/**
 * The words a cue hands its subject to, when the subject stands behind it: "…, said Anna Holm, the mayor." Null when
 * what follows is a clause ("Holm, the mayor, said the bridge was closed").
 */
export function invertedSubject(tokens: readonly TaggedToken[], at: number): readonly TaggedToken[] | null {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const plain = /^(?:said|says)$/.test(tokens[at]?.lower ?? '');
  if (!plain && !TRANSPOSED.test(tokens[at]?.lower ?? '')) return null;
  if (before !== undefined && !/^[,”"’»]$/.test(before.text)) return null;
  if (next === undefined || !/^(?:DET|ADJ|NOUN|PROPN)$/.test(next.tag) || isCalendarWord(next)) return null;
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex((token) => /^(?:[,.;:–—“"(]|who|whose|which|when)$/.test(token.lower));
  const phrase = end === -1 ? rest : rest.slice(0, end);
  const clause = phrase.some((token) => /^(?:VERB|AUX|PRON|SCONJ)$/.test(token.tag));
  // "wrote the book" has an object where "wrote Anna Holm" has a subject.
  const named = plain || phrase.some((token) => /^\p{Lu}/u.test(token.text));
  return clause || !named || phrase.length === 0 ? null : phrase;
}
