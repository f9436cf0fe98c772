import { decodeHTML } from 'entities';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../test/builders/web-deps.ts';
import type { StoryPage } from '../../core/library.ts';
import { createWebApp } from '../web-app.ts';

function app(mainStory: (page: StoryPage) => StoryPage = (page) => page) {
  return createWebApp(
    buildWebDeps({
      library: buildLibrary({ mainStory }),
      baseUrl: 'https://example.org/news',
    }),
  );
}

const LISTS = ['/index', '/topic/halvik', '/outlet/halvik-times.example', '/day/2025-12-14', '/search'];
const STORY = 'https://example.org/news/story/halvik-port-fire';

async function body(path: string, type: string): Promise<string> {
  const response = await app().request(path);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('Content-Type')).toContain(type);
  return await response.text();
}

describe('feeds', () => {
  it.each(LISTS)('%s is an Atom feed with stable ids', async (list) => {
    const feed = parseAtomFeed(await body(`${list}.atom?q=port`, 'application/atom+xml'));
    const entry = feed.entries?.find(({ id }) => id === STORY);
    expect(entry?.title?.value).toBe('Fire on container ship closes port of Halvik, four crew missing');
    expect(entry?.summary?.value).toContain('8 independent outlets of 6 countries');
    expect(entry?.updated).toContain('2025-12-14T19:10:00');
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toContain(
      `https://example.org/news${list}.atom`,
    );
  });

  it.each(LISTS)('%s is an RSS feed', async (list) => {
    const feed = parseRssFeed(await body(`${list}.rss?q=port`, 'application/rss+xml'));
    const item = feed.items?.find(({ link }) => link === STORY);
    expect(item?.guid?.value).toBe(STORY);
    expect(item?.description).toContain('A fire aboard the container ship');
  });

  it.each(LISTS)('%s is a JSON Feed', async (list) => {
    const text = await body(`${list}.json?q=port`, 'application/feed+json');
    expect(JSON.parse(text).version).toContain('jsonfeed.org');
    const feed = parseJsonFeed(text);
    expect(feed.items?.find(({ id }) => id === STORY)?.content_text).toContain('Pulse');
  });

  it('carries hostile headlines as text', async () => {
    const evil = ']]><script>alert(1)</script> & <b>';
    const site = app((page) => ({ ...page, card: { ...page.card, headline: evil, summary: evil } }));
    const atom = parseAtomFeed(await (await site.request('/index.atom')).text());
    const rss = parseRssFeed(await (await site.request('/index.rss')).text());
    expect(atom.entries?.[0]?.title).toEqual({ value: evil, type: 'text' });
    expect(decodeHTML(rss.items?.[0]?.title ?? '')).toBe(evil);
  });

  it('is announced by the page it belongs to', async () => {
    const html = await (await app().request('/topic/halvik')).text();
    for (const ending of ['atom', 'rss', 'json']) {
      expect(html).toMatch(new RegExp(`rel="alternate"[^>]*href="/news/topic/halvik\\.${ending}"`));
    }
  });

  it.each(['/topic/nope.atom', '/outlet/nope.rss', '/day/2025-13-01.json'])(
    '%s is not found',
    async (path) => {
      expect((await app().request(path)).status).toBe(404);
    },
  );

  it('is valid when there is nothing in it', async () => {
    const feed = parseAtomFeed(await body('/day/2020-01-01.atom', 'application/atom+xml'));
    expect(feed.entries ?? []).toEqual([]);
    expect(feed.updated).toBeDefined();
  });
});
