import type { ArticlePassages } from '../../core/library.ts';
import type { Span } from '../../core/span.ts';
import { wordCount } from '../format/words.ts';
import type { CitedPlace } from './cited.ts';

/**
 * How much of one article the site may show as passages, on all its pages together: never more than half of its words
 * and never more than 300. House rule of 2026-11-23, not a tuned value: a cited sentence can be read with its
 * neighbours, while the original stays the place to read the article.
 */
const SHARE = 1 / 2;
const LIMIT_WORDS = 300;

/** The sentences of one article that may be shown, the same on every page: indexes into `sentences`. */
export type Excerpt = ReadonlySet<number>;

/** Sentence boundaries, or the blocks of the text where the article has none. */
export function sentencesOf(passages: ArticlePassages): readonly Span[] {
  if (passages.sentences.length > 0) return passages.sentences;
  return [...passages.text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** First and last sentence that a span touches; null when it lies in none. */
export function sentenceRange(sentences: readonly Span[], span: Span): readonly [number, number] | null {
  const first = sentences.findIndex((sentence) => sentence.end > span.start);
  const last = sentences.findLastIndex((sentence) => sentence.start < span.end);
  return first < 0 || last < first ? null : [first, last];
}

/** The sentences that a span touches when all of them may be shown, else null. */
export function shownRange(
  sentences: readonly Span[],
  span: Span,
  excerpt: Excerpt,
): readonly [number, number] | null {
  const range = sentenceRange(sentences, span);
  if (range === null) return null;
  for (let index = range[0]; index <= range[1]; index++) if (!excerpt.has(index)) return null;
  return range;
}

/** Words of the article that may be shown in all. A long text is counted only as far as more words change nothing. */
function budgetOf(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/\S+/g)) {
    words += 1;
    if (words * SHARE >= LIMIT_WORDS) return LIMIT_WORDS;
  }
  return words * SHARE;
}

/**
 * Chooses what of an article is shown: first the cited sentences by weight, then one neighbour on each side, until
 * the budget is used up. The first cited sentence is always shown.
 */
export function excerptOf(passages: ArticlePassages, places: readonly CitedPlace[]): Excerpt {
  const sentences = sentencesOf(passages);
  const budget = budgetOf(passages.text);
  const shown = new Set<number>();
  let used = 0;
  const show = (index: number): void => {
    const sentence = sentences[index];
    if (sentence === undefined || shown.has(index)) return;
    const words = wordCount(passages.text.slice(sentence.start, sentence.end));
    if (shown.size > 0 && used + words > budget) return;
    shown.add(index);
    used += words;
  };
  const ranges = places
    .filter(({ citation }) => citation.articleId === passages.article.id)
    .sort((a, b) => a.weight - b.weight)
    .flatMap(({ citation }) => {
      const range = sentenceRange(sentences, citation);
      return range === null ? [] : [range];
    });
  for (const [first, last] of ranges) for (let index = first; index <= last; index++) show(index);
  for (const [first, last] of ranges) for (const index of [first - 1, last + 1]) show(index);
  return shown;
}

/** Excerpts of all articles of a story. */
export function storyExcerpts(
  articles: readonly ArticlePassages[],
  places: readonly CitedPlace[],
): ReadonlyMap<string, Excerpt> {
  const byArticle = Map.groupBy(places, ({ citation }) => citation.articleId);
  return new Map(
    articles.map((passages) => [
      passages.article.id,
      excerptOf(passages, byArticle.get(passages.article.id) ?? []),
    ]),
  );
}
