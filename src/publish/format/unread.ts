import type { Reading } from '../../core/annotation.ts';
import type { Unread } from '../../core/library.ts';
import { counted, languageName, listed } from './words.ts';

const IN_WORDS: Readonly<Record<Reading, string>> = {
  roles: 'what each sentence does for the story',
  names: 'names that the knowledge base does not hold',
  descriptions: 'who is what',
  figures: 'figures',
  dates: 'dates',
  'indirect-speech': 'speech without quotation marks',
  'loaded-words': 'loaded words',
  tone: 'tone',
};

const inWords = (missing: readonly Reading[]): string => listed(missing.map((reading) => IN_WORDS[reading]));

/** "This article is in German. Not read out of it: figures and tone." Null where everything is read. */
export function unreadOfArticle(unread: Unread | undefined): string | null {
  if (unread === undefined || unread.missing.length === 0) return null;
  const language =
    unread.language === 'und'
      ? 'The language of this article could not be told.'
      : `This article is in ${languageName(unread.language)}.`;
  return `${language} Not read out of it: ${inWords(unread.missing)}.`;
}

/**
 * "Read in part only: 2 articles in German and 1 in Arabic. Not read out of them: …", so that what such articles say is
 * not missed on the page in silence. Null where every article is read in full.
 */
export function unreadOfStory(articles: readonly { readonly unread?: Unread }[]): string | null {
  const unread = articles.flatMap((article) => (article.unread === undefined ? [] : [article.unread]));
  const languages = new Map<string, number>();
  for (const { language } of unread) languages.set(language, (languages.get(language) ?? 0) + 1);
  if (unread.length === 0) return null;
  const groups = [...languages]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([language, count]) =>
      language === 'und'
        ? `${counted(count, 'article')} in a language that could not be told`
        : `${counted(count, 'article')} in ${languageName(language)}`,
    );
  const missing = [...new Set(unread.flatMap((one) => one.missing))];
  const them = unread.length === 1 ? 'it' : 'them';
  return `Read in part only: ${listed(groups)}. Not read out of ${them}: ${inWords(missing)}.`;
}
