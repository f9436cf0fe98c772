import { parseHTML } from 'linkedom';
import type { Failure } from '../core/failure.ts';
import type { FeedItem, ParsedFeed } from '../core/feed-item.ts';
import { err, ok, type Result } from '../core/result.ts';
import { canonicalUrl } from './canonical-url.ts';
import { parseFeedDate } from './feed-date.ts';
import { collapse } from './formats/feed-fields.ts';
import { outletIdOf } from './outlet-of-feed.ts';

/** Fewer articles than this and a page is no list of them. */
const FEWEST = 3;
/** Articles taken of one page: what stands further down has been seen before, or is no news. */
const MOST = 60;
/** Headlines are no shorter and no longer; what is shorter is a section's name or "Read more". UTF-16 code units. */
const TITLE_LENGTHS = [15, 300] as const;
/** Ancestors looked through for the time and the picture of a teaser. */
const TEASER_DEPTH = 5;

const PAGE_PARTS = 'nav, footer, [role="navigation"], [role="contentinfo"]';

/**
 * Whether a path looks like that of an article: a date, a number of an archive, or a headline in it. Section pages, tags and
 * authors have short names.
 */
export function isArticlePath(pathname: string): boolean {
  if (/\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|$)/.test(pathname)) return true;
  const last = decodedName(pathname.split('/').filter(Boolean).at(-1) ?? '');
  const words = last
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_]/)
    .filter(Boolean);
  return words.length >= 4 || /\d{5,}/.test(last);
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a page says of itself that it is one article (Open Graph, or the time at which it was published). */
export function isArticlePage(html: string): boolean {
  const { document } = parseHTML(html);
  return [...document.getElementsByTagName('meta')].some((meta) => {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase();
    const content = (meta.getAttribute('content') ?? '').toLowerCase();
    return name === 'article:published_time' || (name === 'og:type' && content === 'article');
  });
}

interface Teaser {
  readonly url: string;
  title: string;
  publishedAt: number | null;
}

/**
 * The articles that a page of a site links to, in its order, as the items of a feed: links within the same site whose address and
 * text look like those of an article, outside of navigation and footer. Fails with `feed/empty` when there are next to none.
 */
export function readSectionPage(html: string, pageUrl: string): Result<ParsedFeed, Failure> {
  const { document } = parseHTML(html);
  const base = baseOf(document, pageUrl);
  const site = outletIdOf(null, pageUrl);
  const own = canonicalUrl(pageUrl);
  const teasers = new Map<string, Teaser>();
  for (const link of document.getElementsByTagName('a')) {
    const url = articleUrl(link.getAttribute('href'), base);
    if (url === null || url === own || outletIdOf(null, url) !== site || link.closest(PAGE_PARTS) !== null)
      continue;
    // Most teasers link twice, with the picture and with the headline: the longer text is the headline.
    const teaser = teasers.get(url) ?? { url, title: '', publishedAt: null };
    const title = headlineOf(link);
    if (title.length > teaser.title.length && title.length <= TITLE_LENGTHS[1]) teaser.title = title;
    teaser.publishedAt ??= timeOf(link, url, base);
    teasers.set(url, teaser);
  }
  const items = [...teasers.values()].filter(({ title }) => title.length >= TITLE_LENGTHS[0]).slice(0, MOST);
  if (items.length < FEWEST) return err(noArticles(pageUrl));
  const language = document.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase() || null;
  return ok({
    format: 'section-page',
    title: collapse(document.querySelector('title')?.textContent ?? '') || null,
    homeUrl: new URL('/', pageUrl).href,
    language,
    hubUrl: null,
    selfUrl: null,
    ttlMinutes: null,
    items: items.map((teaser) => itemOf(teaser, language)),
    warnings: [],
  });
}

function baseOf(document: Document, pageUrl: string): string {
  const href = document.querySelector('base')?.getAttribute('href') ?? '';
  return URL.parse(href, pageUrl)?.href ?? pageUrl;
}

function articleUrl(href: string | null, base: string): string | null {
  const text = href?.trim() ?? '';
  const url = text === '' ? null : canonicalUrl(text, base);
  return url !== null && isArticlePath(new URL(url).pathname) ? url : null;
}

function headlineOf(link: Element): string {
  const heading = link.querySelector('h1, h2, h3, h4') ?? link;
  return collapse(heading.textContent ?? '');
}

/** The time in the smallest part of the page around a link that has one, as long as that part is about this article alone. */
function timeOf(link: Element, url: string, base: string): number | null {
  let part: Element | null = link;
  for (let depth = 0; depth < TEASER_DEPTH && part !== null; depth++, part = part.parentElement) {
    const links = [...part.getElementsByTagName('a')].map((other) =>
      articleUrl(other.getAttribute('href'), base),
    );
    if (links.some((other) => other !== null && other !== url)) return null;
    const time = part.querySelector('time');
    if (time !== null) return parseFeedDate(time.getAttribute('datetime') ?? time.textContent);
  }
  return null;
}

function itemOf({ url, title, publishedAt }: Teaser, language: string | null): FeedItem {
  return {
    url,
    guid: url,
    title,
    contentHtml: null,
    summaryHtml: null,
    publishedAt,
    updatedAt: null,
    authors: [],
    categories: [],
    imageUrl: null,
    language,
  };
}

function noArticles(url: string): Failure {
  const message = `${url} links to no articles that could be told from other pages. It may be drawn by scripts, which are not run; look for the site's feed.`;
  return { code: 'feed/empty', message, retryable: true };
}
