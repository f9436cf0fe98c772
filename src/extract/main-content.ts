import { Readability } from '@mozilla/readability';
import type { HtmlDocument } from './html-document.ts';
import type { HtmlElement } from './html-tree.ts';

type ReadabilityInput = ConstructorParameters<typeof Readability>[0];

/** The part of a page that is its article. */
export interface MainContent {
  readonly element: HtmlElement;
  /** The line above the text that looks like a byline, as written. */
  readonly byline: string | null;
}

/**
 * The element that holds the article (Mozilla Readability), or null. The document is changed. Below `shortText` characters of text
 * Readability tries again with fewer of its filters, which finds odd pages and brings in comments.
 */
export function findMainContent(document: HtmlDocument, shortText: number): MainContent | null {
  const reader = new Readability<unknown>(document as unknown as ReadabilityInput, {
    charThreshold: shortText,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  });
  const article = parseWith(reader);
  if (article?.content === null || article?.content === undefined) return null;
  return { element: article.content as HtmlElement, byline: article.byline ?? null };
}

/** Readability climbs to the body and fails with a TypeError where a damaged tree has its text outside of one. */
function parseWith(reader: Readability<unknown>): ReturnType<Readability<unknown>['parse']> {
  try {
    return reader.parse();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
