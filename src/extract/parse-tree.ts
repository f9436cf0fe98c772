import { parseHTML } from 'linkedom';
import type { HtmlDocument } from './html-tree.ts';

/** The tree of trimmed HTML. linkedom knows no base address: links stay as written. */
export function parseTree(html: string): HtmlDocument {
  const { document } = parseHTML(html);
  // The DOM's own types say `undefined` nowhere that linkedom does not: the narrower interface holds.
  return document as unknown as HtmlDocument;
}
