import { describe, expect, it } from 'vitest';
import {
  buildLibrary,
  fillerStory,
  type LibraryOptions,
  PICTURE_ID,
} from '../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../test/builders/web-deps.ts';
import { AppError } from '../core/app-error.ts';
import type { FullLibrary } from '../core/listings.ts';
import { createWebApp } from './web-app.ts';
import type { WebDeps } from './web-deps.ts';

const NOTICE = 'Demonstration press: the outlets on this page are invented.';

function app(options: LibraryOptions = {}, deps: Partial<WebDeps> = {}) {
  return createWebApp(
    buildWebDeps({
      library: buildLibrary(options),
      notice: NOTICE,
      quality: { 'figures.test.f1': 0.974 },
      ...deps,
    }),
  );
}

const PAGES: readonly (readonly [string, readonly string[]])[] = [
  [
    '/',
    ['Front page', 'Fire on container ship closes port', '8 independent outlets', 'of 6 countries', '/about'],
  ],
  ['/about', ['How citations are checked', 'How stories are ranked', 'What it does not do']],
  [
    '/story/halvik-port-fire',
    [
      'What’s happened',
      'The articles',
      '(2 copies)',
      'version 3',
      'Also in: <a href="/story/ferry-timetable-vote" lang="de" hreflang="de"',
      'Deutsch</a> – 4 outlets',
      'by none of 7 outlets from Poland',
    ],
  ],
  ['/story/ferry-timetable-vote', ['Only one independent source so far']],
  ['/story/halvik-port-fire/versions', ['Version 3', 'Version 1', 'raised the number of injured to 36']],
  ['/story/halvik-port-fire?version=1', ['This is version 1', 'Read version 3']],
  ['/question/why-do-lithium-batteries-burn-so-long', ['can burn without air', 'Read the whole story']],
  ['/question/who-owns-the-maren-star', ['The sources of this story do not say.']],
  [
    '/topic/halvik',
    ['invented port town', 'CC BY-SA 4.0', 'as of 2 Dec 2025', 'revision 48213', 'A. Photographer &lt;b&gt;'],
  ],
  [
    '/outlet/halvik-times.example',
    [
      'Norway',
      'Aune family',
      'has answered that its own server is out of order since Saturday',
      'Recent articles',
    ],
  ],
  ['/sources', ['18 feeds: 9 failing and 9 in order', 'In order, last article 2 hours ago']],
  ['/outlets', ['United Kingdom', 'news agency', 'Inland Post']],
  ['/article/nw1', ['Read the article at North Wire', '<mark', 'Part of the story']],
  ['/search', ['From', 'To', 'Outlet']],
  ['/search?q=fire', ['5 articles found', 'reprints North Wire; shortened, 91 % the same']],
  [
    '/search?q=fire&section=world&topic=halvik',
    ['selected="">World', 'name="topic" value="halvik"', '>any topic</a>'],
  ],
  ['/search?q=fire', ['aria-label="Narrow by topic"', 'q=fire&amp;topic=halvik']],
  ['/search?q=nothing-of-this', ['No article has these words. Fewer']],
  ['/search?q=nothing-of-this&section=sport', ['No article has these words within these limits']],
  [
    '/blind-spots',
    [
      'Carried by 6 of 9 outlets from Norway; by none of 7 outlets from Poland, where about 4 would be usual.',
      '2 groups of four or more outlets',
      'How this is found',
      'aria-current="page">Country',
    ],
  ],
  ['/blind-spots?by=kind', ['There is too little to compare', 'aria-current="page">Kind of outlet']],
  ['/day/2025-12-14', ['Sun 14 Dec 2025', 'Day before']],
  [
    '/api/v1/docs',
    [
      '/stories/{slug}/claims',
      'Last-Event-ID',
      'variorum/client',
      'id="schema-Statement"',
      'Value of <code>cursor</code>',
    ],
  ],
  ['/day/2025-12-01', ['No article of this day']],
];

describe('pictures', () => {
  it('are served from here, by their own type, to be kept', async () => {
    const response = await app().request(`/picture/${PICTURE_ID}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
  });
});

describe('pages', () => {
  it.each(PAGES)('%s shows what it is for', async (path, parts) => {
    const response = await app().request(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const part of [...parts, NOTICE, '<main id="main"', 'All times are UTC'])
      expect(html).toContain(part);
  });

  it.each(PAGES)('%s holds nothing that the content security policy would block', async (path) => {
    const html = await (await app().request(path)).text();
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    expect(html).not.toMatch(/<style|<iframe/);
    for (const [image] of html.matchAll(/<img[^>]*>/g))
      expect(image).toMatch(/ src="\/picture\/[0-9a-f]{24}"/);
    for (const [script] of html.matchAll(/<script[^>]*>[^<]*/g))
      expect(script).toMatch(
        /^<script src="\/assets\/[^"]+" data-start="\/assets\/[^"]+">$|^<script type="application\/ld\+json">/,
      );
  });

  it.each(PAGES)('%s has headings in order and ids that occur once', async (path) => {
    const html = await (await app().request(path)).text();
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(PAGES)('%s leads nowhere inside itself that does not exist', async (path) => {
    const html = await (await app().request(path)).text();
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
  });

  it('links only to pages that exist', async () => {
    const site = app();
    const html = (await Promise.all(PAGES.map(async ([path]) => (await site.request(path)).text()))).join(
      '\n',
    );
    const links = new Set(
      [...html.matchAll(/href="(\/[^"#]*)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&')),
    );
    expect(links.size).toBeGreaterThan(40);
    for (const link of links) expect([link, (await site.request(link)).status]).toEqual([link, 200]);
  });

  it('pages the front page', async () => {
    const extraStories = Array.from({ length: 30 }, (_, index) => fillerStory(index));
    const site = app({ extraStories });
    const first = await (await site.request('/')).text();
    const second = await (await site.request('/?page=2')).text();
    expect(first).toContain('href="/?page=2"');
    expect(second).toContain('(29)');
    expect(second).not.toContain('rel="next"');
    expect((await site.request('/?page=0')).status).toBe(400);
  });

  it('says so when there are no stories', async () => {
    const library: FullLibrary = { ...buildLibrary(), frontPage: async () => [] };
    const html = await (await app({}, { library }).request('/')).text();
    expect(html).toContain('There are no stories here yet');
  });

  it('sends the reader of a merged story to the one it went into', async () => {
    const response = await app().request('/story/merged-away');
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toBe('/story/halvik-port-fire');
  });
});

describe('answers to what cannot be', () => {
  it.each([
    ['/nope', 404],
    ['/story/nope', 404],
    ['/story/nope/versions', 404],
    ['/story/halvik-port-fire?version=99', 404],
    ['/story/halvik-port-fire?version=x', 400],
    ['/question/nope', 404],
    ['/topic/nope', 404],
    ['/picture/ffffffffffffffffffffffff', 404],
    ['/picture/..%2Fsecret', 404],
    ['/outlet/nope', 404],
    ['/article/nope', 404],
    ['/day/2025-02-30', 404],
    ['/search?q=fire&from=yesterday', 400],
    ['/search?q=fire&section=nowhere', 400],
  ])('%s is a page with status %i', async (path, status) => {
    const response = await app().request(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('<h1>');
  });

  it('keeps the inside of a fault to itself and reports it', async () => {
    const reported: unknown[] = [];
    const fault = new Error('password in SELECT * FROM stories');
    const library: FullLibrary = { ...buildLibrary(), frontPage: () => Promise.reject(fault) };
    const response = await app({}, { library, report: (error) => reported.push(error) }).request('/');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('SELECT');
    expect(reported).toEqual([fault]);
  });

  it('answers 503 with a page when the whole store is away', async () => {
    const away = () => Promise.reject(new AppError('store/unreachable', 'connect ECONNREFUSED 10.0.0.7'));
    const library: FullLibrary = { ...buildLibrary(), frontPage: away, status: away };
    const response = await app({}, { library }).request('/');
    const html = await response.text();
    expect(response.status).toBe(503);
    expect(html).toContain('The database does not answer');
    expect(html).not.toContain('10.0.0.7');
  });
});

describe('headers', () => {
  it('forbids everything but own style, images and script', async () => {
    const policy = (await app().request('/')).headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('answers 304 to a reader who has the page already', async () => {
    for (const path of ['/', '/index.atom', '/api/v1/stories']) {
      const first = await app().request(path);
      const etag = first.headers.get('ETag') ?? '';
      expect(etag).not.toBe('');
      const second = await app().request(path, { headers: { 'If-None-Match': etag } });
      expect(second.status).toBe(304);
      expect(await second.text()).toBe('');
    }
  });

  it('serves assets under hashed names that can be kept for good', async () => {
    const site = app();
    const html = await (await site.request('/')).text();
    const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThan(4);
    for (const asset of assets) {
      const response = await site.request(asset);
      expect(response.status).toBe(200);
      expect(asset).toMatch(/[-/][0-9a-f]{12}(\/[a-z-]+\.js|\.css|\.svg|\.woff2)$/);
      expect(response.headers.get('Cache-Control')).toContain('immutable');
    }
  });
});

describe('a site under a sub-path', () => {
  it('puts the prefix before every link and answers with and without it', async () => {
    const site = app({}, { baseUrl: 'https://example.org/news/' });
    for (const path of ['/', '/story/halvik-port-fire', '/search?q=fire']) {
      const html = await (await site.request(`/news${path}`)).text();
      for (const [, link] of html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g))
        expect(link).toMatch(/^\/news\//);
      expect(html).toContain('<link rel="canonical" href="https://example.org/news/');
    }
    expect((await site.request('/story/halvik-port-fire')).status).toBe(200);
    expect((await site.request('/news')).status).toBe(200);
    expect((await site.request('/newsroom')).status).toBe(404);
  });
});

describe('health', () => {
  it('is alive without asking the library, and ready when the store answers', async () => {
    const notReady = app({}, { ready: async () => false });
    expect((await notReady.request('/healthz')).status).toBe(200);
    expect((await notReady.request('/readyz')).status).toBe(503);
    expect((await app().request('/readyz')).status).toBe(200);
  });
});
