import type { TaggedToken, TextDocument } from '../text-document.ts';
import { FIRST_NAMES } from './name-lexicon.ts';
import type { NameRange } from './split-run.ts';
import { hasCapital, type WordUse } from './word-use.ts';

/** A name of several words as it may come again. */
interface Repeated {
  readonly words: readonly string[];
}

/**
 * Names the tagger found at one place and missed at another, as happens at the head of a sentence and in headlines:
 * a longer name wherever it stands again, and the family name or distinguishing first word of one where it stands alone with a capital.
 */
export function repeatNames(document: TextDocument, ranges: readonly NameRange[], use: WordUse): NameRange[] {
  const { tokens } = document;
  const taken = new Uint8Array(tokens.length);
  for (const { from, to } of ranges) taken.fill(1, from, to);
  const known = knownNames(document, ranges, use);
  const added: NameRange[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || taken[at] === 1 || !hasCapital(token)) continue;
    const length = longestAt(tokens, taken, at, known.get(token.lower) ?? []);
    if (length === 0) continue;
    added.push({ from: at, to: at + length, title: null });
    at += length - 1;
  }
  return added.length === 0 ? [...ranges] : [...ranges, ...added].sort((a, b) => a.from - b.from);
}

function knownNames(
  document: TextDocument,
  ranges: readonly NameRange[],
  use: WordUse,
): Map<string, Repeated[]> {
  const known = new Map<string, Repeated[]>();
  const add = (words: readonly string[]) => {
    const first = words[0] ?? '';
    const list = known.get(first) ?? [];
    list.push({ words });
    known.set(first, list);
  };
  for (const { from, to } of ranges) {
    if (to - from < 2) continue;
    const words = document.tokens.slice(from, to).map(({ lower }) => lower);
    add(words);
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) if (isTelling(word, use)) add([word]);
  }
  return known;
}

/** A word that can hardly be anything but this name: no English word, no first name, never in lower case here. */
function isTelling(word: string, use: WordUse): boolean {
  return (
    word.length > 3 &&
    /^\p{L}+$/u.test(word) &&
    !use.lower.has(word) &&
    !use.isCommon(word) &&
    !FIRST_NAMES.has(word)
  );
}

function longestAt(
  tokens: readonly TaggedToken[],
  taken: Uint8Array,
  at: number,
  known: readonly Repeated[],
): number {
  let longest = 0;
  for (const { words } of known) {
    const fits = words.every(
      (word, offset) => tokens[at + offset]?.lower === word && taken[at + offset] === 0,
    );
    if (fits && tokens[at + words.length - 1]?.sentence === tokens[at]?.sentence)
      longest = Math.max(longest, words.length);
  }
  return longest;
}
