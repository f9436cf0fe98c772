import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { StoryPage } from '../../src/core/library.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import { buildLibrary } from '../builders/library-builder.ts';
import { buildWebDeps } from '../builders/web-deps.ts';
import { HOSTILE_TEXTS } from '../hostile/hostile-texts.ts';

const STORY = 'https://example.org/news/story/halvik-port-fire';

function app(mainStory: (page: StoryPage) => StoryPage = (page) => page) {
  return createWebApp(
    buildWebDeps({
      library: buildLibrary({ mainStory }),
      baseUrl: 'https://example.org/news',
    }),
  );
}

async function head(path: string, site = app()) {
  const { document } = parseHTML(await (await site.request(path)).text());
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
  const blocks = document.querySelectorAll('script[type="application/ld+json"]');
  return { document, meta, blocks: [...blocks].map((block) => block.textContent ?? '') };
}

interface Article {
  readonly headline: string;
  readonly [name: string]: unknown;
  readonly citation: readonly { readonly headline: string; readonly url?: string }[];
}

describe('the head of a story page', () => {
  it('describes the story as a NewsArticle with its sources as citations', async () => {
    const { blocks } = await head('/story/halvik-port-fire');
    expect(blocks).toHaveLength(1);
    const data = JSON.parse(blocks[0] ?? '') as Article;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': STORY,
      headline: 'Fire on container ship closes port of Halvik, four crew missing',
      dateModified: '2025-12-14T19:15:00.000Z',
      publisher: { '@type': 'Organization', name: 'Variorum' },
      image: [`${STORY}/share.png?version=3`],
    });
    // Reprints are no sources of their own.
    expect(data.citation).toHaveLength(8);
    for (const { url } of data.citation) expect(url).toMatch(/^https:\/\//);
  });

  it('has Open Graph data with a picture', async () => {
    const { meta } = await head('/story/halvik-port-fire');
    expect(meta('og:type')).toBe('article');
    expect(meta('og:url')).toBe(STORY);
    expect(meta('og:title')).toContain('Fire on container ship');
    expect(meta('og:image')).toBe(`${STORY}/share.png?version=3`);
    expect(meta('article:published_time')).toMatch(/^2025-12-14T.*Z$/);
    expect(meta('twitter:card')).toBe('summary_large_image');
  });

  it.each(['/', '/topic/halvik', '/question/who-owns-the-maren-star'])(
    '%s has no more than a page',
    async (path) => {
      const { meta, blocks } = await head(path);
      expect(meta('og:type')).toBe('website');
      expect(meta('og:url')).toBe(`https://example.org/news${path}`);
      expect(blocks).toEqual([]);
    },
  );

  it.each(['/story/halvik-port-fire?version=1', '/search?q=fire'])('%s is not for others', async (path) => {
    const { meta, blocks } = await head(path);
    expect([meta('og:title'), blocks]).toEqual([undefined, []]);
  });

  it.each(HOSTILE_TEXTS)('holds %j as text', async (evil) => {
    const site = app((page) => ({
      ...page,
      card: { ...page.card, headline: evil, summary: evil },
      briefing: { ...page.briefing, headline: evil },
      articles: page.articles.map((passages) => ({
        ...passages,
        article: {
          ...passages.article,
          title: evil,
          url: evil,
          outlet: { ...passages.article.outlet, name: evil },
        },
      })),
    }));
    const { document, blocks, meta } = await head('/story/halvik-port-fire', site);
    expect(document.querySelectorAll('head script:not([src])')).toHaveLength(1);
    expect(document.querySelectorAll('head img, head svg, head body, iframe, object')).toHaveLength(0);
    expect(blocks[0]).not.toMatch(/[<>]/);
    const data = JSON.parse(blocks[0] ?? '') as Article;
    expect([data.headline, data.citation[0]?.headline]).toEqual([evil, evil]);
    expect(data.citation[0]?.url).toBeUndefined();
    // What bytes and HTML itself change is no matter of ours.
    if (evil.isWellFormed() && !evil.includes('\0')) expect(meta('og:title')).toBe(evil);
  });
});

describe('the picture of a story', () => {
  it('is a PNG of the size that its page tells', async () => {
    const site = app();
    const response = await site.request('/story/halvik-port-fire/share.png?version=3');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await site.request('/story/halvik-port-fire/share.png?version=3', {
      headers: { 'If-None-Match': response.headers.get('ETag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ...HOSTILE_TEXTS,
    '',
    '東京で火災',
    'حريق في الميناء',
    '🔥 Fire',
    'W'.repeat(500),
    'word '.repeat(200),
  ])('is drawn whatever the headline: %j', async (headline) => {
    const site = app((page) => ({
      ...page,
      card: { ...page.card, outletNames: [headline] },
      briefing: { ...page.briefing, headline },
    }));
    const response = await site.request('/story/halvik-port-fire/share.png');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  });

  it('is not there for what is no story', async () => {
    expect((await app().request('/story/nope/share.png')).status).toBe(404);
  });
});
