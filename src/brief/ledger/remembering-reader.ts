import { contentHash } from '../../core/hash.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { ArticleReader, ArticleReading } from './article-reading.ts';
import { readArticle } from './read-article.ts';

/**
 * An article reader that keeps its last `limit` readings, for stories that are briefed again when one article more
 * comes in. A reading is known by all that it is made of, so that a corrected article is read anew.
 */
export function createArticleReader(limit: number): ArticleReader {
  const readings = new Map<string, ArticleReading>();
  return (source: LedgerArticle) => {
    const { article, annotation } = source;
    const key = contentHash(JSON.stringify([article.title, article.text, annotation]));
    const known = readings.get(key);
    const reading = known ?? readArticle(source);
    // Deleted and set again, so that the oldest entry is the one that was not asked for longest.
    readings.delete(key);
    readings.set(key, reading);
    const oldest = readings.keys().next();
    if (readings.size > limit && !oldest.done) readings.delete(oldest.value);
    return reading;
  };
}
