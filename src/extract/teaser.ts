import { findFirst, named } from './find-elements.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { siteOf } from './web-address.ts';

/** A teaser is a headline with a sentence or two; a longer element is a text of its own. */
const MAX_TEASER = 500;
/** Fewer like elements beside each other are no list of teasers. */
const MIN_TEASERS = 3;

const isLink = named('a');
const isHeading = named('h1 h2 h3 h4');
const isTarget = (element: HtmlElement): boolean => isLink(element) && element.hasAttribute('href');

function nameOf(element: HtmlElement): string {
  return `${element.localName} ${element.className.split(/\s+/)[0]}`;
}

function pointsElsewhere(link: HtmlElement, pageUrl: string): boolean {
  const href = link.getAttribute('href')?.trim() ?? '';
  if (href === '' || href.startsWith('#') || !URL.canParse(href, pageUrl)) return false;
  const target = new URL(href, pageUrl);
  if (!/^https?:$/.test(target.protocol)) return false;
  return siteOf(target.href) === siteOf(pageUrl) && target.pathname !== new URL(pageUrl).pathname;
}

/** True when the link is the whole text of the block that holds it, as a headline is. */
function isWholeBlock(link: HtmlElement): boolean {
  const parent = link.parentElement;
  if (parent === null) return false;
  const length = link.textLength;
  return length >= 5 && parent.textLength <= length + 2;
}

function hasHeadlineLink(element: HtmlElement, length: number, pageUrl: string): boolean {
  for (const link of elementsBelow(element, isLink)) {
    if (link.textLength < length && isWholeBlock(link) && pointsElsewhere(link, pageUrl)) return true;
  }
  return false;
}

/**
 * An `<article>` whose own heading is nothing but a link presents another article, of whatever site; an entry of a live blog links
 * to an address below the page's own.
 */
function isLinkedArticle(element: HtmlElement, pageUrl: string): boolean {
  const heading = findFirst(element, isHeading);
  const link = heading === null ? null : findFirst(heading, isTarget);
  if (link === null || !isWholeBlock(link)) return false;
  const href = link.getAttribute('href') ?? '';
  if (href.includes('#') || !URL.canParse(href, pageUrl)) return false;
  return !new URL(href, pageUrl).href.startsWith(pageUrl.replace(/[?#].*$/, ''));
}

/** True when enough elements of a name stand below each other. The count ends there: a list of thousands is asked for each of them. */
function isInRow(parent: HtmlElement, name: string): boolean {
  let like = 0;
  let child = parent.firstElementChild;
  while (child !== null && like < MIN_TEASERS) {
    if (nameOf(child) === name && child.textLength <= MAX_TEASER && findFirst(child, isLink) !== null) like++;
    child = child.nextElementSibling;
  }
  return like >= MIN_TEASERS;
}

/**
 * True for an element that presents another article of the same site: a headline which is wholly a link, with little text
 * beside it, in a row of three or more such elements.
 */
export function isTeaser(element: HtmlElement, length: number, pageUrl: string): boolean {
  if (length === 0 || length > MAX_TEASER || !URL.canParse(pageUrl)) return false;
  if (element.localName === 'article' && isLinkedArticle(element, pageUrl)) return true;
  if (!hasHeadlineLink(element, length, pageUrl)) return false;
  const parent = element.parentElement;
  if (parent === null) return false;
  return isInRow(parent, nameOf(element));
}
