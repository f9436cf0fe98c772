import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';

/** What parsing needs of a page: everything that is no text and no metadata is cut before a tree is built. */
export interface TrimmedHtml {
  /** One well-formed shell (`<html><head>…</head><body>…</body></html>`) around what is left. */
  readonly html: string;
  /** Contents of the `application/ld+json` scripts, in order. */
  readonly jsonLd: readonly string[];
  /** True when the page was longer than is read, and its tail was cut. */
  readonly cut: boolean;
}

/** Characters of markup kept. The longest of 220 benchmark pages has 1.0 million after trimming (2026-11-23). */
const MAX_KEPT = 2_000_000;
/**
 * Nodes kept: tags, texts between them, and the character references that part a text. The page of 220 benchmark pages with most
 * has some 34,000, the others under 20,000 (2026-11-25); time grows faster than their number.
 */
const MAX_NODES = 50_000;
/** Characters of one JSON-LD script that is read. The longest of 220 benchmark pages has 52,000 (2026-11-23). */
const MAX_JSON_LD = 1_000_000;
/**
 * Open elements at one time. The deepest of 220 benchmark pages has 36; Readability's time grows with the square (2026-11-23: 190 ms
 * for one page 1,200 deep, 10 s for twenty towers of 480).
 */
const MAX_DEPTH = 200;
/** A longer tag carries data, not layout: only the attributes that describe it are kept. */
const MAX_TAG = 4096;

const VOID = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose end tag may be left out: the parser closes them, so they do not add to the depth. */
const SELF_ENDING = new Set('p li dt dd tr td th thead tbody tfoot option optgroup'.split(' '));
/** Elements whose whole content is dropped unread. */
const DROPPED = new Set('script style noscript svg template iframe object textarea math canvas'.split(' '));
const SHELL = new Set(['html', 'head', 'body']);
const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const KEPT_ATTRIBUTES =
  /\s(?:class|id|itemprop|lang|role|rel|name|property|datetime)\s*=\s*(?:"[^"]{0,500}"|'[^']{0,500}')/gi;

interface Scan {
  readonly source: string;
  at: number;
  readonly pieces: string[];
  kept: number;
  nodes: number;
  /** Index in `pieces` of the first piece of the body; -1 until a body tag is seen. */
  bodyFrom: number;
  htmlAttributes: string;
  readonly jsonLd: string[];
  readonly open: string[];
  readonly openCount: Map<string, number>;
  /** Elements known to have no further end tag, so that the search for one is not repeated. */
  readonly unclosed: Set<string>;
}

function keep(scan: Scan, piece: string): void {
  if (piece === '') return;
  scan.pieces.push(piece);
  scan.kept += piece.length;
  scan.nodes++;
}

/** Keeps a text up to where it has as many character references as nodes may still be kept: the parser makes a node of each. */
function keepText(scan: Scan, text: string): void {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    scan.nodes++;
    if (scan.nodes < MAX_NODES) continue;
    keep(scan, text.slice(0, at));
    return;
  }
  keep(scan, text);
}

/** Index of the `>` that ends a tag, quoted attribute values skipped; the text's length when there is none. */
function tagEnd(source: string, from: number): number {
  let afterEquals = false;
  for (let i = from; i < source.length; i++) {
    const char = source[i];
    if (char === '>') return i;
    if (afterEquals && (char === '"' || char === "'")) {
      const close = source.indexOf(char, i + 1);
      if (close < 0) return source.length;
      i = close;
      afterEquals = false;
    } else if (char === '=') afterEquals = true;
    else if (char !== ' ' && char !== '\n' && char !== '\t' && char !== '\r') afterEquals = false;
  }
  return source.length;
}

const END_TAGS = new Map(
  [...DROPPED, 'title'].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')]),
);

function findEndTag(scan: Scan, name: string, from: number): number {
  if (scan.unclosed.has(name)) return -1;
  const pattern = END_TAGS.get(name);
  if (pattern === undefined) return -1;
  pattern.lastIndex = from;
  const index = pattern.exec(scan.source)?.index ?? -1;
  if (index < 0) scan.unclosed.add(name);
  return index;
}

function skipDropped(scan: Scan, name: string, tag: string): void {
  const end = findEndTag(scan, name, scan.at);
  if (end < 0) {
    if (name === 'script' || name === 'style') scan.at = scan.source.length;
    return;
  }
  if (name === 'script' && /\bld\+json\b/i.test(tag) && end - scan.at <= MAX_JSON_LD) {
    scan.jsonLd.push(scan.source.slice(scan.at, end));
  }
  scan.at = tagEnd(scan.source, end) + 1;
}

function keepTitle(scan: Scan, tag: string): void {
  const end = findEndTag(scan, 'title', scan.at);
  if (end < 0) return;
  keep(scan, `${tag}${scan.source.slice(scan.at, end).replaceAll('<', '&lt;')}</title>`);
  scan.at = tagEnd(scan.source, end) + 1;
}

function readShellTag(scan: Scan, name: string, tag: string): void {
  if (name === 'html' && scan.htmlAttributes === '') scan.htmlAttributes = tag.slice(5, -1);
  if (name === 'body' && scan.bodyFrom < 0) scan.bodyFrom = scan.pieces.length;
}

function openElement(scan: Scan, name: string): void {
  if (VOID.has(name) || SELF_ENDING.has(name)) return;
  scan.open.push(name);
  scan.openCount.set(name, (scan.openCount.get(name) ?? 0) + 1);
}

function closeElement(scan: Scan, name: string): void {
  if ((scan.openCount.get(name) ?? 0) === 0) return;
  for (;;) {
    const closed = scan.open.pop();
    if (closed === undefined) return;
    scan.openCount.set(closed, (scan.openCount.get(closed) ?? 1) - 1);
    if (closed === name) return;
  }
}

function shortTag(tag: string, name: string): string {
  return tag.length <= MAX_TAG ? tag : `<${name}${(tag.match(KEPT_ATTRIBUTES) ?? []).join('')}>`;
}

function readTag(scan: Scan, closing: boolean, name: string): void {
  const start = scan.at;
  const end = tagEnd(scan.source, start + name.length);
  scan.at = end + 1;
  if (end === scan.source.length) return;
  const tag = scan.source.slice(start, end + 1);
  if (SHELL.has(name)) {
    if (!closing) readShellTag(scan, name, tag);
  } else if (closing) {
    closeElement(scan, name);
    keep(scan, `</${name}>`);
  } else if (DROPPED.has(name)) skipDropped(scan, name, tag);
  else if (name === 'title') keepTitle(scan, tag);
  else {
    openElement(scan, name);
    keep(scan, shortTag(tag, name));
  }
}

function readMarkup(scan: Scan): void {
  const { source, at } = scan;
  if (source.startsWith('<!--', at)) {
    // `<!-->` and `<!--->` are whole comments (WHATWG HTML, 13.2.5.43).
    const end = source.indexOf('-->', at + 2);
    scan.at = end < 0 ? source.length : end + 3;
    return;
  }
  if (source[at + 1] === '!' || source[at + 1] === '?') {
    const end = source.indexOf('>', at);
    scan.at = end < 0 ? source.length : end + 1;
    return;
  }
  TAG_NAME.lastIndex = at;
  const match = TAG_NAME.exec(source);
  if (match?.[2] === undefined) {
    keep(scan, '&lt;');
    scan.at = at + 1;
  } else readTag(scan, match[1] === '/', match[2].toLowerCase());
}

/**
 * Cuts comments, scripts, styles, drawings and oversized attributes out of a page, in one pass and in time linear in its
 * length, and wraps the rest in one shell. Errors: `extract/not-html` when there is not one tag,
 * `extract/too-deep` when elements nest beyond what a news page ever does.
 */
export function trimHtml(source: string): Result<TrimmedHtml, Failure> {
  if (!/<[a-z!]/i.test(source) || source.includes('\0\0')) {
    const message = 'The page is no HTML. It may be a PDF, an image or an empty answer; nothing to do.';
    return err({ code: 'extract/not-html', message, retryable: false });
  }
  const scan: Scan = {
    source,
    at: 0,
    pieces: [],
    kept: 0,
    nodes: 0,
    bodyFrom: -1,
    htmlAttributes: '',
    jsonLd: [],
    open: [],
    openCount: new Map(),
    unclosed: new Set(),
  };
  while (scan.at < source.length && scan.kept < MAX_KEPT && scan.nodes < MAX_NODES) {
    const open = source.indexOf('<', scan.at);
    keepText(scan, source.slice(scan.at, open < 0 ? source.length : open));
    scan.at = open < 0 ? source.length : open;
    if (open >= 0) readMarkup(scan);
    if (scan.open.length > MAX_DEPTH) {
      const message = `Elements of the page nest more than ${MAX_DEPTH} deep, which no news page does. Its feed text is used where there is one.`;
      return err({ code: 'extract/too-deep', message, retryable: false });
    }
  }
  const head = scan.bodyFrom < 0 ? '' : scan.pieces.slice(0, scan.bodyFrom).join('');
  const body = scan.pieces.slice(Math.max(0, scan.bodyFrom)).join('').slice(0, MAX_KEPT);
  const html = `<!doctype html><html${scan.htmlAttributes}><head>${head}</head><body>${body}</body></html>`;
  const cut = scan.at < source.length || body.length === MAX_KEPT || scan.nodes >= MAX_NODES;
  return ok({ html, jsonLd: scan.jsonLd, cut });
}
