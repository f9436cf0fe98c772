import type { Span } from '../core/span.ts';
import { isUnspaced, unspacedWords } from './unspaced-words.ts';

export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Lower case, without possessive ending, typographic apostrophes made plain. */
  readonly norm: string;
}

const APOSTROPHE = /['’]/;
const WORD = /\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{M}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** Words and numbers of a text with their offsets (UTF-16); punctuation is left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const spaced = !isUnspaced(text);
  for (const match of text.matchAll(WORD)) {
    let start = match.index;
    for (const word of spaced || !isUnspaced(match[0]) ? [match[0]] : unspacedWords(match[0])) {
      const lower = word.toLowerCase();
      const norm = APOSTROPHE.test(lower) ? lower.replaceAll('’', "'").replace(/'s?$/, '') : lower;
      tokens.push({ text: word, norm, start, end: start + word.length });
      start += word.length;
    }
  }
  return tokens;
}
