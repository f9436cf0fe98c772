import type { StoryCard } from '../../core/library.ts';
import type { FullLibrary } from '../../core/listings.ts';
import { type Address, paths } from '../address.ts';
import { escapeXml } from '../format/xml-text.ts';

/** Most addresses in one file (sitemaps.org/protocol: 50,000); what is left over is for pages other than stories. */
const STORIES_PER_FILE = 40_000;
/** News site maps hold articles of the last two days, at most a thousand (Google's rules, the only ones there are). */
const NEWS_MS = 2 * 86_400_000;
const NEWS_LIMIT = 1_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function urlElement(url: string, changedAt: number | null): string {
  const lastmod = changedAt === null ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
  return `<url><loc>${escapeXml(url)}</loc>${lastmod}</url>`;
}

/** Lists and outlets: few, and part of the first file. */
async function pageElements(library: FullLibrary, address: Address): Promise<string[]> {
  const { sections, newestAt } = await library.status();
  const outlets = await library.outlets();
  const lists = [paths.front(), ...sections.map((section) => paths.section(section))];
  const fixed = ['/outlets', '/about', '/blind-spots'];
  return [
    ...lists.map((path) => urlElement(address.absolute(path), newestAt)),
    ...[...fixed, ...outlets.filter(({ articleCount }) => articleCount > 0).map(({ id }) => paths.outlet(id))]
      .slice(0, 9_000)
      .map((path) => urlElement(address.absolute(path), null)),
  ];
}

/** The site map as one file, or as an index of files when there are more stories than fit in one. */
export async function siteMap(library: FullLibrary, address: Address): Promise<string> {
  const files = Math.ceil((await library.storyCount()) / STORIES_PER_FILE);
  if (files <= 1) return (await siteMapFile(library, address, 1)) ?? '';
  const entries = Array.from({ length: files }, (_, index) => {
    const url = address.absolute(`/sitemap-${index + 1}.xml`);
    return `<sitemap><loc>${escapeXml(url)}</loc></sitemap>`;
  });
  return `${HEAD}<sitemapindex xmlns="${SITEMAPS}">${entries.join('\n')}</sitemapindex>`;
}

/** One file of the site map, from 1; null when there is none of this number. */
export async function siteMapFile(
  library: FullLibrary,
  address: Address,
  file: number,
): Promise<string | null> {
  const range = { limit: STORIES_PER_FILE, offset: (file - 1) * STORIES_PER_FILE };
  const stories = await library.storyAddresses(range);
  if (file < 1 || (file > 1 && stories.length === 0)) return null;
  const pages = file === 1 ? await pageElements(library, address) : [];
  const entries = stories.map(({ slug, lastAt }) => urlElement(address.absolute(paths.story(slug)), lastAt));
  return `${HEAD}<urlset xmlns="${SITEMAPS}">${[...pages, ...entries].join('\n')}</urlset>`;
}

/** Stories that began in the last two days, for news search. @param now milliseconds */
export async function newsSiteMap(
  { library, siteName }: { readonly library: FullLibrary; readonly siteName: string },
  address: Address,
  now: number,
): Promise<string> {
  const stories = await library.storiesBegunSince(now - NEWS_MS, NEWS_LIMIT);
  const publication = `<news:publication><news:name>${escapeXml(siteName)}</news:name><news:language>en</news:language></news:publication>`;
  const entry = ({ slug, headline, firstAt }: StoryCard) =>
    `<url><loc>${escapeXml(address.absolute(paths.story(slug)))}</loc><news:news>${publication}` +
    `<news:publication_date>${new Date(firstAt).toISOString()}</news:publication_date>` +
    `<news:title>${escapeXml(headline)}</news:title></news:news></url>`;
  return `${HEAD}<urlset xmlns="${SITEMAPS}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${stories.map(entry).join('\n')}</urlset>`;
}

/** Where crawlers need not go: days and searches have no end, and hold nothing that the lists do not have. */
export function robotsText(address: Address): string {
  const closed = ['/day/', '/edition/', '/search', '/ask', '/hand-in', '/api/', '/report', '/admin'].map(
    (path) => `Disallow: ${address.href(path)}`,
  );
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${address.absolute(path)}`);
  return `User-agent: *\n${closed.join('\n')}\n\n${maps.join('\n')}\n`;
}
