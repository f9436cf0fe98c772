import { type ElementTest, findFirst, named } from './find-elements.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { isImageCaption } from './image-caption.ts';
import { elementNames, linkDensity } from './measure-element.ts';
import { plainText } from './plain-text.ts';
import { isTeaser } from './teaser.ts';

/** Why an element was taken out of an article. */
export type FurnitureRule =
  | 'not-running-text'
  | 'form'
  | 'furniture-name'
  | 'reference-mark'
  | 'teaser'
  | 'image-caption'
  | 'list-of-links';

/** An element that was taken out of an article, and the rule that did it. */
export interface Removal {
  readonly rule: FurnitureRule;
  readonly tag: string;
  /** Class and id words of the element. */
  readonly names: string;
  readonly text: string;
}

/** Elements that are never part of a text's flow, wherever they stand. */
const NEVER_TEXT = named(
  'figure figcaption aside nav button input select textarea video audio iframe dialog',
);
const NEVER_TEXT_ROLES = new Set(['navigation', 'complementary', 'search', 'dialog']);

/** Class and id words of what stands around or between the paragraphs of an article. */
const FURNITURE =
  /(?:^|[\s_-])(?:newsletters?|subscri(?:be|ption)s?|sign-?up|shar(?:e|ing)(?:bar|tools|links)?|social|related\w*|recommend(?:ed|ations?)?|recirc(?:ulation)?|promos?|promoted|most-?(?:read|popular|viewed)|trending|popular|comments?|disqus|cookies?|consent|advert(?:isement|ising)?|ads?|sponsor(?:ed)?|breadcrumbs?|bylines?|author-(?:bio|box|info|card|details|content)|post-author|about-(?:the-)?author|tags?|tag-?list|taglist|topics|\w*captions?|credits?|toolbar|sidebar|outbrain|taboola|read-?(?:more|next|also)|more-(?:on|from|stories)|see-also|also-read|pull-?quotes?|paywall|print-only|skip-link|screen-reader(?:-text)?|sr-only|visually-hidden|noprint|edit-?section|toc|\w*dialog|modal|popup|lightbox|notification-bar|cta(?:-\w+)?|click-?to-?tweet)(?=$|[\s_-])/i;

/**
 * Furniture never holds more than this share of an article's text; a wrapper with an unlucky name does. Set on 90 pages of
 * article-extraction-benchmark (2026-11-23): F1 .948 with 0, .960 with 0.2, .971 with 0.4 and 0.7.
 */
const MAX_SHARE = 0.4;
/** Share of a block's characters inside links above which it is a list of links. */
export const MAX_LINK_DENSITY = 0.6;
const MAY_BE_CAPTION = named('div p');
const MAY_BE_FURNITURE = named('div section ul ol p span header footer table dl a h2 h3 h4 h5');
const MAY_BE_TEASER = named('article div li section');
const MAY_STAND_BELOW_IMAGE = named('div td center p span small em i');
const MAY_BE_LIST = named('ul ol table dl div section');
const CAPTION = /(?:^|[\s_-])(?:\w*captions?|(?:\w*-)?credits?)(?=$|[\s_-])/i;
/** Characters of the longest text that is a caption by its name alone. */
const MAX_CAPTION = 500;
/** Characters of a removed element that its record keeps. */
const RECORDED_LENGTH = 2000;

function isFurniture(element: HtmlElement): boolean {
  const names = elementNames(element);
  return names !== '' && FURNITURE.test(names);
}

function isNeverText(element: HtmlElement): boolean {
  if (NEVER_TEXT(element)) return true;
  if (element.attributes.length === 0) return false;
  const isHidden = element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
  return isHidden || NEVER_TEXT_ROLES.has(element.getAttribute('role') ?? '');
}

/** A heading, an image or a second paragraph, none of which a caption has. */
function isMoreThanCaption(element: HtmlElement): boolean {
  const { localName } = element;
  if (localName === 'p') return element.previousElementSibling?.localName === 'p';
  return localName === 'img' || localName === 'picture' || localName === 'h1';
}

function isReferenceLink(element: HtmlElement): boolean {
  return element.localName === 'a' && (element.getAttribute('href')?.includes('#') ?? false);
}

function take(element: HtmlElement, rule: FurnitureRule, removals: Removal[]): void {
  const text = plainText(element.textContent.slice(0, RECORDED_LENGTH)).trim();
  element.remove();
  removals.push({ rule, tag: element.localName, names: elementNames(element), text });
}

/**
 * Takes out, in place, the short elements that are called captions or credits. It is done before the main content is looked for,
 * since Readability turns a `<div>` of bare text into a nameless paragraph.
 */
export function removeNamedCaptions(root: HtmlElement): Removal[] {
  const removals: Removal[] = [];
  const isNamed = (element: HtmlElement): boolean =>
    MAY_BE_CAPTION(element) && /aption|redit/.test(element.className) && CAPTION.test(elementNames(element));
  for (const element of elementsBelow(root, isNamed)) {
    if (element.textLength > MAX_CAPTION) continue;
    if (findFirst(element, isMoreThanCaption) === null) take(element, 'furniture-name', removals);
  }
  return removals;
}

/**
 * Takes out of an article's element, in place, what is no running text: figures, asides, forms, share lists, newsletter boxes,
 * related links, captions, teasers of other articles, notes of references. Blocks that hold a large share of the text stay,
 * whatever they are called. `pageUrl` tells links within the site from others. Gives what was removed, in order.
 */
export function removeFurniture(root: HtmlElement, pageUrl: string): Removal[] {
  const removals: Removal[] = [];
  const limit = root.textLength * MAX_SHARE;
  const removeIf = (
    rule: FurnitureRule,
    candidate: ElementTest,
    test: (element: HtmlElement, length: number) => boolean,
  ): void => {
    for (const element of elementsBelow(root, candidate)) {
      const length = element.textLength;
      if (length <= limit && test(element, length)) take(element, rule, removals);
    }
  };
  removeIf('not-running-text', isNeverText, () => true);
  removeIf('form', named('form'), () => true);
  removeIf('furniture-name', MAY_BE_FURNITURE, isFurniture);
  removeIf('reference-mark', named('sup'), (element) => findFirst(element, isReferenceLink) !== null);
  removeIf('teaser', MAY_BE_TEASER, (element, length) => isTeaser(element, length, pageUrl));
  removeIf('image-caption', MAY_STAND_BELOW_IMAGE, isImageCaption);
  removeIf(
    'list-of-links',
    MAY_BE_LIST,
    (element, length) => linkDensity(element, length) > MAX_LINK_DENSITY,
  );
  return removals;
}
