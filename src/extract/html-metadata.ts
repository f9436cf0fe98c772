import { cleanByline } from './clean-byline.ts';
import type { HtmlDocument, HtmlElement } from './html-tree.ts';
import { metaContent, metaContents } from './open-graph.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { type PublicationDate, parseDate } from './parse-date.ts';
import { comparable, plainText } from './plain-text.ts';

const AUTHOR_NAMES = [
  'dc:creator',
  'dcterm:creator',
  'dcterms:creator',
  'author',
  'parsely-author',
  'sailthru.author',
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
  'dc:date',
  'dc:date.issued',
  'dcterms:created',
  'dcterms:date',
  'dc:date.created',
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

const PERSON =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|der|den|di|da|du|la|le|el|al|bin|\(\p{Lu}[^()]{0,12}\))){1,4}$/u;

/** Names in an element: those of its links to authors where it has some, its whole text otherwise. */
function namesIn(element: HtmlElement): readonly string[] {
  const content = element.getAttribute('content');
  if (content !== null) return [plainText(content).trim()];
  const linked = [...element.querySelectorAll('a')].flatMap((link) => elementText(link) ?? []);
  const people = linked.filter((text) => PERSON.test(text));
  return people.length > 0 ? people : [elementText(element) ?? ''];
}

/** The elements that stand close to the first of them; others of their kind name the authors of other articles. */
function besideFirst(elements: readonly HtmlElement[]): readonly HtmlElement[] {
  const around = elements[0]?.parentElement?.parentElement ?? null;
  return elements.filter(
    (element) =>
      around === null || element.parentElement === around || element.parentElement?.parentElement === around,
  );
}

function readNames(document: HtmlDocument, selector: string): readonly string[] {
  const elements = [...document.querySelectorAll(selector)].filter((element) => !isElsewhere(element));
  const names = besideFirst(elements)
    .flatMap(namesIn)
    .filter((name) => name !== '' && name.length <= 120);
  return [...new Set(names)].slice(0, 4);
}

/** Names in the most certain kind of place that has any. */
function readByline(document: HtmlDocument): string | null {
  for (const selector of BYLINE_SELECTORS) {
    const names = readNames(document, selector).flatMap((name) => cleanByline(name) ?? []);
    if (names.length > 0) return names.join(', ');
  }
  return null;
}

/** The names that `<meta>` elements give; an address of a profile is none. */
function readMetaByline(document: HtmlDocument): string | null {
  const names = metaContents(document, AUTHOR_NAMES).flatMap((name) => cleanByline(name) ?? []);
  return names.length === 0 ? null : names.slice(0, 8).join(', ');
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

/** The heading of the page: the `<h1>` that the `<title>` begins with, else the one inside the article, else the first. */
function readHeading(document: HtmlDocument): string | null {
  const title = comparable(documentTitle(document) ?? '');
  const headings = [...document.querySelectorAll('h1')].flatMap(
    (heading) => elementText(heading)?.replace(/\s*¶$/, '') ?? [],
  );
  const titled = headings.find(
    (heading) => comparable(heading).length > 8 && title.startsWith(comparable(heading)),
  );
  const inside = elementText(document.querySelector('article h1, main h1, [itemprop="headline"]'));
  return titled ?? inside ?? headings[0] ?? null;
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
    byline: readMetaByline(document) ?? readByline(document),
    date: readTimeElement(document) ?? parseDate(metaContent(document, DATE_NAMES)),
    language:
      document.documentElement?.getAttribute('lang') ??
      metaContent(document, ['content-language', 'language']),
    imageUrl: document.querySelector('link[rel="image_src"]')?.getAttribute('href') ?? null,
    canonicalUrl: document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null,
    siteName: metaContent(document, ['application-name', 'apple-mobile-web-app-title']),
  };
}
