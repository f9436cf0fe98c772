import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** Stemmed content words of a text, in order, with repetitions; stop words and single letters left out. */
export function contentTerms(text: string): string[] {
  const terms: string[] = [];
  for (const { norm } of tokenise(text)) {
    if (norm.length < 2 || STOP_WORDS.has(norm)) continue;
    terms.push(stem(norm));
  }
  return terms;
}
