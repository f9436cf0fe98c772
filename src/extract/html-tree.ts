import { collapsedLength } from './collapsed-length.ts';
import { HtmlAttribute, styleOf } from './html-attribute.ts';

/** A node of a page. The names are those of the DOM, of which this is the little that extraction and Readability use. */
export type HtmlNode = HtmlText | HtmlElement;

const NO_NODES: readonly HtmlNode[] = [];

/** The content of an element at one time, to be put back as often as wished. */
class KeptContent {
  readonly nodes: readonly HtmlNode[];

  constructor(nodes: readonly HtmlNode[]) {
    this.nodes = nodes;
  }
}

/** What has children: an element or the document. */
export abstract class HtmlParent {
  parentNode: HtmlParent | null = null;
  firstChild: HtmlNode | null = null;
  lastChild: HtmlNode | null = null;
  // Each is worked out when first asked for and forgotten when something below changes.
  private nodes: HtmlNode[] | null = null;
  private elements: HtmlElement[] | null = null;
  private text: string | null = null;
  private collapsed = -1;

  /** The children as they are now: a later change makes a new list. */
  get childNodes(): readonly HtmlNode[] {
    if (this.nodes === null) {
      this.nodes = [];
      for (let child = this.firstChild; child !== null; child = child.nextSibling) this.nodes.push(child);
    }
    return this.nodes;
  }

  /** The child elements as they are now. */
  get children(): readonly HtmlElement[] {
    if (this.elements === null) {
      this.elements = [];
      for (let child = this.firstElementChild; child !== null; child = child.nextElementSibling) {
        this.elements.push(child);
      }
    }
    return this.elements;
  }

  get firstElementChild(): HtmlElement | null {
    let child = this.firstChild;
    while (child !== null && child.nodeType !== 1) child = child.nextSibling;
    return child;
  }

  get textContent(): string {
    if (this.text === null) {
      let text = '';
      for (let child = this.firstChild; child !== null; child = child.nextSibling) text += child.textContent;
      this.text = text;
    }
    return this.text;
  }

  /** Characters of the text, white space counted once. */
  get textLength(): number {
    if (this.collapsed < 0) this.collapsed = collapsedLength(this.textContent);
    return this.collapsed;
  }

  /** A text is only known where the texts of all children are, so that the way up may end at the first unknown one. */
  private changed(): void {
    this.nodes = null;
    this.elements = null;
    let at: HtmlParent | null = this;
    while (at !== null && at.text !== null) {
      at.text = null;
      at.collapsed = -1;
      at = at.parentNode;
    }
  }

  appendChild<Node extends HtmlNode>(node: Node): Node {
    node.remove();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
    this.changed();
    return node;
  }

  removeChild<Node extends HtmlNode>(node: Node): Node {
    const { previousSibling, nextSibling } = node;
    if (previousSibling === null) this.firstChild = nextSibling;
    else previousSibling.nextSibling = nextSibling;
    if (nextSibling === null) this.lastChild = previousSibling;
    else nextSibling.previousSibling = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.changed();
    return node;
  }

  replaceChild<Node extends HtmlNode>(node: HtmlNode, old: Node): Node {
    node.remove();
    const { previousSibling, nextSibling } = old;
    this.removeChild(old);
    node.parentNode = this;
    node.previousSibling = previousSibling;
    node.nextSibling = nextSibling;
    if (previousSibling === null) this.firstChild = node;
    else previousSibling.nextSibling = node;
    if (nextSibling === null) this.lastChild = node;
    else nextSibling.previousSibling = node;
    this.changed();
    return old;
  }

  getElementsByTagName(name: string): HtmlElement[] {
    const wanted = name.toUpperCase();
    return elementsBelow(this, ({ tagName }) => tagName === wanted);
  }

  /** The elements with one of the names that a comma parts, in the order of the page: Readability asks for nothing else. */
  querySelectorAll(names: string): HtmlElement[] {
    const wanted = names.toUpperCase().split(',');
    const [only] = wanted;
    if (wanted.length === 1) return elementsBelow(this, ({ tagName }) => tagName === only);
    const any = new Set(wanted);
    return elementsBelow(this, ({ tagName }) => any.has(tagName));
  }

  /** Stands for the markup of the content: Readability keeps it only to put it back. */
  get innerHTML(): KeptContent {
    return new KeptContent(this.childNodes.map((child) => child.clone()));
  }

  set innerHTML(kept: KeptContent) {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
    for (const node of kept.nodes) this.appendChild(node.clone());
  }
}

/** A run of text. */
export class HtmlText {
  readonly nodeType = 3;
  parentNode: HtmlParent | null = null;
  previousSibling: HtmlNode | null = null;
  nextSibling: HtmlNode | null = null;
  readonly tagName = undefined;
  readonly childNodes = NO_NODES;
  readonly nodeValue: string;

  constructor(nodeValue: string) {
    this.nodeValue = nodeValue;
  }

  get textContent(): string {
    return this.nodeValue;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  clone(): HtmlText {
    return new HtmlText(this.nodeValue);
  }
}

export class HtmlElement extends HtmlParent {
  readonly nodeType = 1;
  previousSibling: HtmlNode | null = null;
  nextSibling: HtmlNode | null = null;
  /** Upper case. */
  tagName: string;
  /** Lower case. */
  localName: string;
  readonly attributes: HtmlAttribute[] = [];
  // Readability's own marks, declared so that all elements have one shape.
  readability: unknown = undefined;
  _readabilityDataTable: boolean | undefined = undefined;
  /** Tells Readability that a tag is renamed in place. */
  readonly __JSDOMParser__ = true;

  constructor(localName: string) {
    super();
    this.localName = localName;
    this.tagName = localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get parentElement(): HtmlElement | null {
    return this.parentNode instanceof HtmlElement ? this.parentNode : null;
  }

  get nextElementSibling(): HtmlElement | null {
    let next = this.nextSibling;
    while (next !== null && next.nodeType !== 1) next = next.nextSibling;
    return next;
  }

  get previousElementSibling(): HtmlElement | null {
    let before = this.previousSibling;
    while (before !== null && before.nodeType !== 1) before = before.previousSibling;
    return before;
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((attribute) => attribute.name === name);
    if (known === undefined) this.attributes.push(new HtmlAttribute(name, value));
    else known.value = value;
  }

  setAttributeNode({ name, value }: HtmlAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get src(): string | undefined {
    return this.tagName === 'IMG' ? (this.getAttribute('src') ?? '') : undefined;
  }

  get srcset(): string | undefined {
    return this.tagName === 'IMG' ? (this.getAttribute('srcset') ?? '') : undefined;
  }

  /** What hides an element; undefined for one without a style. */
  get style(): { readonly display: string; readonly visibility: string } | undefined {
    const written = this.getAttribute('style');
    if (written === null) return undefined;
    return { display: styleOf(written, 'display'), visibility: styleOf(written, 'visibility') };
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  clone(): HtmlElement {
    const copy = new HtmlElement(this.localName);
    for (const attribute of this.attributes) copy.attributes.push(attribute.cloneNode());
    for (let child = this.firstChild; child !== null; child = child.nextSibling)
      copy.appendChild(child.clone());
    return copy;
  }
}

/** The elements below a node that pass, in the order of the page. */
export function elementsBelow(root: HtmlParent, test: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  let at: HtmlNode | null = root.firstChild;
  while (at !== null) {
    const isElement = at.nodeType === 1;
    if (isElement && test(at as HtmlElement)) found.push(at as HtmlElement);
    let next: HtmlNode | null = isElement ? (at as HtmlElement).firstChild : null;
    let above: HtmlParent | null = at as HtmlElement;
    while (next === null && above !== null && above !== root) {
      next = (above as HtmlElement).nextSibling;
      above = above.parentNode;
    }
    at = next;
  }
  return found;
}
