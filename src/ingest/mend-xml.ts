import { completeElements, localName, tagsOf, type XmlTag } from './xml-markup.ts';

export type FeedRoot = 'rss' | 'rdf' | 'feed';

/** The document from its root element on, free of what no parser takes. */
export interface ReadableXml {
  /** Empty when there is no root element of the names looked for. */
  readonly text: string;
  /** Local name of the root, lower case; null when there is none. */
  readonly root: string | null;
  readonly warnings: readonly string[];
}

/**
 * Drops what stands before the root element: byte order marks, blank lines, warnings of the server's own software, the
 * document type with its entities (feeds need none, and what they declare can be hostile). Control characters go too.
 * Characters of windows-1252 that were passed on as they were (U+0080 to U+009F, where no text has any use for the
 * control characters) become those they were meant as, as the HTML Standard does for references (§13.2.5.80). An HTML page
 * has no feed root, even where a feed is quoted in it.
 */
export function readableXml(text: string, roots: ReadonlySet<string>): ReadableXml {
  const meant = text.replace(/[\x80-\x9f]/g, (character) =>
    WINDOWS_1252.decode(Uint8Array.of(character.charCodeAt(0))),
  );
  const clean = meant.replace(/[^\P{Cc}\t\n\r]/gu, '');
  const warnings = clean.length === meant.length ? [] : ['control characters were removed'];
  const root = findRoot(clean, roots);
  if (root === null) return { text: '', root: null, warnings };
  const before = clean
    .slice(0, root.start)
    .replace(/^\uFEFF|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/gi, '')
    .trim();
  if (before !== '') warnings.push('text before the document was skipped');
  return { text: clean.slice(root.start), root: localName(root.name), warnings };
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function findRoot(text: string, roots: ReadonlySet<string>): XmlTag | null {
  for (const tag of tagsOf(text)) {
    if (tag.kind !== 'start') continue;
    if (roots.has(localName(tag.name))) return tag;
    if (tag.name === 'html') return null;
  }
  return null;
}

/** A feed taken apart at its entries. */
export interface FeedParts {
  readonly root: FeedRoot;
  /** The root's start tag, as written, with the namespaces it declares. */
  readonly rootTag: string;
  /** What stands between the root's start tag and the first entry. */
  readonly head: string;
  /** Entries with their tags; one that lacks its end tag goes up to where the next one starts. */
  readonly items: readonly FeedEntry[];
  /** The document ends inside an entry, or before its root is closed. */
  readonly isTruncated: boolean;
}

interface FeedEntry {
  readonly startTag: string;
  readonly inner: string;
  readonly name: string;
  readonly isClosed: boolean;
}

const ENTRY_NAMES: ReadonlySet<string> = new Set(['item', 'entry']);
/** Prefixes of other vocabularies whose elements happen to have the name of an entry. */
const FOREIGN_ENTRY = /^(?:media|itunes|podcast|thr|app|dc|dcterms):/;

/** Cuts a document that starts with its root element into entries. `text` comes from `readableXml`. */
export function cutFeed(text: string, root: FeedRoot): FeedParts {
  const tags = [...tagsOf(text)];
  const entryName = tags.find(isEntry)?.name;
  const entryTags = tags.filter((tag) => tag.name === entryName);
  const items: FeedEntry[] = [];
  entryTags.forEach((tag, index) => {
    // An entry holds no other: it ends at the next tag of its name, whether that closes it or opens another.
    const next = entryTags[index + 1];
    if (tag.kind !== 'start' || next === undefined) return;
    const startTag = text.slice(tag.start, tag.end);
    items.push({
      startTag,
      inner: text.slice(tag.end, next.start),
      name: tag.name,
      isClosed: next.kind === 'end',
    });
  });
  const rootEnd = tags[0]?.end ?? 0;
  const isRootClosed = tags.some((tag) => tag.kind === 'end' && localName(tag.name) === root);
  return {
    root,
    rootTag: text.slice(0, rootEnd),
    head: text.slice(rootEnd, entryTags[0]?.start ?? text.length),
    items,
    isTruncated: !isRootClosed || entryTags.at(-1)?.kind === 'start',
  };
}

function isEntry(tag: XmlTag): boolean {
  return ENTRY_NAMES.has(localName(tag.name)) && !FOREIGN_ENTRY.test(tag.name);
}

const HEAD_NAMES: ReadonlySet<string> = new Set([
  'title',
  'link',
  'description',
  'language',
  'id',
  'updated',
  'subtitle',
  'tagline',
  'atom:link',
  'atom10:link',
  'dc:language',
  'author',
]);
const ENTRY_CHILDREN: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'description',
  'summary',
  'content',
  'content:encoded',
  'dc:date',
  'dc:creator',
  'category',
  'enclosure',
  'media:content',
  'media:thumbnail',
]);

/**
 * Puts the parts together as a well-nested document: of the head only complete elements that matter, and the entries
 * as they are (`whole`) or with no more than their complete known children (`known-children`).
 */
export function rebuildFeed(parts: FeedParts, entries: 'whole' | 'known-children'): string {
  const head = completeElements(parts.head, HEAD_NAMES).join('');
  const body = parts.items.map(({ startTag, inner, name, isClosed }) => {
    const isWhole = entries === 'whole' && isClosed;
    return `${startTag}${isWhole ? inner : completeElements(inner, ENTRY_CHILDREN).join('')}</${name}>`;
  });
  const rootName = /^<([^\s>/]+)/.exec(parts.rootTag)?.[1] ?? parts.root;
  const content = body.join('\n');
  if (parts.root === 'feed') return `${parts.rootTag}${head}${content}</${rootName}>`;
  if (parts.root === 'rss') return `${parts.rootTag}<channel>${head}${content}</channel></${rootName}>`;
  return `${parts.rootTag}<channel>${head}</channel>${content}</${rootName}>`;
}
