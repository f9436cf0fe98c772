import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { ArticleReader, ArticleReading } from './article-reading.ts';
import { readArticle } from './read-article.ts';

interface Kept {
  readonly source: LedgerArticle;
  readonly reading: ArticleReading;
}

/** True when both were read out of the same words and what is known of them, so that one reading serves both. */
function isSameReading(known: LedgerArticle, { article, annotation }: LedgerArticle): boolean {
  return (
    known.article.text === article.text &&
    known.article.title === article.title &&
    isDeepStrictEqual(known.annotation, annotation)
  );
}

/**
 * An article reader that keeps the readings it was last asked for, of `characters` of text together, for stories that are
 * briefed again when one article more comes in. An article is known by its id, and read anew when anything that its
 * reading is made of has changed.
 */
export function createArticleReader(characters: number): ArticleReader {
  const kept = new LRUCache<string, Kept>({ maxSize: characters });
  return (source: LedgerArticle) => {
    const { id, text } = source.article;
    const known = kept.get(id);
    if (known !== undefined && isSameReading(known.source, source)) return known.reading;
    const reading = readArticle(source);
    kept.set(id, { source, reading }, { size: Math.max(1, text.length) });
    return reading;
  };
}
