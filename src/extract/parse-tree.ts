import { parseHTML } from 'linkedom';

/** The tree of trimmed HTML. linkedom knows no base address: links stay as written. */
export function parseTree(html: string): Document {
  return parseHTML(html).document;
}
