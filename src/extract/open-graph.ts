import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { parseDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';

/** Attributes that carry the name of a `<meta>`, the most certain first; each may hold several names. */
const NAME_ATTRIBUTES = ['property', 'name', 'itemprop', 'http-equiv'];

/** Names that an attribute lists, lower case, with `:` for the `.` of `dc.title`. */
function namesOf(meta: HtmlElement, attribute: string): readonly string[] {
  const written = meta.getAttribute(attribute)?.toLowerCase().trim() ?? '';
  return written === '' ? [] : written.split(/\s+/).map((name) => name.replace(/^(dc|dcterms?)\./, '$1:'));
}

/** Contents of a page's `<meta>` elements by name; of a name that two attributes carry, those of the more certain one. */
function readMeta(document: HtmlDocument): ReadonlyMap<string, readonly string[]> {
  const contents = new Map<string, string[]>();
  const metas = elementsBelow(document, ({ localName }) => localName === 'meta').flatMap((meta) => {
    const content = plainText(meta.getAttribute('content') ?? '').trim();
    return content === '' ? [] : [{ meta, content }];
  });
  for (const attribute of NAME_ATTRIBUTES) {
    const found = new Map<string, string[]>();
    for (const { meta, content } of metas) {
      for (const name of namesOf(meta, attribute)) found.set(name, [...(found.get(name) ?? []), content]);
    }
    for (const [name, values] of found) if (!contents.has(name)) contents.set(name, values);
  }
  return contents;
}

/** Reads of one page's `<meta>` elements share the first one's work. */
const read = new WeakMap<HtmlDocument, ReadonlyMap<string, readonly string[]>>();

/** Every content of the `<meta>` elements with the first of these names that has any. */
export function metaContents(document: HtmlDocument, names: readonly string[]): readonly string[] {
  const contents = read.get(document) ?? readMeta(document);
  read.set(document, contents);
  const name = names.find((each) => contents.has(each));
  return name === undefined ? [] : [...new Set(contents.get(name))];
}

/** First non-empty content of the `<meta>` elements with one of these names, in the order of the names. */
export function metaContent(document: HtmlDocument, names: readonly string[]): string | null {
  return metaContents(document, names)[0] ?? null;
}

/** What Open Graph (ogp.me) and Twitter card elements say of the article. */
export function readOpenGraph(document: HtmlDocument): PageMetadata {
  const meta = (...names: string[]): string | null => metaContent(document, names);
  return {
    ...NO_METADATA,
    title: meta('dc:title', 'dcterm:title', 'dcterms:title', 'og:title', 'twitter:title', 'parsely-title'),
    byline: meta('article:author', 'og:article:author'),
    date: parseDate(meta('article:published_time', 'og:article:published_time', 'og:published_time')),
    language: meta('og:locale'),
    imageUrl: meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    canonicalUrl: meta('og:url'),
    siteName: meta('og:site_name'),
    sections: metaContents(document, ['article:section', 'og:article:section', 'parsely-section', 'section']),
  };
}
