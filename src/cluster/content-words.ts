import { contentTerms } from '../nlp/terms.ts';
import { tokenise } from '../nlp/tokens.ts';

/** Scripts that are written without spaces between words. */
const UNSEGMENTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Every word of a text in order, lower case, function words included: what shingles are made of. A longer word of a
 * script without word spaces gives its overlapping pairs of characters, the usual unit of retrieval for such scripts.
 */
export function allWords(text: string): string[] {
  return tokenise(text).flatMap((token) => splitRun(token.norm));
}

/** Stemmed content words of a text in order, runs without word spaces again as pairs of characters. */
export function contentWords(text: string): string[] {
  return contentTerms(text).flatMap(splitRun);
}

function splitRun(word: string): string[] {
  if (!UNSEGMENTED.test(word)) return word === '' ? [] : [word];
  const characters = Array.from(word);
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}
