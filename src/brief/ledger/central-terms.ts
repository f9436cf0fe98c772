import { stem } from '../../nlp/stem.ts';
import { STOP_WORDS } from '../../nlp/stop-words.ts';
import { contentTerms } from '../../nlp/terms.ts';

const TITLE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
const LEAD_SENTENCES = 3;

/** One article as words: its title and its sentences in order. */
export interface ArticleWords {
  readonly title: string;
  readonly sentences: readonly (readonly string[])[];
}

function stemsOf(words: readonly string[]): string[] {
  return words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)).map(stem);
}

/** How present each stem is in one article: title and lead count more than the body. */
export function termShare({ title, sentences }: ArticleWords): ReadonlyMap<string, number> {
  const share = new Map<string, number>();
  for (const words of sentences)
    for (const term of stemsOf(words)) share.set(term, (share.get(term) ?? 0) + 1);
  for (const [term, count] of share) share.set(term, Math.log2(1 + count));
  for (const term of new Set(sentences.slice(0, LEAD_SENTENCES).flatMap(stemsOf)))
    share.set(term, (share.get(term) ?? 0) + LEAD_WEIGHT);
  for (const term of new Set(contentTerms(title))) share.set(term, (share.get(term) ?? 0) + TITLE_WEIGHT);
  return share;
}

/**
 * What a story is about: per stem, how present it is over the independent articles, as a share of the strongest stem
 * (0 to 1).
 */
export function centralTerms(shares: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const share of shares)
    for (const [term, weight] of share) sums.set(term, (sums.get(term) ?? 0) + weight);
  let top = 0;
  for (const weight of sums.values()) top = Math.max(top, weight);
  const central = new Map<string, number>();
  for (const [term, weight] of sums) central.set(term, top === 0 ? 0 : weight / top);
  return central;
}
