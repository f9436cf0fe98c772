import { Parser } from 'htmlparser2';
import { HtmlDocument } from './html-document.ts';
import { HtmlElement, type HtmlParent, HtmlText } from './html-tree.ts';

/**
 * The tree of trimmed HTML, in time linear in its length: elements, attributes and text, no comments. Links stay as written. A text
 * that character references part is one node.
 */
export function parseTree(html: string): HtmlDocument {
  const document = new HtmlDocument();
  let open: HtmlParent = document;
  let opened: HtmlElement | null = null;
  let text = '';
  const endText = (): void => {
    if (text !== '') open.appendChild(new HtmlText(text));
    text = '';
  };
  const parser = new Parser({
    onopentagname(name) {
      endText();
      opened = open.appendChild(new HtmlElement(name));
      open = opened;
    },
    onattribute(name, value) {
      // Of an attribute that is written twice the first counts.
      if (opened?.hasAttribute(name) === false) opened.setAttribute(name, value);
    },
    ontext(data) {
      text += data;
    },
    onclosetag() {
      endText();
      open = open.parentNode ?? document;
    },
  });
  parser.end(html);
  endText();
  return document;
}
