import type { ArticlePassages } from '../../core/library.ts';
import { wordCount } from '../format/words.ts';
import type { CitedPlace } from './cited.ts';
import { excerptOf, sentencesOf, shownRange } from './excerpt.ts';

/** Where an article is cited, with the words where they may be shown. */
export interface CitedPassage {
  readonly start: number;
  readonly end: number;
  /** Sections of the story page that cite it. */
  readonly sections: readonly string[];
  /** Null when the limit on excerpts is used up. */
  readonly words: string | null;
}

/** The opening of an article that no story cites: a quarter of it at most, and at most this many words. */
const OPENING_WORDS = 120;
const OPENING_SHARE = 1 / 4;

/**
 * Every cited span of an article in the order of its text, each once. The spans come from the story's briefing, so
 * no address can be made up that shows more of the article.
 */
export function citedPassages(
  passages: ArticlePassages,
  places: readonly CitedPlace[],
): readonly CitedPassage[] {
  const own = places.filter(({ citation }) => citation.articleId === passages.article.id);
  const sentences = sentencesOf(passages);
  const excerpt = excerptOf(passages, own);
  const words = (start: number, end: number) => passages.text.slice(start, end).replace(/\s+/g, ' ');
  const spans = Map.groupBy(own, ({ citation }) => `${citation.start}-${citation.end}`);
  return [...spans.values()]
    .flatMap((group) => {
      const citation = group[0]?.citation;
      if (citation === undefined) return [];
      const { start, end } = citation;
      return {
        start,
        end,
        sections: [...new Set(group.map(({ section }) => section))],
        words: shownRange(sentences, citation, excerpt) === null ? null : words(start, end),
      };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first sentences of an article, as far as the limit for articles without citations goes; may be empty. */
export function openingOf(passages: ArticlePassages): string {
  const limit = Math.min(OPENING_WORDS, wordCount(passages.text) * OPENING_SHARE);
  let opening = '';
  for (const { start, end } of sentencesOf(passages)) {
    const longer = `${opening} ${passages.text.slice(start, end)}`.trim();
    if (wordCount(longer) > limit) break;
    opening = longer;
  }
  return opening.replace(/\s+/g, ' ');
}
