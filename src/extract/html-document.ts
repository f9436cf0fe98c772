import { HtmlElement, HtmlParent, HtmlText } from './html-tree.ts';

/** A page as a tree: `html` with `head` and `body`. */
export class HtmlDocument extends HtmlParent {
  readonly nodeType = 9;

  get documentElement(): HtmlElement | null {
    return this.firstElementChild;
  }

  get head(): HtmlElement | null {
    return this.documentElement?.children.find(({ localName }) => localName === 'head') ?? null;
  }

  /** Empty where a damaged page has none. */
  get body(): HtmlElement {
    const root = this.documentElement ?? this.appendChild(new HtmlElement('html'));
    const body = root.children.find(({ localName }) => localName === 'body');
    return body ?? root.appendChild(new HtmlElement('body'));
  }

  get title(): string {
    return this.head?.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): HtmlElement {
    return new HtmlElement(name.toLowerCase());
  }

  createTextNode(text: string): HtmlText {
    return new HtmlText(text);
  }

  clone(): HtmlDocument {
    const copy = new HtmlDocument();
    for (const child of this.childNodes) copy.appendChild(child.clone());
    return copy;
  }
}
