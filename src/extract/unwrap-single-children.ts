import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { elementNames, WRAPPER_NAMES } from './measure-element.ts';

function ownText(element: HtmlElement): boolean {
  for (const child of element.childNodes) {
    if (child.nodeType === 3 && child.nodeValue.trim() !== '') return true;
  }
  return false;
}

/**
 * Takes away, in place, every `<div>` around a single paragraph or single `<div>`, and keeps its names on what it held: a
 * paragraph with a link in a wrapper of its own would be judged alone, and a caption would lose the name of its wrapper.
 */
export function unwrapSingleChildren(document: HtmlDocument): void {
  const paragraphs = elementsBelow(
    document,
    (element) => element.localName === 'p' && element.parentElement?.localName === 'div',
  );
  for (const paragraph of paragraphs) {
    let parent = paragraph.parentElement;
    const names: string[] = [];
    let outermost: HtmlElement | null = null;
    while (parent?.localName === 'div' && parent.children.length === 1 && !ownText(parent)) {
      names.push(elementNames(parent));
      outermost = parent;
      parent = parent.parentElement;
    }
    if (outermost === null) continue;
    const written = names.filter((name) => name !== '').join(' ');
    if (written !== '') paragraph.setAttribute(WRAPPER_NAMES, written);
    outermost.parentNode?.replaceChild(paragraph, outermost);
  }
}
