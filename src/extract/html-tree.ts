/** The little of the DOM that extraction uses, so that no browser types become global in the program. */
export interface HtmlNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
}

export interface HtmlElement extends HtmlNode {
  /** In any case. */
  readonly tagName: string;
  readonly childNodes: Iterable<HtmlNode>;
  readonly children: Iterable<HtmlElement> & { readonly length: number };
  readonly parentElement: HtmlElement | null;
  readonly nextElementSibling: HtmlElement | null;
  readonly previousElementSibling: HtmlElement | null;
  setAttribute(name: string, value: string): void;
  replaceWith(element: HtmlElement): void;
  getAttribute(name: string): string | null;
  closest(selector: string): HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}
