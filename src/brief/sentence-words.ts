import { spansOverlap } from '../core/span.ts';
import { stem } from '../nlp/stem.ts';
import { STOP_WORDS } from '../nlp/stop-words.ts';
import { type Token, tokenise } from '../nlp/tokens.ts';

const NEAR_IDENTICAL = 0.7;

/** Bracketed additions of an editor, "[14 December]", with the blank before them. */
const BRACKETED = /\s*\[[^\]]*\]/g;

/** All words of a text in order, lower case, without bracketed additions: what a quotation is compared by. */
export function quotedWords(text: string): string[] {
  return tokenise(text.replace(BRACKETED, '')).map((token) => token.norm);
}

/** Those tokens of a text that no editor has put in brackets. */
export function outsideBrackets(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!text.includes('[')) return tokens;
  const bracketed = [...text.matchAll(BRACKETED)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return tokens.filter((token) => !bracketed.some((span) => spansOverlap(span, token)));
}

/** True when `part` occurs in `whole` as one unbroken run of words. */
export function containsRun(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  const last = whole.length - part.length;
  for (let start = 0; start <= last; start++) {
    let matched = 0;
    while (matched < part.length && whole[start + matched] === part[matched]) matched++;
    if (matched === part.length) return true;
  }
  return false;
}

/** Distinct content stems of words as `quotedWords` gives them; numbers count as stems. */
export function stemsOfWords(words: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of words) {
    if (STOP_WORDS.has(word) || (word.length < 2 && !/\d/.test(word))) continue;
    stems.add(stem(word));
  }
  return stems;
}

/** Distinct content stems of a text. */
export function contentStems(text: string): ReadonlySet<string> {
  return stemsOfWords(quotedWords(text));
}

/** Per stem, how many of the sets have it. */
export function countStems(sets: Iterable<ReadonlySet<string>>): ReadonlyMap<string, number> {
  const having = new Map<string, number>();
  for (const set of sets) for (const stem of set) having.set(stem, (having.get(stem) ?? 0) + 1);
  return having;
}

/** Share of the smaller set that the larger one holds, and share of both that is common: each 0 to 1. */
export function stemOverlap(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { readonly contained: number; readonly jaccard: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const term of small) if (large.has(term)) shared++;
  const union = a.size + b.size - shared;
  return {
    contained: small.size === 0 ? 0 : shared / small.size,
    jaccard: union === 0 ? 0 : shared / union,
  };
}

function numbersOf(stems: ReadonlySet<string>): string {
  return [...stems]
    .filter((term) => /^\d/.test(term))
    .sort()
    .join(' ');
}

/**
 * Whether a reader would take two sentences for the same one: equal content words, or seven in ten of them in common
 * with the same numbers. Two sentences that give different numbers are never the same.
 */
export function isSameSentence(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  // Sets of sizes so unlike cannot have so much in common; most pairs are told apart by that.
  if (Math.min(a.size, b.size) < NEAR_IDENTICAL * Math.max(a.size, b.size)) return false;
  return stemOverlap(a, b).jaccard >= NEAR_IDENTICAL && numbersOf(a) === numbersOf(b);
}

/** Words without which a sentence says the opposite. */
const NEGATES =
  /^(?:not|no|never|cannot|nor|neither|nobody|none|without|denied|denies|deny|denying|falsely)$|n't$/;

/** True for a word without which a sentence says the opposite. `word` is as `quotedWords` gives it. */
export function isDenial(word: string): boolean {
  return NEGATES.test(word);
}
