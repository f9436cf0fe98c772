/**
 * Feeds of older or looser vocabularies in the words the parser knows: attributes and element names are exchanged, texts
 * stay as they are. One pass over the tags, so that it takes time in proportion to the document.
 */
import type { FeedRoot } from './mend-xml.ts';
import { localName, tagsOf, type XmlTag } from './xml-markup.ts';

/** Type given to texts in base64 (Atom 0.3 `mode="base64"`); `formats/atom.ts` decodes them. */
export const BASE64_TYPE = 'base64';

export function inCurrentTerms(xml: string, root: FeedRoot): string {
  return root === 'feed' ? atomInCurrentTerms(xml) : rssInCurrentTerms(xml);
}

/** Rewritten tags between the untouched stretches of the document. */
class TagRewriter {
  private readonly pieces: string[] = [];
  private readonly xml: string;
  private copiedTo = 0;

  constructor(xml: string) {
    this.xml = xml;
  }

  raw(tag: XmlTag): string {
    return this.xml.slice(tag.start, tag.end);
  }

  /** Puts `text` in the place of a tag. The number returned lets a later tag `amend` it. */
  put(tag: XmlTag, text: string): number {
    this.pieces.push(this.xml.slice(this.copiedTo, tag.start), text);
    this.copiedTo = tag.end;
    return this.pieces.length - 1;
  }

  amend(piece: number, change: (text: string) => string): void {
    this.pieces[piece] = change(this.pieces[piece] ?? '');
  }

  text(): string {
    return this.pieces.length === 0 ? this.xml : this.pieces.join('') + this.xml.slice(this.copiedTo);
  }
}

const TEXT_CONSTRUCTS: ReadonlySet<string> = new Set(['title', 'subtitle', 'tagline', 'summary', 'content']);
/** Elements that end a text construct left open rather than being markup in it. */
const ATOM_ELEMENTS: ReadonlySet<string> = new Set([
  ...TEXT_CONSTRUCTS,
  ...['feed', 'entry', 'id', 'link', 'updated', 'published', 'modified', 'issued', 'created'],
  ...['author', 'contributor', 'category', 'rights', 'source', 'generator', 'icon', 'logo'],
]);

/**
 * Atom 0.3 §3.1: `mode="base64"` texts, and markup that stands in a text unescaped (its default mode is xml), which Atom
 * 1.0 writes as type xhtml. An empty `xml:lang` takes the language back that stands around it (XML 1.0 §2.12).
 */
function atomInCurrentTerms(xml: string): string {
  const rewriter = new TagRewriter(xml);
  // The start tag of a plain text just opened, whose next tag tells whether there is markup in it.
  let open: number | null = null;
  for (const tag of tagsOf(xml)) {
    if (open !== null && tag.kind !== 'end' && !ATOM_ELEMENTS.has(localName(tag.name)))
      rewriter.amend(open, (text) => withAttribute(text, 'type', 'xhtml'));
    open = tag.kind === 'end' ? null : rewriteAtomTag(rewriter, tag);
  }
  return rewriter.text();
}

/** The piece of the start tag of a plain text; null for all other tags. */
function rewriteAtomTag(rewriter: TagRewriter, tag: XmlTag): number | null {
  const raw = rewriter.raw(tag);
  const text = withLanguageNamed(raw);
  if (tag.kind !== 'start' || !TEXT_CONSTRUCTS.has(localName(tag.name))) {
    if (text !== raw) rewriter.put(tag, text);
    return null;
  }
  const isBase64 = /\smode\s*=\s*["']\s*base64/i.test(raw);
  const piece = rewriter.put(tag, isBase64 ? withAttribute(text, 'type', BASE64_TYPE) : text);
  return !isBase64 && isPlain(raw) ? piece : null;
}

/** No type, or one of plain text, and not said to be escaped. */
function isPlain(startTag: string): boolean {
  const type = /\stype\s*=\s*["']\s*([^"']*)/i.exec(startTag)?.[1] ?? 'text';
  return /^text(?:\/plain)?\s*$/i.test(type) && !/\smode\s*=\s*["']\s*escaped/i.test(startTag);
}

/** `und` is the code of ISO 639-2 for a language not told. */
function withLanguageNamed(startTag: string): string {
  return startTag.replace(/(\sxml:lang\s*=\s*)(?:""|'')/i, '$1"und"');
}

/**
 * Names of elements and what they are called now: the full text of an item as XHTML (`body`) or under the name of the
 * early aggregators (`fullitem`), the author of drafts of Dublin Core.
 */
const RSS_NAMES: ReadonlyMap<string, string> = new Map([
  ['body', 'content:encoded'],
  ['xhtml:body', 'content:encoded'],
  ['fullitem', 'content:encoded'],
  ['dc:author', 'dc:creator'],
]);

/**
 * RSS with a prefix of its own (`<r:rss>`), the names above, podcast pictures given as `url` or as a link, and the
 * language that the text of an item states for itself.
 */
function rssInCurrentTerms(xml: string): string {
  const rewriter = new TagRewriter(xml);
  let prefix: string | null = null;
  let item: number | null = null;
  for (const tag of tagsOf(xml)) {
    prefix ??= prefixOfRoot(tag.name);
    const name = currentName(tag.name, prefix);
    const raw = rewriter.raw(tag);
    const text = podcastPicture(name, renamed(raw, tag, name));
    if (name === 'item' && tag.kind === 'start') item = rewriter.put(tag, text);
    else if (text !== raw) rewriter.put(tag, text);
    const language = name === 'content:encoded' ? languageIn(raw) : null;
    if (item === null || language === null) continue;
    rewriter.amend(item, (start) => withAttribute(start, 'xml:lang', language));
    item = null;
  }
  return rewriter.text();
}

function languageIn(startTag: string): string | null {
  return /\sxml:lang\s*=\s*["']([\w-]+)/i.exec(startTag)?.[1] ?? null;
}

function currentName(written: string, prefix: string): string {
  const name = written.startsWith(prefix) ? written.slice(prefix.length) : written;
  return RSS_NAMES.get(name) ?? name;
}

/** "r:" of `<r:rss>`; the root of RDF feeds has a prefix by its nature. */
function prefixOfRoot(root: string): string {
  return root.endsWith(':rss') ? root.slice(0, -'rss'.length) : '';
}

function renamed(raw: string, tag: XmlTag, name: string): string {
  const start = tag.kind === 'end' ? 2 : 1;
  return raw.slice(0, start) + name + raw.slice(start + tag.name.length);
}

function podcastPicture(name: string, raw: string): string {
  if (name === 'itunes:image') return raw.replace(/\surl\s*=/i, ' href=');
  if (name === 'itunes:link' && /\srel\s*=\s*["']image["']/i.test(raw))
    return raw.replace(/\/?>$/, '/>').replace(/^<itunes:link/i, '<itunes:image');
  return raw;
}

/** A start tag with the attribute set, in the place of one it has of the name. */
function withAttribute(startTag: string, name: string, value: string): string {
  const without = startTag.replace(new RegExp(String.raw`\s${name}\s*=\s*(?:"[^"]*"|'[^']*')`, 'i'), '');
  const end = without.endsWith('/>') ? -2 : -1;
  return `${without.slice(0, end)} ${name}="${value}"${without.slice(end)}`;
}
