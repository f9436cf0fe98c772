import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { toConfig } from '../../src/config.ts';
import { parseOpml } from '../../src/ingest/opml.ts';
import { addAddress } from '../../src/pipeline/intake/add-address.ts';
import { subscriptions, writeOpml } from '../../src/publish/feeds/write-opml.ts';
import { articlePage, type LoopbackOutlet, startLoopbackOutlet } from '../builders/loopback-outlet.ts';

const XML = { 'content-type': 'application/xml' };
const AT = '2026-11-20T08:00:00Z';

const pathOf = (n: number) => `/2026/11/20/notice-of-the-day-${n}`;
const FEED = (base: string) =>
  `<rss version="2.0"><channel><title>Harbour Post</title><link>${base}/</link><item><title>Notice 1</title><link>${base}${pathOf(1)}</link></item></channel></rss>`;
const NEWS = (base: string, n: number) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${base}${pathOf(n)}</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:publication_date>${AT}</news:publication_date><news:title>Notice ${n}</news:title></news:news></url></urlset>`;
const INDEX = (base: string, paths: readonly string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<sitemap><loc>${base}${path}</loc></sitemap>`).join('')}</sitemapindex>`;
const SECTION = `<html lang="en"><head><title>Harbour | Harbour Post</title></head><body><nav><a href="/about">About</a></nav>${[1, 2, 3, 4, 5, 6].map((n) => `<article><h2><a href="${pathOf(n)}">Notice ${n} of the harbour office</a></h2></article>`).join('')}</body></html>`;
const BARE = '<html><head><title>Harbour Post</title></head><body><h1>Harbour Post</h1></body></html>';

let folder: string;
let app: App;
let outlet: LoopbackOutlet;
/** All stay open to the end: rounds ask every one, and what does not answer is waited for. */
const outlets: LoopbackOutlet[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-sources-'));
  const settings = { dataDir: folder, allowPrivateHosts: 'on', world: 'off' };
  app = await createApp(toConfig(settings), { logLevel: 'silent' });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await Promise.all(outlets.map((one) => one.close()));
  await rm(folder, { recursive: true, force: true });
});

/** A site with these pages besides six articles, added by this path: what was found there. */
async function added(site: (base: string) => Readonly<Record<string, string | Buffer>>, path = '/') {
  outlet = await startLoopbackOutlet();
  outlets.push(outlet);
  for (const n of [1, 2, 3, 4, 5, 6])
    outlet.put(pathOf(n), articlePage(`Notice ${n} of the harbour office`, AT));
  for (const [at, body] of Object.entries(site(outlet.base)))
    outlet.put(at, body, at.includes('xml') || at.includes('feed') ? XML : { 'content-type': 'text/html' });
  const result = await addAddress(app, `${outlet.base}${path}`);
  return result.kind === 'article'
    ? result.url.slice(outlet.base.length)
    : result.found.map(({ what, url }) => `${what} ${url.slice(outlet.base.length)}`);
}

/** Articles of this site that one round over all sources stores. */
async function read(): Promise<number> {
  await app.coordinator.begin('poll', 'all');
  await app.coordinator.complete();
  const rows = await app.store.db.selectFrom('articles').select('url').execute();
  return rows.filter(({ url }) => url.startsWith(outlet.base)).length;
}

describe('what a site can be read from', () => {
  it.each([
    [
      'the feed that it declares',
      (base: string) => ({
        '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/all-feed"></head></html>',
        '/all-feed': FEED(base),
        '/news-sitemap.xml': NEWS(base, 2),
      }),
      ['feed /all-feed'],
      1,
    ],
    [
      'a feed in a common place, and no address where none is',
      (base: string) => ({ '/': BARE, '/feed.xml': FEED(base) }),
      ['feed /feed.xml'],
      1,
    ],
    [
      'the news site map that robots.txt names',
      (base: string) => ({
        '/': SECTION,
        '/robots.txt': `User-agent: *\nDisallow: /private/\nSitemap: ${base}/maps/latest-news.xml\n`,
        '/maps/latest-news.xml': NEWS(base, 3),
      }),
      ['news-sitemap /maps/latest-news.xml'],
      1,
    ],
    [
      'the news site map of an index, packed',
      (base: string) => ({
        '/': BARE,
        '/robots.txt': `Sitemap: ${base}/sitemap.xml`,
        '/sitemap.xml': INDEX(base, ['/pages.xml', '/newest.xml.gz']),
        '/pages.xml': `<urlset><url><loc>${base}/about</loc></url></urlset>`,
        '/newest.xml.gz': gzipSync(NEWS(base, 4)),
      }),
      ['news-sitemap /newest.xml.gz'],
      1,
    ],
    [
      'an index whose site maps come and go',
      (base: string) => ({
        '/': BARE,
        '/robots.txt': `Sitemap: ${base}/sitemap.xml`,
        '/sitemap.xml': INDEX(base, ['/news-2026-11-20.xml', '/news-2026-11-19.xml']),
        '/news-2026-11-20.xml': NEWS(base, 5),
        '/news-2026-11-19.xml': NEWS(base, 6),
      }),
      ['news-sitemap /sitemap.xml'],
      2,
    ],
    ['its front page, where there is nothing else', () => ({ '/': SECTION }), ['section-page /'], 6],
  ] as const)(
    '%s',
    async (_, site, found, articles) => {
      expect(await added(site)).toEqual(found);
      expect(await read()).toBe(articles);
    },
    60_000,
  );

  it.each([
    ['a section page by its own address', '/harbour', ['section-page /harbour']],
    ['an article by its own', pathOf(1), pathOf(1)],
  ])('%s', async (_, path, found) => {
    expect(await added(() => ({ '/': BARE, '/harbour': SECTION }), path)).toEqual(found);
  });

  it('is told when there is nothing', async () => {
    await expect(added(() => ({ '/': BARE }))).rejects.toMatchObject({ code: 'add/no-feeds' });
  });

  it('is asked once while it fails, however its trouble may pass, and no round waits for it', async () => {
    await added((base) => ({ '/': BARE, '/feed.xml': FEED(base) }));
    outlet.put('/feed.xml', '', {}, 503);
    const url = `${outlet.base}/feed.xml`;
    const feed = () =>
      app.store.db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirstOrThrow();
    await app.store.db.updateTable('feeds').set({ failures: 1 }).where('url', '=', url).execute();
    const before = outlet.asked.length;
    await app.coordinator.begin('poll', 'due');
    await app.coordinator.complete();
    expect(outlet.asked.slice(before).filter((path) => path === '/feed.xml')).toHaveLength(1);
    expect(await feed()).toMatchObject({ failures: 2, lastStatus: 503 });
  }, 60_000);

  it('goes into OPML and comes back as what it is', async () => {
    const sources = await app.library.sources();
    const opml = parseOpml(writeOpml(subscriptions(sources), 'Sources'));
    const pages = (opml.ok ? opml.value : []).filter(({ kind }) => kind === 'section-page');
    expect(pages.map(({ feedUrl }) => new URL(feedUrl).pathname).sort()).toEqual(['/', '/harbour']);
  });
});
