import { figuresAgree } from './figure-class.ts';
import type { StoryIndex, StorySentence } from './story-sentence.ts';

/** Sum of the idf weights of the terms that two ascending lists share. */
function sharedWeight(a: readonly number[], b: readonly number[], idf: readonly number[]): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) {
      sum += idf[left] ?? 0;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return sum;
}

/** Overlap of two sentences by idf weight over the geometric mean of their weights, 0 to 1. */
export function wordSimilarity(index: StoryIndex, a: StorySentence, b: StorySentence): number {
  if (a.weight === 0 || b.weight === 0) return 0;
  return sharedWeight(a.terms, b.terms, index.idf) / Math.sqrt(a.weight * b.weight);
}

/** True when both count the same thing and the numbers cannot both be right. */
export function figuresConflict(a: StorySentence, b: StorySentence): boolean {
  for (const left of a.figures) {
    const others = b.figures.filter(
      (right) => right.figure.unit === left.figure.unit && right.name === left.name,
    );
    if (others.length > 0 && !others.some((right) => figuresAgree(left.figure, right.figure))) return true;
  }
  return false;
}

function shareNames(a: StorySentence, b: StorySentence): boolean {
  if (a.names.length === 0 || b.names.length === 0) return true;
  return a.names.some((name) => b.names.includes(name));
}

function shareNumbers(a: StorySentence, b: StorySentence): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return true;
  return a.figures.some(({ figure: left }) =>
    b.figures.some(({ figure: right }) => left.unit === right.unit && figuresAgree(left, right)),
  );
}

/**
 * How far two sentences make the same claim, 0 to 1: overlap of words, lowered when no name or no number is common;
 * 0 when they give conflicting counts of one thing, quote different speakers, or one denies what the other says.
 */
export function claimSimilarity(index: StoryIndex, a: StorySentence, b: StorySentence): number {
  let similarity = wordSimilarity(index, a, b);
  if (similarity < 0.3) return 0;
  if (a.negated !== b.negated) return 0;
  if (figuresConflict(a, b)) return 0;
  if (a.mostlyQuote !== b.mostlyQuote && similarity < 0.6) return 0;
  if (!shareNames(a, b)) similarity *= 0.6;
  if (!shareNumbers(a, b)) similarity *= 0.7;
  return similarity;
}
