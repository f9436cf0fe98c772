import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { HtmlDocument } from './html-document.ts';
import { elementsBelow, HtmlElement, type HtmlNode, HtmlText } from './html-tree.ts';
import { parseTree } from './parse-tree.ts';

/** The little of a DOM that the tree and linkedom have in common. */
interface AnyNode {
  readonly nodeType: number;
  readonly tagName?: string | undefined;
  readonly nodeValue?: string | null;
  readonly childNodes: Iterable<AnyNode>;
}

/** A tree as text, neighbouring texts as one. */
function drawn(node: AnyNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  return `[${node.tagName ?? ''}${[...node.childNodes].map(drawn).join('')}]`;
}

function oracle(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}

const PIECES = ['<div class="a">', '</div>', '<p>', '</p>', '<ul>', '<li>', '</ul>', '<br>', '<b>', '</b>'];
const WORDS = ['harbour', ' and ', '&amp;', '\n', 'a < b'.replace('<', '&lt;'), '&nbsp;'];
const anyHtml = fc.array(fc.constantFrom(...PIECES, ...WORDS), { maxLength: 40 }).map((parts) => {
  return `<!doctype html><html lang="en"><head><title>T</title></head><body>${parts.join('')}</body></html>`;
});

/** A change of a tree, told by numbers that choose its nodes, so that two trees can be changed alike. */
type Change = readonly [kind: 'append' | 'remove' | 'replace' | 'put-back', which: number, other: number];
const anyChanges = fc.array(
  fc.tuple(fc.constantFrom('append', 'remove', 'replace', 'put-back'), fc.nat(50), fc.nat(50)),
  { maxLength: 25 },
) as fc.Arbitrary<Change[]>;

interface Changeable {
  readonly elements: () => readonly HtmlElement[];
  readonly text: () => HtmlNode;
}

function change(tree: Changeable, [kind, which, other]: Change): void {
  const elements = tree.elements();
  const element = elements[which % elements.length];
  const second = elements[other % elements.length];
  if (element === undefined || second === undefined) return;
  // A void element can hold nothing (HTML 13.1.2): with a text in it, linkedom writes what it reads back as two elements.
  if (kind === 'append' && element.tagName === 'BR') return;
  if (kind === 'append') element.appendChild(tree.text());
  else if (kind === 'remove') element.remove();
  else if (kind === 'replace') element.parentNode?.replaceChild(tree.text(), element);
  else {
    const kept = element.innerHTML;
    element.innerHTML = kept;
  }
}

describe('the tree of a page', () => {
  it('is the one linkedom makes, texts joined', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const document = parseTree(html);
        const expected = oracle(html);
        expect(drawn(document.body)).toBe(drawn(expected.body as unknown as AnyNode));
        expect(document.body.textContent).toBe(expected.body.textContent);
        expect(document.title).toBe(expected.title);
      }),
    );
  });

  it('stays like linkedom’s under the same changes, whatever was asked in between', () => {
    fc.assert(
      fc.property(anyHtml, anyChanges, (html, changes) => {
        const { body } = parseTree(html);
        const other = oracle(html);
        const mine: Changeable = {
          elements: () => elementsBelow(body, () => true),
          text: () => new HtmlText(' new '),
        };
        const theirs: Changeable = {
          elements: () => [...other.body.querySelectorAll('*')] as unknown as HtmlElement[],
          text: () => other.createTextNode(' new ') as unknown as HtmlNode,
        };
        for (const each of changes) {
          change(mine, each);
          change(theirs, each);
          expect(body.textContent).toBe(other.body.textContent);
          expect(body.textLength).toBe(other.body.textContent.replace(/\s+/g, ' ').trim().length);
          expect(body.children.length).toBe(other.body.children.length);
        }
        expect(drawn(body)).toBe(drawn(other.body as unknown as AnyNode));
      }),
    );
  });

  it('is copied whole and apart', () => {
    const document = parseTree('<html><body><p id="a">One <b>two</b></p></body></html>');
    const copy = document.clone();
    document.body.firstElementChild?.remove();
    expect(drawn(copy)).toBe('[[HTML[BODY[POne [Btwo]]]]]');
    expect(copy.body.firstElementChild?.id).toBe('a');
    expect(document.body.textContent).toBe('');
  });

  it('puts kept content back as often as it is asked', () => {
    const { body } = parseTree('<html><body><p>One</p><p>Two</p></body></html>');
    const kept = body.innerHTML;
    for (let time = 0; time < 2; time++) {
      body.lastChild?.remove();
      expect(body.textContent).toBe('One');
      body.innerHTML = kept;
      expect(body.textContent).toBe('OneTwo');
    }
  });

  it('gives a body to a page that has none', () => {
    expect(new HtmlDocument().body.tagName).toBe('BODY');
    expect(parseTree('').body.textContent).toBe('');
  });

  it.each([
    ['display: none', 'none', ''],
    ['color:red;display:block;display:none', 'none', ''],
    ['visibility : hidden ; --display:none', '', 'hidden'],
    ['', '', ''],
  ])('reads the style "%s"', (style, display, visibility) => {
    const element = new HtmlElement('p');
    expect(element.style).toBeUndefined();
    element.setAttribute('style', style);
    expect(element.style).toEqual({ display, visibility });
  });

  it('counts the first of two attributes of one name', () => {
    const { body } = parseTree('<html><body><p CLASS="a" class="b">x</p></body></html>');
    expect(body.firstElementChild?.className).toBe('a');
  });
});
