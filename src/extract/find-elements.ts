import type { HtmlElement, HtmlParent } from './html-tree.ts';

export type ElementTest = (element: HtmlElement) => boolean;

/** The first element below a node that passes. */
export function findFirst(root: HtmlParent, test: ElementTest): HtmlElement | null {
  for (let child = root.firstElementChild; child !== null; child = child.nextElementSibling) {
    const found: HtmlElement | null = test(child) ? child : findFirst(child, test);
    if (found !== null) return found;
  }
  return null;
}

/** True when an element or one that it stands in passes. */
export function isWithin(element: HtmlElement | null, test: ElementTest): boolean {
  for (let at = element; at !== null; at = at.parentElement) if (test(at)) return true;
  return false;
}

/** Tells the elements with one of the names, which are parted by spaces, lower case. */
export function named(names: string): ElementTest {
  const wanted = new Set(names.split(' '));
  return ({ localName }) => wanted.has(localName);
}

/** Tells the elements whose attribute has exactly this value. */
export function having(name: string, value: string): ElementTest {
  return (element) => element.getAttribute(name) === value;
}

/** Tells the elements that list one of the class names, which are parted by spaces. */
export function classed(names: string): ElementTest {
  const wanted = new Set(names.split(' '));
  return ({ className }) => className !== '' && className.split(/\s+/).some((name) => wanted.has(name));
}
