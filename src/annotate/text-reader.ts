import type { TextReader } from '../core/written.ts';
import type { AnnotateTools } from './annotate-tools.ts';
import { findDates } from './find-dates.ts';
import { findDescriptions } from './find-descriptions.ts';
import { findFigures } from './find-figures.ts';
import { findQuotes } from './find-quotes.ts';
import { readNames } from './names/read-names.ts';
import { studyWordUse } from './names/word-use.ts';
import { buildDocument } from './text-document.ts';

/**
 * Reads English texts as articles are read, without judging them: names, figures, quotations, dates and what people are
 * said to be, with the words and their parts of speech. For checking what was written against what was reported.
 */
export function createTextReader(tools: AnnotateTools): TextReader {
  return (text, publishedAt) => {
    const document = buildDocument(text, 'en', tools.tagEnglish);
    const { entities, mentions: all } = readNames(
      document,
      studyWordUse(document, tools.isCommonEnglish),
      tools.names,
    );
    const mentions = all.filter(({ kind }) => kind !== 'demonym');
    const dates = findDates(document, publishedAt, tools.dateParser('en'), 'en');
    const quotes = findQuotes(document, mentions, tools.quoteModel);
    return {
      words: document.tokens,
      sentences: document.sentences,
      entities,
      mentions: all,
      dates,
      quotes,
      figures: findFigures(document, { names: mentions, dates, quotes, publishedAt }),
      descriptions: findDescriptions(document, { mentions, entities, quotes, dates, publishedAt }),
    };
  };
}
