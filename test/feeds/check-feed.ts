/**
 * The rules of the W3C feed validator (validator.w3.org/feed/docs) and of JSON Feed 1.1 that a feed of ours could break:
 * well-formed, required elements, absolute addresses, dates, unique identifiers, a link to itself, media types, no markup where
 * text is meant and only escaped markup elsewhere. Each check returns what is wrong in words.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface ServedFeed {
  readonly body: string;
  readonly contentType: string;
  /** Where it was asked for. */
  readonly url: string;
}

type Node = Readonly<Record<string, unknown>>;

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ['entry', 'item', 'link', 'atom:link', 'author', 'category'].includes(name),
  htmlEntities: false,
});

function list(value: unknown): readonly Node[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Node[];
}

/** Text of an element, with or without attributes. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return textOf((value as Node)['#text']);
  return value === undefined || value === null ? '' : String(value);
}

function isAbsolute(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

function isMoment(text: string, form: RegExp): boolean {
  return form.test(text) && !Number.isNaN(Date.parse(text));
}

/** What a parser of HTML would take for a tag. */
function hasMarkup(text: string): boolean {
  return /<[a-z/!?]/i.test(text);
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function xmlProblems({ body }: ServedFeed): string[] {
  const problems: string[] = [];
  const validity = XMLValidator.validate(body);
  if (validity !== true) problems.push(`not well-formed: ${validity.err.msg}`);
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(body))
    problems.push('holds a character that XML does not allow');
  if (!body.startsWith('<?xml')) problems.push('no XML declaration');
  return problems;
}

function mediaTypeProblem({ contentType }: ServedFeed, expected: string): string[] {
  return contentType === `${expected}; charset=utf-8` ? [] : [`media type is ${contentType}`];
}

function checkPlain(name: string, element: unknown): string[] {
  const type = typeof element === 'object' && element !== null ? (element as Node)['@type'] : undefined;
  if (element === undefined || textOf(element).trim() === '') return [`${name} is missing or empty`];
  return type === undefined || type === 'text' || type === 'html' ? [] : [`${name} has type ${String(type)}`];
}

/** Atom 1.0, RFC 4287. */
export function checkAtom(served: ServedFeed): string[] {
  const problems = [...xmlProblems(served), ...mediaTypeProblem(served, 'application/atom+xml')];
  if (problems.some((problem) => problem.startsWith('not well-formed'))) return problems;
  const feed = (parser.parse(served.body) as Node).feed as Node | undefined;
  if (feed === undefined) return [...problems, 'no feed element'];
  if (feed['@xmlns'] !== 'http://www.w3.org/2005/Atom') problems.push('not in the namespace of Atom');
  problems.push(...checkPlain('title of the feed', feed.title));
  if (!isAbsolute(textOf(feed.id))) problems.push('id of the feed is not absolute');
  if (!isMoment(textOf(feed.updated), RFC3339)) problems.push('updated of the feed is no RFC 3339 date');
  const links = list(feed.link);
  const self = links.filter((link) => link['@rel'] === 'self');
  if (self.length !== 1 || self[0]?.['@href'] !== served.url) problems.push('no link to itself');
  const kinds = links.map((link) => `${String(link['@rel'])} ${String(link['@type'])}`);
  if (repeated(kinds).length > 0) problems.push('two links of one kind');
  for (const link of links) if (!isAbsolute(String(link['@href']))) problems.push('a link is relative');
  const entries = list(feed.entry);
  if (list(feed.author).length === 0 && entries.some((entry) => list(entry.author).length === 0))
    problems.push('no author');
  for (const id of repeated(entries.map((entry) => textOf(entry.id)))) problems.push(`id ${id} is repeated`);
  for (const entry of entries) problems.push(...atomEntryProblems(entry));
  return problems;
}

function atomEntryProblems(entry: Node): string[] {
  const problems = checkPlain('title of an entry', entry.title);
  if (!isAbsolute(textOf(entry.id))) problems.push('id of an entry is not absolute');
  if (!isMoment(textOf(entry.updated), RFC3339)) problems.push('updated of an entry is no RFC 3339 date');
  if (entry.published !== undefined && !isMoment(textOf(entry.published), RFC3339))
    problems.push('published of an entry is no RFC 3339 date');
  if (entry.content === undefined) {
    if (!list(entry.link).some((link) => link['@rel'] === 'alternate')) problems.push('no alternate link');
    problems.push(...checkPlain('summary of an entry', entry.summary));
  }
  for (const link of list(entry.link))
    if (!isAbsolute(String(link['@href']))) problems.push('a link is relative');
  for (const category of list(entry.category))
    if (String(category['@term'] ?? '') === '') problems.push('a category has no term');
  return problems;
}

/** RSS 2.0 (rssboard.org/rss-specification) with the RSS Best Practices Profile. */
export function checkRss(served: ServedFeed): string[] {
  const problems = [...xmlProblems(served), ...mediaTypeProblem(served, 'application/rss+xml')];
  if (problems.some((problem) => problem.startsWith('not well-formed'))) return problems;
  const rss = (parser.parse(served.body) as Node).rss as Node | undefined;
  const channel = rss?.channel as Node | undefined;
  if (rss?.['@version'] !== '2.0' || channel === undefined) return [...problems, 'not RSS 2.0'];
  for (const name of ['title', 'link', 'description'])
    if (textOf(list(channel[name])[0]).trim() === '') problems.push(`${name} of the channel is missing`);
  if (!isAbsolute(textOf(list(channel.link)[0]))) problems.push('link of the channel is not absolute');
  if (!isMoment(textOf(channel.lastBuildDate), RFC822)) problems.push('lastBuildDate is no RFC 822 date');
  const self = list(channel['atom:link']).filter((link) => link['@rel'] === 'self');
  if (self.length !== 1 || self[0]?.['@href'] !== served.url) problems.push('no link to itself');
  if (rss['@xmlns:atom'] !== 'http://www.w3.org/2005/Atom') problems.push('atom:link without its namespace');
  const items = list(channel.item);
  for (const guid of repeated(items.map((item) => textOf(item.guid))))
    problems.push(`guid ${guid} is repeated`);
  for (const item of items) problems.push(...rssItemProblems(item));
  return problems;
}

function rssItemProblems(item: Node): string[] {
  const problems: string[] = [];
  if (textOf(item.title).trim() === '') problems.push('an item has no title');
  if (hasMarkup(textOf(item.title))) problems.push('a title holds markup');
  const description = textOf(item.description);
  if (description.trim() === '') problems.push('an item has no description');
  if (/<(?:script|iframe|object|style|form|meta|link|base)\b|<[^>]*\son[a-z]+\s*=/i.test(description))
    problems.push('a description holds dangerous markup');
  if (/\s(?:href|src)="(?!https?:)/i.test(description))
    problems.push('a description holds a relative address');
  if (!isAbsolute(textOf(list(item.link)[0]))) problems.push('link of an item is not absolute');
  const guid = textOf(item.guid);
  const isPermaLink = ((item.guid as Node | undefined)?.['@isPermaLink'] ?? 'true') === 'true';
  if (guid === '' || (isPermaLink && !isAbsolute(guid))) problems.push('guid of an item is no address');
  if (!isMoment(textOf(item.pubDate), RFC822)) problems.push('pubDate is no RFC 822 date');
  return problems;
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function checkJsonFeed(served: ServedFeed): string[] {
  const problems = mediaTypeProblem(served, 'application/feed+json');
  const feed = JSON.parse(served.body) as Node;
  if (feed.version !== 'https://jsonfeed.org/version/1.1') problems.push('not version 1.1');
  if (typeof feed.title !== 'string' || feed.title === '') problems.push('no title');
  if (feed.feed_url !== served.url) problems.push('no address of its own');
  if (!isAbsolute(String(feed.home_page_url))) problems.push('home_page_url is not absolute');
  if (!Array.isArray(feed.items)) return [...problems, 'no items'];
  const items = list(feed.items);
  for (const id of repeated(items.map((item) => String(item.id)))) problems.push(`id ${id} is repeated`);
  for (const item of items) problems.push(...jsonItemProblems(item));
  return problems;
}

function jsonItemProblems(item: Node): string[] {
  const problems: string[] = [];
  if (typeof item.id !== 'string' || item.id === '') problems.push('an item has no id');
  if (typeof item.content_text !== 'string' && typeof item.content_html !== 'string')
    problems.push('an item has no content');
  if (!isAbsolute(String(item.url))) problems.push('url of an item is not absolute');
  for (const name of ['date_published', 'date_modified'])
    if (!isMoment(String(item[name]), RFC3339)) problems.push(`${name} is no RFC 3339 date`);
  if (!Array.isArray(item.tags) || item.tags.some((tag) => typeof tag !== 'string' || tag === ''))
    problems.push('tags are no list of texts');
  return problems;
}

export const CHECKS = { atom: checkAtom, rss: checkRss, json: checkJsonFeed } as const;
