import { describe, expect, it } from 'vitest';
import type { StoryPage } from '../../src/core/library.ts';
import { parseFeed } from '../../src/ingest/parse-feed.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import { buildLibrary, fillerStory } from '../builders/library-builder.ts';
import { HOSTILE_TEXTS, survivingText } from '../hostile/hostile-texts.ts';
import { CHECKS, checkAtom, checkJsonFeed, checkRss, type ServedFeed } from './check-feed.ts';

const BASE = 'https://example.org/news';
const ENDINGS = ['atom', 'rss', 'json'] as const;
const QUESTION = '/question/why-do-lithium-batteries-burn-so-long';

/** Every list of the site: path without ending, query, and how many entries it has here. */
const LISTS: readonly (readonly [path: string, query: string, entries: number])[] = [
  ['/index', '', 50],
  ['/section/national', '', 50],
  ['/section/sport', '', 0],
  ['/topic/halvik', '', 2],
  ['/outlet/halvik-times.example', '', 50],
  ['/day/2025-12-14', '', 1],
  ['/day/2020-01-01', '', 0],
  ['/search', '?q=fire&from=2025-12-01', 1],
  ['/search', '?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E%26%22', 0],
  [QUESTION, '', 2],
];

function app(mainStory: (page: StoryPage) => StoryPage = (page) => page) {
  return createWebApp({
    asker: null,
    policyReader: null,
    // More than a feed holds, and some of them twice: as when a list changes between two reads.
    library: buildLibrary({
      mainStory,
      extraStories: Array.from({ length: 70 }, (_, index) => fillerStory(index % 60)),
    }),
    baseUrl: BASE,
    siteName: 'Variorum & Sons',
    notice: null,
    clock: { now: () => Date.parse('2025-12-14T20:05:00Z') },
    version: '0.1.0',
    ready: async () => true,
  });
}

async function serve(path: string, site = app()): Promise<ServedFeed> {
  const response = await site.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  const contentType = response.headers.get('Content-Type') ?? '';
  return { body: await response.text(), contentType, url: `${BASE}${path}` };
}

const FEEDS = LISTS.flatMap(([path, query, entries]) =>
  ENDINGS.map((ending) => [`${path}.${ending}${query}`, ending, entries] as const),
);

describe('every feed', () => {
  it.each(FEEDS)('%s is valid', async (path, ending) => {
    expect(CHECKS[ending](await serve(path))).toEqual([]);
  });

  it.each(FEEDS)(
    '%s read by our own ingester gives its entries, each once',
    async (path, ending, entries) => {
      const { body, contentType, url } = await serve(path);
      const read = parseFeed(body, { url, contentType });
      if (!read.ok) throw new Error(read.error.message);
      const { items, format, warnings, homeUrl } = read.value;
      expect([format, warnings]).toEqual([ending, []]);
      expect(homeUrl?.startsWith(BASE)).toBe(true);
      expect(items).toHaveLength(entries);
      expect(new Set(items.map(({ url: address }) => address)).size).toBe(entries);
    },
  );

  it('gives the same stories in all three formats, also when it is polled again', async () => {
    const read = async (ending: string) => {
      const { body, contentType, url } = await serve(`/index.${ending}`);
      const parsed = parseFeed(body, { url, contentType });
      if (!parsed.ok) throw new Error(parsed.error.message);
      return parsed.value.items.map(({ url: address, guid, title }) => ({ address, guid, title }));
    };
    const [atom, rss, json] = await Promise.all(ENDINGS.map(read));
    expect(rss).toEqual(atom);
    expect(json).toEqual(atom);
    expect(await read('atom')).toEqual(atom);
  });

  it('is not sent again when nothing has changed', async () => {
    const site = app();
    const first = await site.request('/index.atom');
    const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' };
    expect((await site.request('/index.atom', { headers })).status).toBe(304);
  });
});

describe('hostile text in a feed', () => {
  it.each(HOSTILE_TEXTS)('%j is text', async (evil) => {
    const site = app((page) => ({
      ...page,
      card: {
        ...page.card,
        headline: evil,
        summary: evil,
        outletNames: [evil],
        topics: [{ slug: 'x', title: evil }],
      },
    }));
    const title = survivingText(evil).replace(/\s+/g, ' ').trim();
    for (const ending of ENDINGS) {
      const served = await serve(`/index.${ending}`, site);
      expect(CHECKS[ending](served)).toEqual([]);
      const read = parseFeed(served.body, { url: served.url, contentType: served.contentType });
      expect(read.ok ? read.value.items[0]?.title : read.error).toBe(title);
    }
  });
});

describe('the checker', () => {
  it.each([
    ['atom', 'not well-formed', (body: string) => body.replace('</feed>', '')],
    ['atom', 'no link to itself', (body: string) => body.replace('rel="self"', 'rel="related"')],
    ['atom', 'RFC 3339', (body: string) => body.replace(/<updated>[^<]*/, '<updated>yesterday')],
    ['atom', 'is repeated', (body: string) => body.replace(/(<entry>[\s\S]*?<\/entry>)/, '$1$1')],
    ['atom', 'no author', (body: string) => body.replace(/<author>[\s\S]*?<\/author>/, '')],
    ['atom', 'relative', (body: string) => body.replaceAll('href="https://example.org', 'href="')],
    ['atom', 'XML does not allow', (body: string) => body.replace('Fire', 'Fire\u0001')],
    ['rss', 'RFC 822', (body: string) => body.replace(/<pubDate>[^<]*/, '<pubDate>2025-12-14')],
    ['rss', 'holds markup', (body: string) => body.replace(/<item>\s*<title>/, '<item><title>&lt;b>')],
    ['rss', 'is no address', (body: string) => body.replace(/(<guid[^>]*>)[^<]*/, '$1story-1')],
    [
      'rss',
      'description of the channel',
      (body: string) => body.replace(/<description>[^<]*/, '<description>'),
    ],
    ['json', 'version', (body: string) => body.replace('version/1.1', 'version/1')],
    ['json', 'RFC 3339', (body: string) => body.replace(/"date_modified":"[^"]*"/, '"date_modified":"now"')],
    ['json', 'content', (body: string) => body.replace('content_text', 'content')],
  ] as const)('finds in a feed of %s: %s', async (ending, problem, spoil) => {
    const served = await serve(`/index.${ending}`);
    const check = { atom: checkAtom, rss: checkRss, json: checkJsonFeed }[ending];
    expect(check({ ...served, body: spoil(served.body) }).join('; ')).toContain(problem);
  });
});
