import { STOP_WORDS } from '../../nlp/stop-words.ts';
import type { DocumentSentence, TaggedToken, TextDocument } from '../text-document.ts';
import { CALENDAR, FIRST_NAMES, NOT_NAMES } from './name-lexicon.ts';
import { KNOWN_ORGANISATIONS, NATIONALITIES, PLACES } from './place-lexicon.ts';

/** True for words a dictionary of common English (or of the text's language) lists in lower case. */
export type CommonWords = (lower: string) => boolean;

/** How one article writes its words: what tells a name at the head of a sentence from a common word there. */
export interface WordUse {
  /** Occurrences in lower case. */
  readonly lower: ReadonlyMap<string, number>;
  /** Occurrences with a capital where no capital is due. */
  readonly capital: ReadonlyMap<string, number>;
  /** Tokens that stand where any word gets a capital: head of a sentence or quotation, headline in capitals. */
  readonly freeCapital: readonly boolean[];
  readonly isCommon: CommonWords;
}

const STARTS_UPPER = /^\p{Lu}/u;
const INNER_UPPER = /^\p{Ll}\p{Lu}\p{Ll}/u;
const HAS_LETTER = /\p{L}/u;

/** True for a text that begins with a capital letter. */
export function startsUpper(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : STARTS_UPPER.test(text);
}

/** True for "Word", "WORD" and "iWord". Asked many times of every token: most are decided by their first codes. */
export function hasCapital(token: TaggedToken | undefined): boolean {
  if (token === undefined) return false;
  const { text } = token;
  const first = text.charCodeAt(0);
  if (first < 0x80) {
    if (first >= 0x41 && first <= 0x5a) return true;
    if (first < 0x61 || first > 0x7a || text.length < 3) return false;
    const second = text.charCodeAt(1);
    if (second < 0x80 && (second < 0x41 || second > 0x5a)) return false;
  }
  return STARTS_UPPER.test(text) || INNER_UPPER.test(text);
}

export function isAcronym(token: TaggedToken): boolean {
  const second = token.text.charCodeAt(1);
  if (second >= 0x61 && second <= 0x7a) return false;
  return /^(?:\p{Lu}[\p{Lu}\p{N}&]+|(?:\p{Lu}\.){2,})$/u.test(token.text);
}

export function studyWordUse(document: TextDocument, isCommon: CommonWords): WordUse {
  const freeCapital = document.tokens.map(() => true);
  for (const sentence of document.sentences) markFreeCapitals(document, sentence, freeCapital);
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const [index, token] of document.tokens.entries()) {
    if (!HAS_LETTER.test(token.text)) continue;
    if (!hasCapital(token)) lower.set(token.lower, (lower.get(token.lower) ?? 0) + 1);
    else if (!freeCapital[index]) capital.set(token.lower, (capital.get(token.lower) ?? 0) + 1);
  }
  return { lower, capital, freeCapital, isCommon };
}

function markFreeCapitals(document: TextDocument, sentence: DocumentSentence, freeCapital: boolean[]): void {
  const headline = isHeadlineCase(document.tokens.slice(sentence.tokenStart, sentence.tokenEnd));
  let free = true;
  for (let index = sentence.tokenStart; index < sentence.tokenEnd; index += 1) {
    const text = document.tokens[index]?.text ?? '';
    freeCapital[index] = free || headline;
    if (HAS_LETTER.test(text)) free = false;
    else if (/^["“‘«„:•–—*]$/.test(text)) free = true;
  }
}

/** Headlines in capitals or in title case: nearly every longer word has a capital, so a capital says nothing. */
function isHeadlineCase(tokens: readonly TaggedToken[]): boolean {
  const long = tokens.filter((token) => HAS_LETTER.test(token.text) && token.text.length > 3);
  if (long.length < 3) return false;
  const capitals = long.filter(hasCapital).length;
  const ordinary = long.filter((token) => !STARTS_UPPER.test(token.text)).length;
  return capitals / long.length > 0.8 && (ordinary === 0 || long.length >= 8) && tokens.length >= 5;
}

/** True when the capital at this token is that of a name, as far as the word itself and its use in the article tell. */
export function isNameWord(document: TextDocument, use: WordUse, index: number): boolean {
  const token = document.tokens[index];
  if (token === undefined || !hasCapital(token)) return false;
  const word = token.lower;
  if (token.text.endsWith('$') || document.tokens[index + 1]?.text.startsWith('$')) return false;
  if (NOT_NAMES.has(word) || /^(?:i'\w+|[a-z]\.?)$/.test(word)) return /^\p{Lu}\.$/u.test(token.text);
  if (CALENDAR.has(word)) return false;
  if (STOP_WORDS.has(word)) return isAcronym(token) && (word === 'us' || word === 'who' || word === 'it');
  if (!use.freeCapital[index]) return token.tag !== 'DET' && token.tag !== 'PRON';
  return isNameAtHead(document, use, index);
}

function isNameAtHead(document: TextDocument, use: WordUse, index: number): boolean {
  const token = document.tokens[index];
  if (token === undefined) return false;
  const word = token.lower;
  if (isPartOfKnown(document, use, index, word)) return true;
  const lower = use.lower.get(word) ?? 0;
  if (isListed(word)) return lower === 0;
  if ((use.capital.get(word) ?? 0) > lower) return true;
  if (lower > 0) return false;
  const stem = word.replace(/(?:'s|s|ed|ing|ly)$/, '');
  if (!use.isCommon(word) && !use.isCommon(stem)) return token.tag !== 'ADV';
  return token.tag === 'PROPN' && hasCapital(document.tokens[index + 1]) && !use.freeCapital[index + 1];
}

function isListed(word: string): boolean {
  const plain = word.replaceAll('.', '');
  return (
    FIRST_NAMES.has(word) || PLACES.has(plain) || KNOWN_ORGANISATIONS.has(plain) || NATIONALITIES.has(word)
  );
}

/** One word of a listed place of two ("New York"), or what follows a first name where every word has a capital. */
function isPartOfKnown(document: TextDocument, use: WordUse, index: number, word: string): boolean {
  const before = document.tokens[index - 1]?.lower ?? '';
  const next = document.tokens[index + 1]?.lower ?? '';
  if (PLACES.has(`${word} ${next}`) || PLACES.has(`${before} ${word}`)) return true;
  return (
    use.freeCapital[index - 1] === true && FIRST_NAMES.has(before) && document.tokens[index]?.tag !== 'VERB'
  );
}
