import { named } from './find-elements.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';

/** Attribute that keeps the names of a wrapper which is taken away from around an element. */
export const WRAPPER_NAMES = 'data-wrapper-names';
/** Longer lists of class names are cut before they are read. */
const MAX_NAMES = 400;

const isLink = named('a');

/** Share, 0 to 1, of an element's text that stands inside links; `length` is the text's. */
export function linkDensity(element: HtmlElement, length: number): number {
  let linked = 0;
  for (const link of elementsBelow(element, isLink)) linked += link.textLength;
  return length === 0 ? 0 : linked / length;
}

/** Class and id words of an element and of wrappers that stood around only it, camelCase parted by hyphens. */
export function elementNames(element: HtmlElement): string {
  const written = ['class', 'id', WRAPPER_NAMES].map((name) => element.getAttribute(name) ?? '').join(' ');
  return written
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .slice(0, MAX_NAMES)
    .trim();
}
