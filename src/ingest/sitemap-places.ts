import robotsParser from 'robots-parser';

/** Where sites have their news site map when they do not say so. */
const COMMON_PATHS = [
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
  '/googlenews.xml',
  '/sitemap/news.xml',
];

// The package declares a default export inside a CommonJS module; what is imported is the function itself.
const parseRobots = robotsParser as unknown as (url: string, text: string) => { getSitemaps(): string[] };

/** Addresses at which a site may have a news site map: those that its robots.txt names, with "news" in them first, then common ones. */
export function sitemapPlaces(siteUrl: string, robots: string): string[] {
  const robotsUrl = new URL('/robots.txt', siteUrl).href;
  const named = parseRobots(robotsUrl, robots)
    .getSitemaps()
    .flatMap((address) => {
      const url = URL.parse(address, robotsUrl);
      return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : [];
    });
  const rank = (url: string) => (/news/i.test(url) ? 0 : 1);
  const ranked = named.toSorted((a, b) => rank(a) - rank(b));
  const common = COMMON_PATHS.map((path) => new URL(path, siteUrl).href);
  return [...new Set([...ranked.filter((url) => rank(url) === 0), ...common, ...ranked])];
}
