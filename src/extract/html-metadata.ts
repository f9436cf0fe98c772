import type { HtmlDocument, HtmlElement } from './html-tree.ts';
import { metaContent } from './open-graph.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { type PublicationDate, parseDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';

const AUTHOR_NAMES = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
];
const DATE_NAMES = [
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'originalpublicationdate',
  'datecreated',
];
/** Where pages print who wrote the article, most certain first. */
const BYLINE_SELECTORS = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel="author"]',
  '.byline-name, .author-name, .byline__name, .byline-author, .article-author',
  '.byline, .article-byline, .author, .article__author',
];

function elementText(element: HtmlElement | null | undefined): string | null {
  const text = plainText(element?.textContent ?? '').trim();
  return text === '' ? null : text;
}

/** Places inside lists of other articles, comments and page furniture do not speak of the article. */
function isElsewhere(element: HtmlElement): boolean {
  return element.closest('aside, footer, nav, [class*="comment"], [class*="related"]') !== null;
}

function readNames(document: HtmlDocument, selector: string): readonly string[] {
  const names = [...document.querySelectorAll(selector)]
    .filter((element) => !isElsewhere(element))
    .map((element) => plainText(element.getAttribute('content') ?? elementText(element) ?? '').trim())
    .filter((name) => name !== '' && name.length <= 120);
  return [...new Set(names)].slice(0, 4);
}

/** Names in the most certain kind of place that has any. */
function readByline(document: HtmlDocument): string | null {
  for (const selector of BYLINE_SELECTORS) {
    const names = readNames(document, selector);
    if (names.length > 0) return names.join(', ');
  }
  return null;
}

/** The date a `<time>` or `itemprop` element gives; the one declared as publication before the first in the article. */
function readTimeElement(document: HtmlDocument): PublicationDate | null {
  const selectors = [
    '[itemprop="datePublished"]',
    'time[pubdate]',
    'article time[datetime], main time[datetime]',
    'time[datetime]',
  ];
  for (const selector of selectors) {
    for (const element of document.querySelectorAll(selector)) {
      if (isElsewhere(element)) continue;
      const date = parseDate(
        element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent,
      );
      if (date !== null) return date;
    }
  }
  return null;
}

/** The heading of the page: the only `<h1>`, or the one inside the article. */
function readHeading(document: HtmlDocument): string | null {
  const inside = elementText(document.querySelector('article h1, main h1, [itemprop="headline"]'));
  return inside ?? elementText(document.querySelector('h1'));
}

/** The `<title>` as written: it mostly carries the name of the site as well. */
export function documentTitle(document: HtmlDocument): string | null {
  return elementText(document.querySelector('title'));
}

/** What the HTML itself says of the article: headings, `<meta name>`, `<time>`, `rel`, `lang`. */
export function readHtmlMetadata(document: HtmlDocument): PageMetadata {
  return {
    ...NO_METADATA,
    title: readHeading(document),
    byline: metaContent(document, AUTHOR_NAMES) ?? readByline(document),
    date: readTimeElement(document) ?? parseDate(metaContent(document, DATE_NAMES)),
    language:
      document.documentElement?.getAttribute('lang') ??
      metaContent(document, ['content-language', 'language']),
    imageUrl: document.querySelector('link[rel="image_src"]')?.getAttribute('href') ?? null,
    canonicalUrl: document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null,
    siteName: metaContent(document, ['application-name', 'apple-mobile-web-app-title']),
  };
}
