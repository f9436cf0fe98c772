import { decodeHTML } from 'entities';
import type { DatedEntry } from './dated-entries.ts';
import { type CreditedCaption, splitCredit } from './image-credit.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { parseDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';
import { absoluteUrl, withoutTracking } from './web-address.ts';

type Node = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|^Report|LiveBlog\w*|SocialMediaPosting)$/;
/** Objects nest this deep at most: `@graph` › WebPage › mainEntity › NewsArticle needs four. */
const MAX_DEPTH = 6;
const MAX_NODES = 5000;
/** Entries of a live blog that are read. */
const MAX_UPDATES = 1000;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Reads one script's content; JSON with raw control characters, CDATA marks or a trailing semicolon is mended. */
function parseScript(script: string): unknown {
  const mended = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*$/, '')
    .replace(/;\s*$/, '')
    .replace(/\p{Cc}+/gu, ' ');
  for (const text of [mended, mended.replace(/,(?=\s*[}\]])/g, '')]) {
    try {
      return JSON.parse(text);
    } catch {
      // Not JSON in this form: the next one may be.
    }
  }
  return null;
}

/** Members that hold other articles, or what others said. */
const OTHERS = new Set(['itemListElement', 'liveBlogUpdate', 'comment', 'review', 'isPartOf', 'mentions']);

function children(node: Node): unknown[] {
  return Object.entries(node).flatMap(([key, child]) => (OTHERS.has(key) ? [] : [child]));
}

/** All objects of the scripts, outermost first, except the members of lists of other articles. */
function collectNodes(roots: readonly unknown[]): Node[] {
  const nodes: Node[] = [];
  let level = roots.flatMap(list);
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && nodes.length < MAX_NODES; depth++) {
    const found = level.filter(isNode);
    nodes.push(...found);
    level = found.flatMap(children).flatMap(list).slice(0, MAX_NODES);
  }
  return nodes;
}

function text(value: unknown): string | null {
  const first = list(value)[0];
  if (typeof first !== 'string' && typeof first !== 'number') return null;
  const decoded = plainText(decodeHTML(String(first))).trim();
  return decoded === '' ? null : decoded;
}

/** The object a value stands for: itself, or the one elsewhere in the scripts that it names by `@id`. */
function resolve(value: unknown, byId: ReadonlyMap<string, Node>): Node | null {
  if (!isNode(value)) return null;
  const id = value['@id'];
  const named = typeof id === 'string' ? byId.get(id) : undefined;
  return named === undefined ? value : { ...named, ...value };
}

function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  return typeof value === 'string' ? text(value) : text(resolve(value, byId)?.name);
}

function addressOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  const first = list(value)[0];
  if (typeof first === 'string') return first;
  const node = resolve(first, byId);
  const address = list(node?.url ?? node?.contentUrl ?? node?.['@id'])[0];
  return typeof address === 'string' ? address : null;
}

function readAuthors(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  const names = list(value).flatMap((author) => {
    const name = isNode(author) ? resolve(author, byId)?.name : author;
    return list(name).flatMap((part) => text(part) ?? []);
  });
  return names.length === 0 ? null : [...new Set(names)].slice(0, 8).join(', ');
}

function readBody(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const lines = decodeHTML(value)
    .split(/\r?\n|\s{3,}|<\/?(?:p|br|h\d|li|div)\b[^<>]*>/i)
    .map((line) => plainText(line.replace(/<[^<>]*>/g, '')).trim());
  const body = lines.filter((line) => line !== '').join('\n');
  return body === '' ? null : body;
}

function readFlag(value: unknown): boolean | null {
  const written = String(list(value)[0] ?? '').toLowerCase();
  if (written === 'false' || written.endsWith('/false')) return false;
  return written === 'true' || written.endsWith('/true') ? true : null;
}

function typesOf(node: Node): string[] {
  return list(node['@type']).flatMap((type) => (typeof type === 'string' ? [type] : []));
}

/** Caption and credit of the first image; a name in place of an image is an address. */
function readImage(value: unknown, byId: ReadonlyMap<string, Node>): CreditedCaption {
  const image = resolve(list(value)[0], byId);
  if (image === null) return NO_METADATA.image;
  const stated = splitCredit(text(image.caption) ?? '');
  const owner = [image.creditText, image.creator, image.copyrightHolder].map((each) =>
    nameOf(list(each)[0], byId),
  );
  return { caption: stated.caption, credit: owner.find((name) => name !== null) ?? stated.credit };
}

function readUpdate(update: Node): DatedEntry {
  const headline = text(update.headline) ?? text(update.name);
  const body = readBody(update.articleBody)?.split('\n') ?? [];
  const date = parseDate(text(update.datePublished)) ?? parseDate(text(update.dateModified));
  return { at: date?.at ?? null, lines: headline === null ? body : [headline, ...body] };
}

/** Of several articles on a page, the one that names the page's own address; the outermost otherwise. */
function chooseArticle(
  nodes: readonly Node[],
  byId: ReadonlyMap<string, Node>,
  pageUrl: string,
): Node | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const own = withoutTracking(pageUrl);
  const isOwn = (node: Node): boolean =>
    [node.url, node.mainEntityOfPage, node['@id']].some((value) => {
      const address = absoluteUrl(addressOf(value, byId), pageUrl);
      return address !== null && withoutTracking(address) === own;
    });
  return articles.find(isOwn) ?? articles.find((node) => text(node.headline) !== null) ?? articles[0] ?? null;
}

/**
 * What the JSON-LD of a page says of its article (schema.org NewsArticle and its kin). `scripts` are the contents of the
 * page's `application/ld+json` elements; one that cannot be read counts as absent.
 */
export function readJsonLd(scripts: readonly string[], pageUrl: string): PageMetadata {
  const nodes = collectNodes(scripts.map(parseScript));
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 2 && !byId.has(id)) byId.set(id, node);
  }
  const article = chooseArticle(nodes, byId, pageUrl);
  if (article === null) return { ...NO_METADATA, types: nodes.flatMap(typesOf) };
  return {
    title: text(article.headline) ?? text(article.name),
    name: text(article.name),
    byline: readAuthors(article.author ?? article.creator, byId),
    date: parseDate(text(article.datePublished)) ?? parseDate(text(article.dateCreated)),
    language: nameOf(article.inLanguage, byId),
    imageUrl: addressOf(article.image ?? article.thumbnailUrl, byId),
    canonicalUrl: null,
    siteName: nameOf(list(article.publisher)[0], byId),
    accessibleForFree: readFlag(article.isAccessibleForFree),
    articleBody: readBody(article.articleBody),
    types: typesOf(article),
    sections: [...list(article.articleSection), ...list(article.genre)].flatMap((name) => text(name) ?? []),
    image: readImage(article.image, byId),
    updates: list(article.liveBlogUpdate).filter(isNode).slice(0, MAX_UPDATES).map(readUpdate),
  };
}
