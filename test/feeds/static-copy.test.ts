import { posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { StoryPage } from '../../src/core/library.ts';
import { pageFile, relativePath } from '../../src/publish/export/static/page-files.ts';
import { chosenStories } from '../../src/publish/export/static/plan-site.ts';
import { copySite } from '../../src/publish/export/static/static-site.ts';
import { buildLibrary, fillerStory } from '../builders/library-builder.ts';
import { HOSTILE_TEXTS } from '../hostile/hostile-texts.ts';
import { checkAtom } from './check-feed.ts';

interface Options {
  readonly slugs?: readonly string[];
  readonly limit?: number;
  readonly baseUrl?: string;
  /** Stories besides the two of the library. */
  readonly more?: number;
  readonly mainStory?: (page: StoryPage) => StoryPage;
}

async function copy({ slugs = [], limit = 100, more = 30, baseUrl, mainStory }: Options = {}) {
  const library = buildLibrary({
    extraStories: Array.from({ length: more }, (_, index) => fillerStory(index)),
    ...(mainStory === undefined ? {} : { mainStory }),
  });
  const files = new Map<string, Uint8Array>();
  const pages = await copySite(
    {
      library,
      asker: null,
      policyReader: null,
      siteName: 'Variorum',
      notice: 'A copy.',
      clock: { now: () => Date.parse('2025-12-14T20:05:00Z') },
      version: '0.1.0',
      ready: async () => true,
    },
    {
      stories: await chosenStories(library, { slugs, limit }),
      baseUrl: baseUrl ?? null,
      write: async (file, bytes) => {
        expect(files.has(file)).toBe(false);
        files.set(file, bytes);
      },
    },
  );
  const text = (file: string) => new TextDecoder().decode(files.get(file));
  return { files, pages, text };
}

type Copy = Awaited<ReturnType<typeof copy>>;

/** Every link of every page that leads to no file, or to no place in it. */
function brokenLinks({ files, text }: Copy): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const documents = [...files.keys()]
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, document: parseHTML(text(file)).document }));
  for (const { file, document } of documents)
    ids.set(file, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)));
  const styles = [...files.keys()].filter((file) => file.endsWith('.css'));
  const lost = styles.flatMap((file) =>
    [...text(file).matchAll(/url\("([^"]+)"\)/g)]
      .map(([, part = '']) => posix.join(posix.dirname(file), part))
      .filter((part) => !files.has(part)),
  );
  const broken = documents.flatMap(({ file, document }) =>
    [...document.querySelectorAll('[href], [src]')].flatMap((element) => {
      const link = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (/^https?:/.test(link)) return [];
      const [path = '', fragment] = link.split('#');
      const target = path === '' ? file : posix.join(posix.dirname(file), decodeURIComponent(path));
      const isThere =
        files.has(target) && (fragment === undefined || ids.get(target)?.has(fragment) === true);
      return isThere ? [] : [`${file}: ${link}`];
    }),
  );
  return [...broken, ...lost];
}

describe('a copy of the site', () => {
  it('leads everywhere it points to, and nowhere to what only a server has', async () => {
    const made = await copy();
    expect(made.pages).toBeGreaterThan(60);
    expect([...made.files.keys()]).toContain('page/2/index.html');
    expect(brokenLinks(made)).toEqual([]);
    for (const file of made.files.keys()) {
      if (!file.endsWith('.html')) continue;
      expect([file, made.text(file)]).not.toEqual([
        file,
        expect.stringMatching(/<script|<form|copy\.invalid/),
      ]);
    }
  });

  it('of one story holds it with its passages, and words in place of links to others', async () => {
    const made = await copy({ slugs: ['halvik-port-fire', 'no-such-story'] });
    expect(brokenLinks(made)).toEqual([]);
    expect([...made.files.keys()]).toContain('article/nw1/index.html');
    expect([...made.files.keys()].filter((file) => file.startsWith('story/filler'))).toEqual([]);
    expect(made.text('index.html')).not.toContain('ferry timetable');
    expect(made.text('topic/halvik/index.html')).toContain('<h2>Council delays vote');
    expect(made.text('story/halvik-port-fire/index.html')).toMatch(
      /href="\.\.\/\.\.\/article\/nw1\/index\.html#s\d+"/,
    );
  });

  it('with an address has feeds, a site map and pictures under it', async () => {
    const made = await copy({ limit: 2, baseUrl: 'https://example.org/paper' });
    expect(brokenLinks(made)).toEqual([]);
    const url = 'https://example.org/paper/index.atom';
    expect(
      checkAtom({ body: made.text('index.atom'), contentType: 'application/atom+xml; charset=utf-8', url }),
    ).toEqual([]);
    expect(made.text('story/halvik-port-fire/index.html')).toContain(
      '<link rel="canonical" href="https://example.org/paper/story/halvik-port-fire">',
    );
    expect([...made.files.keys()]).toEqual(
      expect.arrayContaining(['sitemap.xml', 'index.json', 'story/halvik-port-fire/share.png']),
    );
  });

  it.each(HOSTILE_TEXTS)('shows %j as text', async (evil) => {
    const made = await copy({
      slugs: ['halvik-port-fire'],
      more: 0,
      mainStory: (page) => ({
        ...page,
        card: { ...page.card, headline: evil, summary: evil, outletNames: [evil] },
        briefing: { ...page.briefing, headline: evil },
      }),
    });
    for (const file of ['index.html', 'story/halvik-port-fire/index.html']) {
      const { document } = parseHTML(made.text(file));
      const foreign = document.querySelectorAll(
        'script, iframe, object, embed, body > img, a[href^="javascript:"]',
      );
      expect([...foreign].map(({ localName }) => localName)).toEqual([]);
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
    }
    const { document } = parseHTML(made.text('story/halvik-port-fire/index.html'));
    if (!evil.isWellFormed() || evil.includes('\0')) return;
    expect(document.querySelector('h1')?.textContent).toContain(evil);
    expect(document.querySelector('title')?.textContent).toBe(`${evil} · Variorum`);
  });
});

describe('files of pages', () => {
  it.each([
    ['/', 'index.html'],
    ['/?page=3', 'page/3/index.html'],
    ['/story/port-fire', 'story/port-fire/index.html'],
    ['/section/world?page=2', 'section/world/page/2/index.html'],
    ['/blind-spots?by=kind', 'blind-spots/kind/index.html'],
    ['/outlet/127.0.0.1%3A4001', 'outlet/127.0.0.1_4001/index.html'],
    ['/topic/..%2F..%2Fetc', 'topic/.._.._etc/index.html'],
    ['/topic/%2E%2E', 'index.html'],
  ])('%s is %s', (path, file) => {
    expect(pageFile(path)).toBe(file);
  });

  it.each([
    ['index.html', 'story/a/index.html', 'story/a/index.html'],
    ['story/a/index.html', 'story/b/index.html', '../b/index.html'],
    ['story/a/index.html', 'index.html', '../../index.html'],
    ['story/a/index.html', 'story/a/index.html', 'index.html'],
    ['a/b/c/index.html', 'a/x y/index.html', '../../x%20y/index.html'],
  ])('from %s to %s is %s', (from, to, way) => {
    expect(relativePath(from, to)).toBe(way);
  });
});
