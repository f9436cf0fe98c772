import type { HtmlElement } from './html-tree.ts';
import { isImageCaption } from './image-caption.ts';
import { elementNames, linkDensity, textLength } from './measure-element.ts';
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
const NEVER_TEXT =
  'figure, figcaption, aside, nav, button, input, select, textarea, video, audio, iframe, dialog, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="search"], [role="dialog"]';

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
const CAPTION_SELECTOR = 'div[class*="aption"], div[class*="redit"], p[class*="aption"], p[class*="redit"]';
const CAPTION = /(?:^|[\s_-])(?:\w*captions?|(?:\w*-)?credits?)(?=$|[\s_-])/i;
/** Characters of the longest text that is a caption by its name alone. */
const MAX_CAPTION = 500;
/** Characters of a removed element that its record keeps. */
const RECORDED_LENGTH = 2000;

function isFurniture(element: HtmlElement): boolean {
  const names = elementNames(element);
  return names !== '' && FURNITURE.test(names);
}

function take(element: HtmlElement, rule: FurnitureRule, removals: Removal[]): void {
  const text = plainText((element.textContent ?? '').slice(0, RECORDED_LENGTH)).trim();
  element.remove();
  removals.push({ rule, tag: element.tagName.toLowerCase(), names: elementNames(element), text });
}

/**
 * Takes out, in place, the short elements that are called captions or credits. It is done before the main content is looked for,
 * since Readability turns a `<div>` of bare text into a nameless paragraph.
 */
export function removeNamedCaptions(root: HtmlElement): Removal[] {
  const removals: Removal[] = [];
  for (const element of [...root.querySelectorAll(CAPTION_SELECTOR)]) {
    if (!CAPTION.test(elementNames(element)) || textLength(element) > MAX_CAPTION) continue;
    if (element.querySelector('img, picture, h1, p + p') === null) take(element, 'furniture-name', removals);
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
  const limit = textLength(root) * MAX_SHARE;
  const removeIf = (
    rule: FurnitureRule,
    selector: string,
    test: (element: HtmlElement, length: number) => boolean,
  ): void => {
    for (const element of [...root.querySelectorAll(selector)]) {
      const length = textLength(element);
      if (length <= limit && test(element, length)) take(element, rule, removals);
    }
  };
  removeIf('not-running-text', NEVER_TEXT, () => true);
  removeIf('form', 'form', () => true);
  removeIf(
    'furniture-name',
    'div, section, ul, ol, p, span, header, footer, table, dl, a, h2, h3, h4, h5',
    isFurniture,
  );
  removeIf('reference-mark', 'sup', (element) => element.querySelector('a[href*="#"]') !== null);
  removeIf('teaser', 'article, div, li, section', (element, length) => isTeaser(element, length, pageUrl));
  removeIf('image-caption', 'div, td, center, p, span, small, em, i', isImageCaption);
  removeIf(
    'list-of-links',
    'ul, ol, table, dl, div, section',
    (element, length) => linkDensity(element, length) > MAX_LINK_DENSITY,
  );
  return removals;
}
