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

export function countTerms(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
