import type { HtmlElement } from './html-tree.ts';
import { plainText } from './plain-text.ts';

/** A paragraph, heading, list item or the like, as one line of text. */
export interface Block {
  readonly text: string;
  /** Name of the element that holds it, lower case (`p`, `h2`, `li`). */
  readonly tag: string;
  /** Characters of the text that stand inside links. */
  readonly linkLength: number;
}

const BLOCK_TAGS = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
const SILENT_TAGS = new Set('head script style title meta link noscript template select textarea'.split(' '));
/** A line break after one of these ends a line of text; elsewhere it only wraps it. */
const LINE_ENDINGS = new Set('.!?…:;,"”’»)]');

interface Reader {
  readonly blocks: Block[];
  /** Text of the open block, none of it empty; a line feed stands for `<br>`. */
  readonly pieces: string[];
  linkLength: number;
  tag: string;
  links: number;
}

function push(reader: Reader, parts: readonly string[], density: number): void {
  const text = parts.join(' ').replace(/ {2,}/g, ' ').trim();
  if (text !== '') reader.blocks.push({ text, tag: reader.tag, linkLength: density * text.length });
}

function flush(reader: Reader): void {
  const whole = reader.pieces
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  const density = whole === '' ? 0 : Math.min(1, reader.linkLength / whole.length);
  for (const stanza of whole.split(/\n{2,}/)) {
    let parts: string[] = [];
    for (const part of stanza.split('\n')) {
      parts.push(part);
      if (!LINE_ENDINGS.has(part.at(-1) ?? ' ')) continue;
      push(reader, parts, density);
      parts = [];
    }
    push(reader, parts, density);
  }
  reader.pieces.length = 0;
  reader.linkLength = 0;
}

function readTextNode(reader: Reader, raw: string, preformatted: boolean): void {
  const text = preformatted ? raw.split(/\r?\n/).map(plainText).join('\n') : plainText(raw);
  const before = reader.pieces.at(-1)?.at(-1) ?? ' ';
  const joined = (before === ' ' || before === '\n') && text.startsWith(' ') ? text.slice(1) : text;
  if (joined === '') return;
  reader.pieces.push(joined);
  if (reader.links > 0) reader.linkLength += joined.length;
}

function readElement(reader: Reader, element: HtmlElement, preformatted: boolean): void {
  const tag = element.localName;
  if (SILENT_TAGS.has(tag)) return;
  if (tag === 'br') {
    reader.pieces.push('\n');
    return;
  }
  const isBlock = BLOCK_TAGS.has(tag);
  const outer = reader.tag;
  if (isBlock) {
    flush(reader);
    reader.tag = tag;
  }
  if (tag === 'a') reader.links++;
  readChildren(reader, element, preformatted || tag === 'pre');
  if (tag === 'a') reader.links--;
  if (isBlock) {
    flush(reader);
    reader.tag = outer;
  }
}

function readChildren(reader: Reader, element: HtmlElement, preformatted: boolean): void {
  for (const child of element.childNodes) {
    if (child.nodeType === 3) readTextNode(reader, child.nodeValue, preformatted);
    else readElement(reader, child, preformatted);
  }
}

/**
 * The text of an element as blocks, in order. Inline elements join without a space of their own, block elements part
 * lines, a `<br>` parts them where a sentence or clause ends. The tree must not be deeper than `trimHtml` lets it be.
 */
export function readBlocks(root: HtmlElement): Block[] {
  const reader: Reader = { blocks: [], pieces: [], linkLength: 0, tag: root.localName, links: 0 };
  readElement(reader, root, false);
  flush(reader);
  return reader.blocks;
}
