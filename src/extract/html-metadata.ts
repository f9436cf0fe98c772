import { cleanByline } from './clean-byline.ts';
import { classed, type ElementTest, findFirst, having, isWithin, named } from './find-elements.ts';
import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
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
const isNameProperty = having('itemprop', 'name');
const isAuthorProperty = having('itemprop', 'author');
/** Where pages print who wrote the article, most certain first. */
const BYLINE_PLACES: readonly ElementTest[] = [
  (element) => isNameProperty(element) && isWithin(element.parentElement, isAuthorProperty),
  isAuthorProperty,
  (element) => element.getAttribute('rel')?.toLowerCase() === 'author',
  classed('byline-name author-name byline__name byline-author article-author'),
  classed('byline article-byline author article__author'),
];

function elementText(element: HtmlElement | null | undefined): string | null {
  const text = plainText(element?.textContent ?? '').trim();
  return text === '' ? null : text;
}

const isApart = named('aside footer nav');
const isLink = named('a');

/** Places inside lists of other articles, comments and page furniture do not speak of the article. */
function isElsewhere(element: HtmlElement): boolean {
  return isWithin(element, (at) => isApart(at) || /comment|related/.test(at.className));
}

const PERSON =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|der|den|di|da|du|la|le|el|al|bin|\(\p{Lu}[^()]{0,12}\))){1,4}$/u;

/** Names in an element: those of its links to authors where it has some, its whole text otherwise. */
function namesIn(element: HtmlElement): readonly string[] {
  const content = element.getAttribute('content');
  if (content !== null) return [plainText(content).trim()];
  const linked = elementsBelow(element, isLink).flatMap((link) => elementText(link) ?? []);
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

function readNames(document: HtmlDocument, place: ElementTest): readonly string[] {
  const elements = elementsBelow(document, (element) => place(element) && !isElsewhere(element));
  const names = besideFirst(elements)
    .flatMap(namesIn)
    .filter((name) => name !== '' && name.length <= 120);
  return [...new Set(names)].slice(0, 4);
}

/** Names in the most certain kind of place that has any. */
function readByline(document: HtmlDocument): string | null {
  for (const place of BYLINE_PLACES) {
    const names = readNames(document, place).flatMap((name) => cleanByline(name) ?? []);
    if (names.length > 0) return names.join(', ');
  }
  return null;
}

/** The names that `<meta>` elements give; an address of a profile is none. */
function readMetaByline(document: HtmlDocument): string | null {
  const names = metaContents(document, AUTHOR_NAMES).flatMap((name) => cleanByline(name) ?? []);
  return names.length === 0 ? null : names.slice(0, 8).join(', ');
}

const isMain = named('article main');
const isTime = (element: HtmlElement): boolean =>
  element.localName === 'time' && element.hasAttribute('datetime');
/** Where pages give a date, most certain first. */
const DATE_PLACES: readonly ElementTest[] = [
  having('itemprop', 'datePublished'),
  (element) => element.localName === 'time' && element.hasAttribute('pubdate'),
  (element) => isTime(element) && isWithin(element.parentElement, isMain),
  isTime,
];

/** The date a `<time>` or `itemprop` element gives; the one declared as publication before the first in the article. */
function readTimeElement(document: HtmlDocument): PublicationDate | null {
  for (const place of DATE_PLACES) {
    for (const element of elementsBelow(document, place)) {
      if (isElsewhere(element)) continue;
      const date = parseDate(
        element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent,
      );
      if (date !== null) return date;
    }
  }
  return null;
}

const isHeadlineProperty = having('itemprop', 'headline');
const isHeadline = (element: HtmlElement): boolean =>
  isHeadlineProperty(element) || (element.localName === 'h1' && isWithin(element.parentElement, isMain));

/** The heading of the page: the `<h1>` that the `<title>` begins with, else the one inside the article, else the first. */
function readHeading(document: HtmlDocument): string | null {
  const title = comparable(documentTitle(document) ?? '');
  const headings = elementsBelow(document, named('h1')).flatMap(
    (heading) => elementText(heading)?.replace(/\s*¶$/, '') ?? [],
  );
  const titled = headings.find(
    (heading) => comparable(heading).length > 8 && title.startsWith(comparable(heading)),
  );
  const inside = elementText(findFirst(document, isHeadline));
  return titled ?? inside ?? headings[0] ?? null;
}

/** The `<title>` as written: it mostly carries the name of the site as well. */
export function documentTitle(document: HtmlDocument): string | null {
  return elementText(findFirst(document, named('title')));
}

/** The address of the first `<link>` with this relation. */
function linkTo(document: HtmlDocument, relation: string): string | null {
  const isRelated = (element: HtmlElement): boolean =>
    element.localName === 'link' &&
    (element.getAttribute('rel')?.toLowerCase().split(/\s+/).includes(relation) ?? false);
  return findFirst(document, isRelated)?.getAttribute('href') ?? null;
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
    imageUrl: linkTo(document, 'image_src'),
    canonicalUrl: linkTo(document, 'canonical'),
    siteName: metaContent(document, ['application-name', 'apple-mobile-web-app-title']),
  };
}
