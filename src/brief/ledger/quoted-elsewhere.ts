import type { ArticleReading, SentenceReading } from './article-reading.ts';

/** So many words in a row are nobody's by chance. */
const RUN = 6;

function runAt(words: readonly string[], from: number): string {
  return words.slice(from, from + RUN).join(' ');
}

/**
 * Tells whether a sentence that stands without quotation marks is one that an article of the story has in them: a message or
 * statement that a page shows as it stood elsewhere. It opens and ends with runs of six words that are quoted somewhere.
 */
export function createQuotedElsewhere(
  readings: readonly ArticleReading[],
): (sentence: Pick<SentenceReading, 'words' | 'holder' | 'text'>) => boolean {
  const runs = new Set<string>();
  for (const { quotes } of readings)
    for (const { words } of quotes) for (let i = 0; i + RUN <= words.length; i++) runs.add(runAt(words, i));
  return ({ words, holder, text }) =>
    holder === null &&
    words.length >= RUN &&
    !/["“”]/.test(text) &&
    runs.has(runAt(words, 0)) &&
    runs.has(runAt(words, words.length - RUN));
}
