import { parseHTML } from 'linkedom';
import type { HtmlDocument } from './html-tree.ts';

/** The tree of trimmed HTML. linkedom knows no base address: links stay as written. */
export function parseTree(html: string): HtmlDocument {
  const { document }: { document: HtmlDocument } = parseHTML(html);
  return document;
}
