import type { HttpClient } from '../../http/http-client.ts';
import type { HttpResponse } from '../../http/http-response.ts';
import { discoverFeeds } from '../../ingest/discover.ts';
import { parseNewsSitemap, sitemapKind, sitemapsOfIndex } from '../../ingest/news-sitemap.ts';
import { parseFeed } from '../../ingest/parse-feed.ts';
import { isArticlePage, isArticlePath, readSectionPage } from '../../ingest/section-page.ts';
import { sitemapPlaces } from '../../ingest/sitemap-places.ts';
import { xmlOf } from '../read-feed.ts';

/** Something that articles of a site can be read from. */
export interface FoundSource {
  readonly what: 'feed' | 'news-sitemap' | 'section-page';
  readonly url: string;
  readonly name: string;
  readonly homeUrl: string | null;
}

/** Addresses asked at a site that names no source: the likeliest only, since most will not be there. */
const FEED_PROBES = 8;
const SITEMAP_PROBES = 6;
/** Site maps of an index looked into: the likeliest one has news or none has. */
const MAPS_OF_INDEX = 2;
/** A page that links to fewer articles may be one itself, with "read more" beneath. */
const LINKS_OF_SECTION = 5;
/** Names of site maps that hold a day's or a month's pages: another one has the news tomorrow. */
const IS_DATED = /\d{2,}/;

/** The feed or the news site map that an answer is; null when it is neither. */
export async function sourceAt(http: HttpClient, response: HttpResponse): Promise<FoundSource | null> {
  const { url, contentType } = response;
  const text = xmlOf(response);
  if (sitemapKind(text) !== null) return await newsSitemapAt(http, response);
  const feed = parseFeed(text, { url, contentType });
  if (!feed.ok) return null;
  const { title, homeUrl } = feed.value;
  return { what: 'feed', url, name: title ?? new URL(url).hostname, homeUrl };
}

/** The site map itself when it lists news; of an index, the one that does, or the index when its site maps come and go. */
async function newsSitemapAt(http: HttpClient, response: HttpResponse): Promise<FoundSource | null> {
  const text = xmlOf(response);
  const { url } = response;
  if (sitemapKind(text) === 'urls') {
    const news = parseNewsSitemap(text, url);
    if (!news.ok) return null;
    const { title, homeUrl } = news.value;
    return { what: 'news-sitemap', url, name: title ?? new URL(url).hostname, homeUrl };
  }
  for (const { url: child } of sitemapsOfIndex(text, url).slice(0, MAPS_OF_INDEX)) {
    const answer = await probe(http, child);
    if (answer === null || sitemapKind(xmlOf(answer)) !== 'urls') continue;
    const found = await newsSitemapAt(http, answer);
    if (found !== null) return IS_DATED.test(new URL(child).pathname) ? { ...found, url } : found;
  }
  return null;
}

async function probe(http: HttpClient, url: string): Promise<HttpResponse | null> {
  const answer = await http.get(url, { purpose: 'discovery', retries: 0 });
  return answer.ok ? answer.value : null;
}

/** Whether a page lists articles rather than being one. */
export function isSection(html: string, url: string): boolean {
  if (isArticlePath(new URL(url).pathname) || isArticlePage(html)) return false;
  const section = readSectionPage(html, url);
  return section.ok && section.value.items.length >= LINKS_OF_SECTION;
}

/**
 * What a site can be read from, judged by a page of it: the feeds that the page declares, or else the first feed found in its links and
 * in common places; where there is none, its news site map; where there is none of these either, the page itself.
 */
export async function findSources(http: HttpClient, html: string, url: string): Promise<FoundSource[]> {
  const feeds = await findFeeds(http, html, url);
  if (feeds.length > 0) return feeds;
  const sitemap = await findNewsSitemap(http, url);
  if (sitemap !== null) return [sitemap];
  const section = readSectionPage(html, url);
  if (!section.ok) return [];
  const { hostname } = new URL(url);
  return [
    { what: 'section-page', url, name: section.value.title ?? hostname, homeUrl: new URL('/', url).href },
  ];
}

async function findFeeds(http: HttpClient, html: string, url: string): Promise<FoundSource[]> {
  const candidates = discoverFeeds(html, url);
  const { hostname } = new URL(url);
  const homeUrl = new URL('/', url).href;
  const declared = candidates.filter(({ type }) => type !== 'guess');
  if (declared.length > 0)
    return declared.map((feed) => ({ what: 'feed', url: feed.url, name: feed.title || hostname, homeUrl }));
  for (const candidate of candidates.slice(0, FEED_PROBES)) {
    const answer = await probe(http, candidate.url);
    const found = answer === null ? null : await sourceAt(http, answer);
    if (found?.what === 'feed') return [{ ...found, homeUrl: found.homeUrl ?? homeUrl }];
  }
  return [];
}

async function findNewsSitemap(http: HttpClient, url: string): Promise<FoundSource | null> {
  const robots = await http.get(new URL('/robots.txt', url).href, {
    purpose: 'discovery',
    retries: 0,
    skipRobots: true,
  });
  const rules = robots.ok ? new TextDecoder().decode(robots.value.bytes) : '';
  for (const place of sitemapPlaces(url, rules).slice(0, SITEMAP_PROBES)) {
    const answer = await probe(http, place);
    const found = answer === null ? null : await sourceAt(http, answer);
    if (found?.what === 'news-sitemap') return found;
  }
  return null;
}
