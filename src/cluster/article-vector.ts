import type { Fingerprint } from '../core/story.ts';
import type { TermTable } from './term-table.ts';

/**
 * One article as a vector of unit length over terms and names. `weights` are TF-IDF; `counts` are the same without
 * the idf, so that a sum of them can be weighed again when more has been read.
 */
export interface ArticleVector {
  /** Numbers of the TermTable. */
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly counts: readonly number[];
  /** How many of the entries, the first ones, are terms; the others are names. */
  readonly terms: number;
}

/**
 * Terms and names are each brought to unit length, then joined so that names hold `nameShare` of the squared length;
 * where an article has only one of the two, that one holds all.
 */
export function articleVector(article: Fingerprint, table: TermTable, nameShare: number): ArticleVector {
  const ids: number[] = [];
  const counts: number[] = [];
  for (const [term, weight] of article.terms) {
    ids.push(table.termId(term));
    counts.push(weight);
  }
  const terms = ids.length;
  for (const [name, count] of article.names) {
    ids.push(table.nameId(name));
    counts.push(1 + Math.log(Math.max(1, count)));
  }
  const weights = counts.map((count, i) => count * table.weight(ids[i] ?? 0));
  const share = terms === ids.length ? 0 : terms === 0 ? 1 : nameShare;
  const termScale = Math.sqrt(1 - share) / length(weights, 0, terms);
  const nameScale = Math.sqrt(share) / length(weights, terms, weights.length);
  const scale = (value: number, i: number) => value * (i < terms ? termScale : nameScale);
  return { ids, weights: weights.map(scale), counts: counts.map(scale), terms };
}

/** Euclidean length of a part of a vector; 1 for an empty part, so that it can be divided by. */
function length(weights: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (weights[i] ?? 0) ** 2;
  return Math.sqrt(sum) || 1;
}
