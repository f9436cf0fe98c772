import type { Statement } from '../../core/briefing.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';

const ADDITION = /\[([^\]]*)\]\s*([\p{L}’'-]*)/gu;
const DAY =
  /^\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * What stands in brackets in a statement and is neither a day, nor in brackets in the cited article, nor first names
 * that the article gives with the name behind them.
 */
export function strangeAdditions(statement: Statement, article: LedgerArticle | undefined): string[] {
  const text = article?.article.text ?? '';
  return [...statement.text.matchAll(ADDITION)].flatMap(([, added = '', next = '']) => {
    if (DAY.test(added) || text.includes(`[${added}]`)) return [];
    return next !== '' && containsRun(quotedWords(text), quotedWords(`${added} ${next}`)) ? [] : [added];
  });
}
