import type { TaggedToken, TextDocument } from '../text-document.ts';
import { SHIP_NOUNS, SHIP_TITLES } from './name-lexicon.ts';
import { startsUpper } from './word-use.ts';

const PREFIX = /^(?:MV|SS|HMS|USS|RMS|FV|HMCS|HMAS)$/;

/** True when the words before token `from`, or a prefix at it, say that a ship is named there. */
export function isShipNamed(tokens: readonly TaggedToken[], from: number): boolean {
  if (PREFIX.test(tokens[from]?.text ?? '')) return true;
  const word = (offset: number) => tokens[from - offset]?.lower ?? '';
  if (isShipWord(word(1))) return true;
  if (/^(?:called|named)$/.test(word(1))) return SHIP_NOUNS.has(word(2));
  return word(1) === 'the' && (isShipWord(word(2)) || (word(2) === ',' && SHIP_NOUNS.has(word(3))));
}

function isShipWord(lower: string): boolean {
  return SHIP_NOUNS.has(lower) || lower === 'aboard';
}

/**
 * Words that look like a title and a name and are the name of a ship in this text ("lady aurelie"), because they stand
 * somewhere behind "the" or behind a word for a ship.
 */
export function shipTitles(document: TextDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (let index = 0; index < document.tokens.length; index += 1) {
    const token = document.tokens[index];
    if (token === undefined || !startsUpper(token.text) || !SHIP_TITLES.has(token.lower)) continue;
    const next = document.tokens[index + 1];
    if (!isCapitalised(token) || !isCapitalised(next)) continue;
    const article = document.tokens[index - 1]?.lower === 'the';
    if (article || isShipNamed(document.tokens, index)) found.add(`${token.lower} ${next?.lower ?? ''}`);
  }
  return found;
}

function isCapitalised(token: TaggedToken | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
}
