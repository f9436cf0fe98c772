import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { FullLibrary } from '../../src/core/listings.ts';
import { parseOpml } from '../../src/ingest/opml.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import { buildLibrary } from '../builders/library-builder.ts';
import { OUTLETS } from '../builders/press-articles.ts';
import { buildWebDeps } from '../builders/web-deps.ts';
import { HOSTILE_TEXTS, survivingText } from '../hostile/hostile-texts.ts';

const BASE = 'https://example.org/news';

function app(changes: Partial<FullLibrary> = {}, siteName = 'Variorum') {
  return createWebApp(
    buildWebDeps({
      library: { ...buildLibrary(), ...changes },
      baseUrl: BASE,
      siteName,
    }),
  );
}

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name), parseTagValue: false });

interface Url {
  readonly loc: string;
  readonly lastmod?: string;
  readonly 'news:news'?: { readonly 'news:title': string; readonly 'news:publication_date': string };
}

async function read(path: string, site = app()) {
  const response = await site.request(path);
  const text = await response.text();
  expect([path, response.status, XMLValidator.validate(text)]).toEqual([path, 200, true]);
  return parser.parse(text) as {
    readonly urlset?: { readonly url: readonly Url[] };
    readonly sitemapindex?: { readonly sitemap: readonly Url[] };
  };
}

describe('the site map', () => {
  it('names lists, outlets and stories, each once and absolute, and all of them are there', async () => {
    const site = app();
    const urls = (await read('/sitemap.xml', site)).urlset?.url ?? [];
    const places = urls.map(({ loc }) => loc);
    for (const path of ['/', '/section/world', '/outlet/halvik-times.example', '/story/halvik-port-fire'])
      expect(places).toContain(`${BASE}${path}`);
    expect(new Set(places).size).toBe(places.length);
    expect(urls.find(({ loc }) => loc.endsWith('/story/halvik-port-fire'))?.lastmod).toBe(
      '2025-12-14T19:10:00.000Z',
    );
    for (const place of places) expect([place, (await site.request(place)).status]).toEqual([place, 200]);
  });

  it('is an index of files when there are more stories than fit in one', async () => {
    const site = app({
      storyCount: async () => 90_000,
      storyAddresses: async ({ offset }) =>
        offset < 90_000 ? [{ slug: `story-${offset}`, lastAt: offset }] : [],
    });
    const files = (await read('/sitemap.xml', site)).sitemapindex?.sitemap.map(({ loc }) => loc);
    expect(files).toEqual([1, 2, 3].map((number) => `${BASE}/sitemap-${number}.xml`));
    const third = (await read('/sitemap-3.xml', site)).urlset?.url;
    expect(third?.map(({ loc }) => loc)).toEqual([`${BASE}/story/story-80000`]);
    expect((await site.request('/sitemap-4.xml')).status).toBe(404);
  });

  it('tells news search what began in the last two days', async () => {
    const urls = (await read('/news-sitemap.xml')).urlset?.url ?? [];
    expect(urls[0]?.loc).toBe(`${BASE}/story/halvik-port-fire`);
    expect(urls[0]?.['news:news']?.['news:publication_date']).toMatch(/^2025-12-14T/);
  });

  it.each(HOSTILE_TEXTS)('holds %j as text', async (evil) => {
    const cards = await buildLibrary().frontPage({ limit: 1, offset: 0 });
    const storiesBegunSince = async () => cards.map((card) => ({ ...card, headline: evil }));
    const urls = (await read('/news-sitemap.xml', app({ storiesBegunSince }, evil))).urlset?.url ?? [];
    expect(urls).toHaveLength(1);
    expect(Object.keys(urls[0]?.['news:news'] ?? {})).toHaveLength(3);
  });
});

describe('robots.txt', () => {
  it('keeps crawlers from what has no end and leads them to the site maps', async () => {
    const text = await (await app().request('/robots.txt')).text();
    expect(text).toContain('Disallow: /news/search\n');
    expect(text).toContain(`Sitemap: ${BASE}/sitemap.xml\n`);
    expect(text).not.toContain('Disallow: /news/story');
  });
});

describe('the sources as OPML', () => {
  it('are read back by our own import', async () => {
    const response = await app().request('/outlets.opml');
    const parsed = parseOpml(await response.text());
    expect(parsed.ok ? parsed.value : parsed.error).toHaveLength(OUTLETS.length);
    expect(response.headers.get('Content-Disposition')).toContain('outlets.opml');
  });

  it('keep passwords to themselves', async () => {
    const [outlet] = OUTLETS;
    const sources = async () => [
      { feedUrl: 'https://me:secret@paid.example/feed', title: null, outlet: outlet! },
    ];
    const text = await (await app({ sources }).request('/outlets.opml')).text();
    expect(text).toContain('https://paid.example/feed');
    expect(text).not.toContain('secret');
  });

  it.each(HOSTILE_TEXTS)('hold %j as text', async (evil) => {
    const outlet = { ...OUTLETS[0]!, name: evil, country: null };
    const sources = async () => [{ feedUrl: 'https://a.example/feed', title: null, outlet }];
    const text = await (await app({ sources }, evil).request('/outlets.opml')).text();
    expect(XMLValidator.validate(text)).toBe(true);
    const parsed = parseOpml(text);
    expect(parsed.ok ? parsed.value.map(({ name }) => name) : parsed.error).toEqual([
      survivingText(evil).trim(),
    ]);
  });
});
