import type { Span } from '../core/span.ts';

export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Lower case, without possessive ending, typographic apostrophes made plain. */
  readonly norm: string;
}

const WORD = /\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{M}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** Words and numbers of a text with their offsets (UTF-16); punctuation is left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const norm = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
    tokens.push({ text: word, norm, start: match.index, end: match.index + word.length });
  }
  return tokens;
}
