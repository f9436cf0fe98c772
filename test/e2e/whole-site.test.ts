import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PressSite, startPressSite } from '../builders/press-site.ts';
import { EVASION_TEXTS } from '../hostile/filter-evasion.ts';
import { survivingText } from '../hostile/hostile-texts.ts';

/** Pages of one kind (by the first part of their path) that are looked at. */
const OF_A_KIND = 6;
/** What is not linked, or has to be asked for. */
const BESIDES = [
  '/settings',
  '/reading',
  '/following',
  '/offline',
  '/edition',
  '/hand-in?url=https%3A%2F%2Felsewhere.example%2Fa',
  '/ask?q=What+caused+the+ferry+fire%3F',
  '/search?q=ferry',
  '/no-such-page',
  '/api/v1/docs',
];
const DATA = ['/index.atom', '/index.rss', '/index.json', '/sitemap.xml', '/outlets.opml', '/api/v1/stories'];

interface Crawl {
  readonly kinds: Set<string>;
  /** Whatever must not happen on any page. */
  readonly troubles: string[];
}

/** Notes whatever a page does that no page of ours may do. */
function watch(page: Page, host: string, troubles: string[]): void {
  const note = (what: string) => troubles.push(`${page.url()}: ${what}`);
  page.on('dialog', async (dialog) => {
    note(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => note(`error ${error.message}`));
  page.on('console', (message) => {
    const isMissing = /status of 404/.test(message.text());
    if (message.type() === 'error' && !isMissing) note(`console ${message.text()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) note(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.headers()['set-cookie'] !== undefined) note(`sets a cookie at ${response.url()}`);
    if (response.status() >= 500) note(`${response.status()} at ${response.url()}`);
  });
}

const kindOf = (path: string) => /^\/[^/?#]*/.exec(path)?.[0] ?? '/';

/** Pages of this site that the page leads to. */
async function linksOn(page: Page, origin: string): Promise<string[]> {
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links.flatMap((link) => {
    const url = URL.parse(link);
    if (url?.origin !== origin || /\.(?:atom|rss|json|opml|xml|png)$/.test(url.pathname)) return [];
    return [`${url.pathname}${url.search}`];
  });
}

/** Follows the links of the site from its front page with a browser that keeps what it is given. */
async function crawl(site: PressSite, besides: readonly string[]): Promise<Crawl> {
  const { origin, host } = new URL(site.baseUrl);
  const context = await site.browse();
  const page = await context.newPage();
  const troubles: string[] = [];
  watch(page, host, troubles);
  const seen = new Map<string, number>();
  const waiting = ['/', await site.storyPath(), ...besides];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const count = seen.get(kindOf(path)) ?? 0;
    if (count >= OF_A_KIND && !besides.includes(path)) continue;
    seen.set(kindOf(path), count + 1);
    await page.goto(site.url(path), { waitUntil: 'load' });
    for (const next of await linksOn(page, origin)) {
      if (!known.has(next)) waiting.push(next);
      known.add(next);
    }
  }
  const stored = await page.evaluate(() => document.cookie);
  if (stored !== '' || (await context.cookies()).length > 0) troubles.push(`cookies: ${stored}`);
  await context.close();
  return { kinds: new Set(seen.keys()), troubles };
}

const KINDS = [
  '/',
  '/story',
  '/article',
  '/outlet',
  '/outlets',
  '/topic',
  '/question',
  '/search',
  '/ask',
  '/about',
];

describe('the whole site', () => {
  let site: PressSite;
  beforeAll(async () => {
    site = await startPressSite();
  });
  afterAll(() => site.close());

  it('asks no other host, sets no cookie and breaks no rule of its own on any kind of page', async () => {
    const { kinds, troubles } = await crawl(site, BESIDES);
    expect(troubles).toEqual([]);
    expect([...kinds]).toEqual(
      expect.arrayContaining([...KINDS, '/settings', '/hand-in', '/compare', '/day']),
    );
  });

  it('sets no cookie with what programs read', async () => {
    for (const path of DATA) {
      const response = await fetch(site.url(path));
      expect([path, response.status, response.headers.get('Set-Cookie')]).toEqual([path, 200, null]);
    }
  });
});

describe('a site whose whole press is hostile', () => {
  let site: PressSite;
  const at = (index: number) => EVASION_TEXTS[index % EVASION_TEXTS.length] ?? '';

  beforeAll(async () => {
    // Each text goes through feeds, pages, extraction, grouping and briefing in title, byline and body.
    site = await startPressSite({
      settings: { handIn: 'on', siteName: at(0), notice: at(1) },
      outlet: (outlet, index) => ({ ...outlet, name: `${outlet.name} ${at(index)}`, owner: at(index + 8) }),
      article: (article, index) => ({
        ...article,
        title: `${article.title} ${at(2 * index)}`,
        byline: at(2 * index + 1),
        paragraphs: article.paragraphs.map((text, number) => `${text} ${at(2 * index + number)}`),
      }),
    });
  });
  afterAll(() => site.close());

  it('runs none of it in a browser, on pages and in what is asked for', async () => {
    const asked = EVASION_TEXTS.filter((_, index) => index % 4 === 0).flatMap((text, index) => {
      const query = encodeURIComponent(text.toWellFormed());
      return (
        [[`/search?q=${query}`], [`/ask?q=fire+${query}`], [`/hand-in?url=https://x.example/${query}`]][
          index % 3
        ] ?? []
      );
    });
    const { kinds, troubles } = await crawl(site, [...BESIDES, ...asked]);
    expect(troubles).toEqual([]);
    expect([...kinds]).toEqual(expect.arrayContaining(KINDS));
  });

  it('shows it as text', async () => {
    const stories = await site.app.library.frontPage({ limit: 5, offset: 0 });
    const [story] = (await Promise.all(stories.map(({ slug }) => site.app.library.story(slug)))).filter(
      (page) => page !== null,
    );
    const articles = story?.articles.map(({ article }) => article) ?? [];
    expect(articles.some(({ title }) => /[<"'`&]/.test(title))).toBe(true);
    await site.visit(`/story/${story?.card.slug}`, {}, async (page) => {
      const text = (await page.locator('#articles, main').last().innerText()).replace(/\s+/g, ' ');
      for (const { title } of articles)
        expect(text).toContain(survivingText(title).replace(/\s+/g, ' ').trim().slice(0, 60));
    });
  });

  it('runs none of it where a browser shows feeds', async () => {
    const troubles: string[] = [];
    await site.visit('/', {}, async (page) => {
      watch(page, new URL(site.baseUrl).host, troubles);
      for (const path of ['/sitemap.xml', '/index.json', '/api/v1/stories', '/api/v1/articles?limit=100'])
        await page.goto(site.url(path));
    });
    // The browser's own view of XML has styles of its own, which the policy of the answer forbids.
    expect(troubles.filter((trouble) => !trouble.includes('Applying inline style'))).toEqual([]);
  });
});
