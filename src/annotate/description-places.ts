import type { Mention, RoleDescription } from '../core/annotation.ts';
import { objectClause, officeClause, succession } from './office-clauses.ts';
import { isPluralRole, isRole, isSingularRole } from './office-phrase.ts';
import { COURTESY, OFFICE_OF } from './role-nouns.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

/** Longest description, in tokens: beyond it an apposition has usually become a clause. */
const LONGEST = 14;

/** A name, with the document around it. */
export interface Describing {
  readonly document: TextDocument;
  readonly nameAt: ReadonlyMap<number, Mention>;
  readonly mention: Mention;
  /** Token range of the name. */
  readonly from: number;
  readonly to: number;
}

/** Where a name is described: a token range, and what the words around it say of the time. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly tense: RoleDescription['tense'] | null;
  /** Words beside the range that tell its tense ("at the time"); null without any. */
  readonly tenseWords: string | null;
  readonly begins: boolean;
  /** Entity of the body named apart from the description ("Sen. Holm of Utah"); null where there is none. */
  readonly body: number | null;
}

function place(from: number, to: number, more: Partial<Place> = {}): Place {
  return { from, to, tense: null, tenseWords: null, begins: false, body: null, ...more };
}

/** All places that describe a name: title, apposition before or behind, statement by a verb. */
export function descriptionPlaces(describing: Describing): Place[] {
  const found = [
    beforeName(describing),
    beforeComma(describing),
    afterComma(describing),
    byVerb(describing),
    behindName(describing),
  ];
  return found.filter((one) => one !== null);
}

/** First token of the name itself: title words that the name took in are none of it ("Presidents |Viktor Adler|"). */
function nameStart({ document, from, to }: Describing): number {
  let start = from;
  while (to - start > 2 && isRole(document.tokens[start]) && /^\p{Lu}\p{Ll}/u.test(document.tokens[start]?.text ?? ''))
    start += 1;
  // "Chief of |Staff Colin Marsh|".
  if (start === from && to - from > 2 && isOfficeOf(document.tokens, from)) return from + 1;
  return start;
}

/** "Staff" in "chief of staff". */
function isOfficeOf(tokens: readonly TaggedToken[], index: number): boolean {
  return (
    OFFICE_OF.test(tokens[index]?.lower ?? '') && tokens[index - 1]?.lower === 'of' && isRole(tokens[index - 2])
  );
}

/** "former Russian Prime Minister |Mikhail Kasyanov|", "Senators |A| and |B|": nouns right before the name, an office last. */
function beforeName(describing: Describing): Place | null {
  const { document, mention } = describing;
  const start = nameStart(describing);
  const own = titleBefore(describing, start, isSingularRole);
  const found = own ?? listTitle(describing);
  if (found === null) return null;
  // "Sen. Holm of Utah": the place behind the name is that of the office.
  const of = document.tokens[describing.to];
  const name = of?.lower === 'of' ? describing.nameAt.get(describing.to + 1) : undefined;
  const isBody = name !== undefined && name.type !== 'person' && name.sentence === mention.sentence;
  return isBody ? { ...found, body: name.entity } : found;
}

function titleBefore(
  { document, mention, nameAt }: Describing,
  start: number,
  isTitle: (token: TaggedToken | undefined) => boolean,
): Place | null {
  const { tokens } = document;
  const last = tokens[start - 1];
  if (last === undefined || last.sentence !== mention.sentence) return null;
  const elect = /^(?:elect|designate)$/.test(last.lower) && tokens[start - 2]?.text === '-';
  const ofOffice = isOfficeOf(tokens, start - 1);
  let first = start - (elect || ofOffice ? 3 : 1);
  if (!isTitle(tokens[first])) return null;
  while (start - first < LONGEST && belongsBefore(tokens, first - 1, mention, nameAt)) first -= 1;
  while (first < start - 1 && isNoStart(tokens[first])) first += 1;
  return place(first, start);
}

function isNoStart(token: TaggedToken | undefined): boolean {
  return COURTESY.test(token?.lower ?? '') || /^(?:['’]s|-|and|&)$/.test(token?.text ?? '');
}

/** The title of a list that this name goes on with: "Presidents |A|, |B| and |C|". */
function listTitle(describing: Describing): Place | null {
  const { document, nameAt, mention } = describing;
  let index = describing.from - 1;
  for (let step = 0; step < 6; step += 1) {
    while (/^(?:,|and)$/.test(document.tokens[index]?.lower ?? '')) index -= 1;
    if (index === describing.from - 1) {
      const plural = titleBefore(describing, nameStart(describing), isPluralRole);
      if (plural !== null || step > 0) return plural;
      return null;
    }
    const before = nameAt.get(index);
    if (before === undefined || before.sentence !== mention.sentence || before.type === 'place') return null;
    let from = index;
    while (nameAt.get(from - 1) === before) from -= 1;
    const inner: Describing = { ...describing, from, to: index + 1 };
    const title = titleBefore(inner, nameStart(inner), isPluralRole);
    if (title !== null) return title;
    index = from - 1;
    if (!/^(?:,|and)$/.test(document.tokens[index]?.lower ?? '')) return null;
  }
  return null;
}

function belongsBefore(
  tokens: readonly TaggedToken[],
  index: number,
  mention: Mention,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined || token.sentence !== mention.sentence) return false;
  if (nameAt.get(index)?.type === 'person') return false;
  if (nameAt.has(index)) return true;
  if (token.text === '-' || token.text === '&' || /^['’]s$/.test(token.text)) return true;
  if (/^(?:then|acting|former|ex|late|now|deputy|vice|interim|outgoing|managing|executive|retired|ousted)$/.test(token.lower)) return true;
  if (/^(?:said|says|told|when|while|as|if|but|by|after|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(token.lower)) return false;
  return /^(?:NOUN|PROPN|ADJ)$/.test(token.tag) && !/day$/.test(token.lower);
}

/** "The US special envoy, |Steve Witkoff|, …", "Norland's prime minister, |Maria Varga|, …" */
function beforeComma(describing: Describing): Place | null {
  const { document, mention, to, nameAt } = describing;
  const { tokens } = document;
  let comma = describing.from - 1;
  // "The army chief, Gen. |Rashid Omar|": the rank stands between.
  while (comma > describing.from - 4 && tokens[comma]?.text !== ',' && isSingularRole(tokens[comma])) comma -= 1;
  if (tokens[comma]?.text !== ',' || !/^[,.;]$|^['’]s$/.test(tokens[to]?.text ?? '')) return null;
  let start = comma;
  while (comma - start < LONGEST && tokens[start - 1]?.sentence === mention.sentence) {
    const token = tokens[start - 1];
    if (token === undefined || !isPhraseWord(tokens, start - 1, nameAt)) break;
    start -= 1;
    if (/^(?:the|a|an|its|his|her|their|our|my)$/.test(token.lower)) break;
  }
  return phraseBefore(tokens, start, comma, describing);
}

/** The phrase before a comma, when an office stands before its first preposition and it opens as a phrase does. */
function phraseBefore(
  tokens: readonly TaggedToken[],
  first: number,
  comma: number,
  { nameAt, mention }: Describing,
): Place | null {
  let start = first;
  while (start < comma && (tokens[start]?.tag === 'ADP' || isNoStart(tokens[start]))) start += 1;
  const opening = tokens[start];
  if (opening === undefined || start === comma) return null;
  const owner = nameAt.get(start);
  const isOwned = /^(?:the|a|an|its|his|her|their|our|my)$/.test(opening.lower) || owner !== undefined;
  const isStart = tokens[start - 1]?.sentence !== mention.sentence;
  if (!isOwned && !isStart) return null;
  if (owner?.type === 'person' && !possesses(tokens, start, nameAt, owner)) return null;
  const preposition = prepositionIn(tokens, start, comma);
  return hasSingularRole(tokens, start, preposition) ? place(start, comma) : null;
}

function possesses(
  tokens: readonly TaggedToken[],
  start: number,
  nameAt: ReadonlyMap<number, Mention>,
  owner: Mention,
): boolean {
  let index = start;
  while (nameAt.get(index) === owner) index += 1;
  return /^['’]s?$/.test(tokens[index]?.text ?? '');
}

function prepositionIn(tokens: readonly TaggedToken[], from: number, to: number): number {
  for (let index = from; index < to; index += 1)
    if (tokens[index]?.tag === 'ADP' || tokens[index]?.lower === 'of') return index;
  return to;
}

function hasSingularRole(tokens: readonly TaggedToken[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (isSingularRole(tokens[index])) return true;
  return false;
}

function isPhraseWord(
  tokens: readonly TaggedToken[],
  index: number,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (nameAt.has(index)) return nameAt.get(index)?.type !== 'person' || ownsNext(tokens, index, nameAt);
  if (/^(?:NOUN|PROPN|ADJ|PART|NUM|DET)$/.test(token.tag) || /^(?:-|&|and|former|then|acting|managing|['’]s)$/.test(token.lower)) return true;
  return /^(?:of|for|at|to|in)$/.test(token.lower) || isSingularRole(token);
}

function ownsNext(
  tokens: readonly TaggedToken[],
  index: number,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const name = nameAt.get(index);
  return name !== undefined && possesses(tokens, index, nameAt, name);
}

/** "|Steve Witkoff|, the US special envoy, …": up to the next comma, with an office before any preposition. */
function afterComma(describing: Describing): Place | null {
  const { document, mention, to } = describing;
  const { tokens } = document;
  let first = to;
  if (!/^[,–—(-]$/.test(tokens[first]?.text ?? '')) return null;
  if (tokens[first]?.text === '-' && tokens[first]?.start === mention.end) return null;
  first += 1;
  // "Smith, 54, a farmer": the age is no part of it.
  if (/^\d{1,3}$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === ',') first += 2;
  if (tokens[first]?.lower === 'one' && tokens[first + 1]?.lower === 'of') return apposition(describing, first, true);
  return apposition(describing, first, false);
}

/** "|X| was appointed finance minister", "|X| is the president": a statement by a verb. */
function byVerb(describing: Describing): Place | null {
  const { document, mention, from, to } = describing;
  const { tokens } = document;
  const clause =
    officeClause(tokens, to, mention.sentence, tokens[from - 1]) ??
    succession(tokens, to, mention.sentence) ??
    objectClause(tokens, from, to, mention.sentence);
  if (clause === null) return null;
  const found = apposition(describing, clause.first, false);
  return found === null ? null : { ...found, tense: clause.tense, begins: clause.begins };
}

/** "Emma Thorne |MP|". */
function behindName({ document, mention, to }: Describing): Place | null {
  const token = document.tokens[to];
  return token?.text === 'MP' && token.sentence === mention.sentence ? place(to, to + 1) : null;
}

const APPOSITION_END =
  /^(?:[,;:.!?)–—“”"(]|who|which|whose|that|whom|when|where|while|by|after|before|because|during|under|following|amid)$/;
const NO_OPENING =
  /^(?:and|but|or|said|says|when|while|as|in|on|at|with|after|before|according|along|like|unlike|not|among|both|including|for|to|from|of)$/;
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|last|next|this|earlier)$/;

/** The noun phrase that starts at token `first`, when it holds an office before any preposition and no clause. */
function apposition(describing: Describing, first: number, isOneOf: boolean): Place | null {
  const { document, mention, nameAt } = describing;
  const { tokens } = document;
  let end = first;
  while (tokens[end]?.sentence === mention.sentence && !APPOSITION_END.test(tokens[end]?.lower ?? '')) end += 1;
  const untilEnd = cutTime(tokens, first, end);
  const phrase = tokens.slice(first, untilEnd);
  if (phrase.length === 0 || phrase.length > LONGEST || phrase.some(isClauseWord)) return null;
  if (!opensWell(tokens, first, end, phrase)) return null;
  const from = isOneOf ? first + 2 : first;
  const preposition = prepositionIn(tokens, from + (/^until$/.test(tokens[from]?.lower ?? '') ? 2 : 0), untilEnd);
  if (!hasOffice(tokens, from, preposition, isOneOf)) return null;
  for (let index = from; index < preposition; index += 1)
    if (nameAt.get(index)?.type === 'person' && !ownsNext(tokens, index, nameAt)) return null;
  const rest = document.text.slice(tokens[untilEnd]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  return place(from, untilEnd, { tenseWords: untilEnd < end && rest !== '' ? `${rest},` : null });
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
  for (let index = first + 1; index < end; index += 1) {
    const word = tokens[index]?.lower ?? '';
    const next = tokens[index + 1]?.lower ?? '';
    if (CALENDAR.test(word) && tokens[index]?.tag !== 'ADJ') return index;
    if (/^(?:since|until|till)$/.test(word)) return index;
    if (/^(?:in|from|on|between|during)$/.test(word) && (/^(?:19|20)\d\d$/.test(next) || CALENDAR.test(next))) return index;
    if (word === 'at' && next === 'the' && tokens[index + 2]?.lower === 'time') return index;
    if (word === 'for' && /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|nearly|more|the)$/.test(next) && isYears(tokens, index, end)) return index;
  }
  return end;
}

function isYears(tokens: readonly TaggedToken[], from: number, end: number): boolean {
  for (let index = from; index < Math.min(end, from + 6); index += 1)
    if (/^(?:years?|months?|decades?|weeks?)$/.test(tokens[index]?.lower ?? '')) return true;
  return false;
}

/** A word that makes a clause of a phrase: an auxiliary, a pronoun, a verb that is no participle. */
function isClauseWord(token: TaggedToken): boolean {
  if (isRole(token)) return false;
  if (token.tag === 'AUX' || (token.tag === 'PRON' && !/^(?:his|her|its|their|one|our|my)$/.test(token.lower))) return true;
  return token.tag === 'VERB' && !/(?:ing|ed)$/.test(token.lower);
}
