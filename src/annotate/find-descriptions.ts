import type { Mention, RoleDescription } from '../core/annotation.ts';
import { COURTESY, ROLE_NOUNS } from './role-nouns.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

/** Longest description, in tokens: beyond it an apposition has usually become a clause. */
const LONGEST = 14;

const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['gen.', 'general'],
  ['sen.', 'senator'],
  ['rep.', 'representative'],
  ['gov.', 'governor'],
  ['lt.', 'lieutenant'],
  ['col.', 'colonel'],
  ['capt.', 'captain'],
  ['sgt.', 'sergeant'],
  ['prof.', 'professor'],
  ['adm.', 'admiral'],
  ['cmdr.', 'commander'],
  ['maj.', 'major'],
]);

interface Found {
  /** Token range of the description. */
  readonly from: number;
  readonly to: number;
}

/** What the text says its people are: titles before the name, appositions on either side, "X is the …". */
export function findDescriptions(document: TextDocument, mentions: readonly Mention[]): RoleDescription[] {
  const found: RoleDescription[] = [];
  const nameAt = mentionsByToken(document, mentions);
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.sentence < 0) continue;
    const from = tokenAt(document, mention.start);
    const to = tokenAt(document, mention.end - 1) + 1;
    if (from < 0 || to <= 0) continue;
    const context = { document, mentions, nameAt, mention, from, to };
    for (const description of [
      beforeName(context),
      beforeComma(context),
      afterComma(context),
      afterIs(context),
    ]) {
      if (description !== null) found.push(toDescription(document, mention, description));
    }
  }
  return found.filter((one) => !isBareTitle(one.text) || !found.some((other) => isFuller(other, one)));
}

/** "President", "Capt.": a title and nothing besides. */
function isBareTitle(text: string): boolean {
  return /^\p{L}+\.?$/u.test(text);
}

function isFuller(other: RoleDescription, one: RoleDescription): boolean {
  return other.entity === one.entity && other.tense === one.tense && !isBareTitle(other.text);
}

interface Context {
  readonly document: TextDocument;
  readonly mentions: readonly Mention[];
  readonly nameAt: ReadonlyMap<number, Mention>;
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
}

function tokenAt(document: TextDocument, position: number): number {
  let low = 0;
  let high = document.tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = document.tokens[middle];
    if (token === undefined) return -1;
    if (position < token.start) high = middle - 1;
    else if (position >= token.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

function mentionsByToken(document: TextDocument, mentions: readonly Mention[]): ReadonlyMap<number, Mention> {
  const map = new Map<number, Mention>();
  for (const mention of mentions) {
    for (
      let index = tokenAt(document, mention.start);
      (document.tokens[index]?.start ?? mention.end) < mention.end;
      index += 1
    ) {
      map.set(index, mention);
    }
  }
  return map;
}

function isRole(token: TaggedToken | undefined): boolean {
  if (token === undefined) return false;
  const word = ABBREVIATED.get(token.lower) ?? token.lower;
  return (
    ROLE_NOUNS.has(word) ||
    ROLE_NOUNS.has(word.replace(/s$/, '')) ||
    (/(?:man|woman|person)$/.test(word) && word.length > 7)
  );
}

function isSingularRole(token: TaggedToken | undefined): boolean {
  return isRole(token) && !(token?.lower.endsWith('s') === true && !ROLE_NOUNS.has(token.lower));
}

/** "former Russian Prime Minister |Mikhail Kasyanov|": nouns and adjectives right before the name, an office last. */
function beforeName({ document, mention, from, nameAt }: Context): Found | null {
  const { tokens } = document;
  const last = tokens[from - 1];
  if (last === undefined || last.sentence !== mention.sentence) return null;
  const elect = /^(?:elect|designate)$/.test(last.lower) && tokens[from - 2]?.text === '-';
  if (!isSingularRole(elect ? tokens[from - 3] : last)) return null;
  let start = elect ? from - 3 : from - 1;
  while (from - start < LONGEST && belongsBefore(document, start - 1, mention, nameAt)) start -= 1;
  while (
    start < from - 1 &&
    (COURTESY.test(tokens[start]?.lower ?? '') || /^(?:['’]s|-|and)$/.test(tokens[start]?.text ?? ''))
  )
    start += 1;
  return { from: start, to: from };
}

function belongsBefore(
  document: TextDocument,
  index: number,
  mention: Mention,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const token = document.tokens[index];
  const next = document.tokens[index + 1];
  if (token === undefined || next === undefined || token.sentence !== mention.sentence) return false;
  if (nameAt.get(index)?.type === 'person') return false;
  if (nameAt.has(index)) return true;
  if (token.text === '-' || token.text === '&' || /^['’]s$/.test(token.text)) return true;
  if (/^(?:then|acting|former|ex|late|now|deputy|vice)$/.test(token.lower)) return true;
  if (/^(?:said|says|told|when|while|as|if|but|by|after)$/.test(token.lower)) return false;
  return (token.tag === 'NOUN' || token.tag === 'PROPN' || token.tag === 'ADJ') && !/day$/.test(token.lower);
}

/** "The US special envoy, |Steve Witkoff|, …" */
function beforeComma({ document, mention, from, to, nameAt }: Context): Found | null {
  const { tokens } = document;
  if (tokens[from - 1]?.text !== ',' || !/^[,.;]$/.test(tokens[to]?.text ?? '')) return null;
  for (let start = from - 2; start > from - LONGEST; start -= 1) {
    const token = tokens[start];
    if (token === undefined || token.sentence !== mention.sentence) return null;
    if (/^(?:the|a|an|its|his|her|their)$/.test(token.lower)) {
      return tokens.slice(start, from - 1).some(isSingularRole) ? { from: start, to: from - 1 } : null;
    }
    if (nameAt.get(start)?.type === 'person' || !isNounPhraseWord(token)) return null;
  }
  return null;
}

function isNounPhraseWord(token: TaggedToken): boolean {
  return /^(?:NOUN|PROPN|ADJ|ADP|PART|NUM)$/.test(token.tag) || /^(?:-|&|and|former|then)$/.test(token.lower);
}

/** "|Steve Witkoff|, the US special envoy, …": up to the next comma, with an office before any preposition. */
function afterComma({ document, mention, to, nameAt }: Context): Found | null {
  const { tokens } = document;
  let first = to;
  if (tokens[first]?.text !== ',' && !/^[–—(]$/.test(tokens[first]?.text ?? '')) return null;
  first += 1;
  // "Smith, 54, a farmer": the age is no part of it.
  if (/^\d{1,3}$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === ',') first += 2;
  return apposition(document, mention, first, nameAt);
}

/** "|X| is the president of Y": the same, after the copula; the past tense makes no statement of when. */
function afterIs({ document, mention, to, nameAt }: Context): Found | null {
  const word = document.tokens[to]?.lower;
  const next = document.tokens[to + 1]?.lower ?? '';
  const who = word === ',' && next === 'who' && document.tokens[to + 2]?.lower === 'is';
  if (!who && word !== 'is') return null;
  const first = who ? to + 3 : to + 1;
  if (!/^(?:the|a|an|now|currently)$/.test(document.tokens[first]?.lower ?? '')) return null;
  return apposition(document, mention, first, nameAt);
}

const APPOSITION_END = /^(?:[,;:.!?)–—“”"]|who|which|whose|that|whom)$/;
const NO_OPENING = /^(?:and|but|or|said|says|when|while|as|in|on|at|with|after|before|according)$/;

/** The noun phrase that starts at token `first`, when it holds an office before any preposition and no clause. */
function apposition(
  document: TextDocument,
  mention: Mention,
  first: number,
  nameAt: ReadonlyMap<number, Mention>,
): Found | null {
  const { tokens } = document;
  let end = first;
  while (tokens[end]?.sentence === mention.sentence && !APPOSITION_END.test(tokens[end]?.lower ?? ''))
    end += 1;
  const phrase = tokens.slice(first, end);
  if (phrase.length === 0 || phrase.length > LONGEST || phrase.some(isClauseWord)) return null;
  if (
    /^[“”"]$/.test(tokens[end]?.text ?? '') ||
    NO_OPENING.test(phrase[0]?.lower ?? '') ||
    phrase[0]?.tag === 'VERB'
  )
    return null;
  if (/^(?:and|or|of|the)$/.test(phrase.at(-1)?.lower ?? '')) return null;
  const preposition = phrase.findIndex((token) => token.tag === 'ADP' || token.lower === 'of');
  const head = preposition === -1 ? phrase : phrase.slice(0, preposition);
  if (!head.some(isSingularRole) || head.some((_, index) => nameAt.get(first + index)?.type === 'person'))
    return null;
  return { from: first, to: end };
}

/** A word that makes a clause of a phrase: an auxiliary, a pronoun, a verb that is no participle. */
function isClauseWord(token: TaggedToken): boolean {
  if (token.tag === 'AUX' || token.tag === 'PRON') return true;
  return token.tag === 'VERB' && !/(?:ing|ed)$/.test(token.lower);
}

function toDescription(document: TextDocument, mention: Mention, found: Found): RoleDescription {
  const start = document.tokens[found.from]?.start ?? mention.start;
  const end = document.tokens[found.to - 1]?.end ?? mention.end;
  const text = document.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    start: Math.min(start, mention.start),
    end: Math.max(end, mention.end),
    entity: mention.entity,
    text,
    office: text.split(' ').at(-1) ?? '',
    organisation: -1,
    asOf: null,
    tense: tenseOf(text),
    sentence: mention.sentence,
  };
}

function tenseOf(text: string): RoleDescription['tense'] {
  if (
    /\b(?:former|formerly|ex|then|late|onetime|one-time|ousted|deposed|disgraced|outgone|erstwhile|retired)\b/i.test(
      text,
    )
  )
    return 'former';
  if (/[-‑ ]elect\b|\bdesignate\b/i.test(text)) return 'elect';
  return /\b(?:acting|interim|caretaker)\b/i.test(text) ? 'acting' : 'current';
}
