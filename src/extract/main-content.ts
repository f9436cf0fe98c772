import { Readability } from '@mozilla/readability';

/** The part of a page that is its article. */
export interface MainContent {
  readonly element: Element;
  /** The line above the text that looks like a byline, as written. */
  readonly byline: string | null;
}

/**
 * The element that holds the article (Mozilla Readability), or null. The document is changed. Below `shortText` characters of text
 * Readability tries again with fewer of its filters, which finds odd pages and brings in comments.
 */
export function findMainContent(document: Document, shortText: number): MainContent | null {
  const reader = new Readability<Node>(document, {
    charThreshold: shortText,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  });
  const article = reader.parse();
  if (article?.content === null || article?.content === undefined) return null;
  return { element: article.content as Element, byline: article.byline ?? null };
}
