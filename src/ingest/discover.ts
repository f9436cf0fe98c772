import { parseHTML } from 'linkedom';

/** An address where a feed is, or may be. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string;
  /** Media type as the page declares it; `guess` for an address where sites of this kind often have one. */
  readonly type: string;
}

const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
  'text/rss+xml',
  'application/x.atom+xml',
  'application/x-atom+xml',
]);

/** Tried in this order after what the page itself names. */
const COMMON_PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
];

/** How an address of a feed ends, for links in the text of a page. */
const FEED_PATH = /(?:^|\/)(?:feeds?|rss|atom)(?:\/|\.xml|\.rss|\.atom|\.rdf|\.json)?$|\.(?:rss|atom|rdf)$/i;

/**
 * Feeds of a site, the likeliest first: those that the page declares (`<link rel="alternate">`, feeds of comments
 * last), then links that look like one, then common addresses, which nobody has promised to exist.
 */
export function discoverFeeds(html: string, pageUrl: string): FeedCandidate[] {
  const { document } = parseHTML(html);
  const base = absolute(document.querySelector('base')?.getAttribute('href') ?? '', pageUrl) ?? pageUrl;
  const found = new Map<string, FeedCandidate>();
  const add = (href: string | null, title: string, type: string) => {
    const url = absolute(href ?? '', base);
    if (url !== null && !found.has(url))
      found.set(url, { url, title: title.replace(/\s+/g, ' ').trim(), type });
  };
  const declared = [...document.getElementsByTagName('link')].map((link) => ({
    relations: (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/),
    type: (link.getAttribute('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '',
    href: link.getAttribute('href'),
    title: link.getAttribute('title') ?? '',
  }));
  const feeds = declared.filter(
    ({ relations, type }) => relations.includes('alternate') && FEED_TYPES.has(type),
  );
  feeds.sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
  for (const { href, title, type } of feeds) add(href, title, type);
  for (const link of document.getElementsByTagName('a')) {
    const href = link.getAttribute('href');
    const url = absolute(href ?? '', base);
    if (url !== null && FEED_PATH.test(new URL(url).pathname)) add(url, link.textContent ?? '', 'guess');
  }
  for (const path of COMMON_PATHS) add(new URL(path, pageUrl).href, '', 'guess');
  return [...found.values()];
}

function isOfComments(link: { readonly href: string | null; readonly title: string }): boolean {
  return /\/comments?(?:\/|$)/i.test(link.href ?? '') || /\bcomments\b/i.test(link.title);
}

function absolute(href: string, base: string): string | null {
  const url = href.trim() === '' ? null : URL.parse(href.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}
