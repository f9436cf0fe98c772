import type { Quote } from '../../core/annotation.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { quotedWords } from '../sentence-words.ts';
import { holderOf } from './holder.ts';

/** A version whose speaker the text leaves open joins one with these words or more in an unbroken run. */
const LEAST_UNNAMED = 8;
/** Shorter quotations are single words in scare quotes, not somebody's statement. */
const MIN_WORDS = 4;

/** A quotation as one article cuts it. */
export interface QuoteVersion {
  /** Null when the text does not name one: such a version only joins others. */
  readonly speaker: string | null;
  /** The speaker's last name as a key; empty when nobody is named. */
  readonly key: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly citation: Citation;
}

/** What a quotation of an article says and who says it; null when it is indirect, too short or its span is not sound. */
export function quoteVersion({ article, annotation }: LedgerArticle, quote: Quote): QuoteVersion | null {
  const { start, end } = quote.content;
  const sentence = annotation.sentences[quote.sentence];
  if (quote.kind === 'indirect' || sentence === undefined) return null;
  if (!(start >= 0 && start < end && end <= article.text.length)) return null;
  const text = article.text.slice(start, end).replace(/\s+/g, ' ').trim();
  const words = quotedWords(text);
  if (words.length < MIN_WORDS) return null;
  const speaker = holderOf(annotation, article.text, sentence, [quote], [])?.name ?? null;
  if (speaker === null && words.length < LEAST_UNNAMED) return null;
  const key =
    normaliseName(speaker ?? '')
      .split(' ')
      .at(-1) ?? '';
  return { speaker, key, text, words, citation: { articleId: article.id, start, end } };
}
