import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../src/core/library.ts';
import type { FullLibrary } from '../../src/core/listings.ts';
import { OPEN_POLICY } from '../../src/core/source-policy.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveBriefing } from '../../src/store/briefings.ts';
import { addFeeds, changeFeed } from '../../src/store/feeds.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { openSqlite } from '../../src/store/open-store.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { openPageMarks } from '../../src/store/page-marks.ts';
import { saveSitePolicy } from '../../src/store/source-policy.ts';
import { type Db, migrate, type Store } from '../../src/store/store.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import { recordEdit, saveStoryEdit, waitingEdits } from '../../src/store/story-edits.ts';
import * as build from '../builders/stored.ts';
import { buildWebDeps } from '../builders/web-deps.ts';
import { DATABASES, type Opened } from './databases.ts';

const START = Date.UTC(2025, 11, 14, 9);
const SECOND = 1_000;

async function addStory(db: Db, id: string, articleIds: readonly string[]): Promise<void> {
  for (const articleId of articleIds) await saveArticle(db, build.article(articleId));
  await saveClusterDecisions(db, {
    stories: [build.storyState(id)],
    founded: new Map([[id, { slug: `slug-${id}`, title: `Story ${id}` }]]),
    assignments: articleIds.map((articleId) => build.assignment(articleId, id)),
    documentFrequencies: [],
  });
  await tell(db, id, `Harbour ${id} closed`, articleIds[0] ?? '', 1);
}

async function tell(
  db: Db,
  id: string,
  headline: string,
  articleId: string,
  revision: number,
): Promise<void> {
  const briefing = build.briefing(id, articleId, { headline });
  await saveBriefing(db, briefing, { at: START, revision, by: 1 });
}

/** A site that keeps pages, with a clock that stands still unless it is told otherwise. */
class KeepingSite {
  now = START + 60 * SECOND;
  /** How often the library was asked for a story or the front page. */
  reads = 0;
  readonly app: Hono;

  constructor(store: Store) {
    const library = openLibrary(store);
    const counted: Pick<Library, 'story' | 'storyVersion' | 'frontPage'> = {
      story: (slug) => this.#counting(() => library.story(slug)),
      storyVersion: (slug, version) => this.#counting(() => library.storyVersion(slug, version)),
      frontPage: (range) => this.#counting(() => library.frontPage(range)),
    };
    const read: FullLibrary = { ...library, ...counted };
    this.app = createWebApp(
      buildWebDeps({ library: read, marks: openPageMarks(store), clock: { now: () => this.now } }),
    );
  }

  #counting<Value>(read: () => Value): Value {
    this.reads += 1;
    return read();
  }

  async text(path: string): Promise<string> {
    return await (await this.app.request(path)).text();
  }
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`kept pages on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;
    let site: KeepingSite;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      await saveOutlets(db, [build.outlet('example.org', { name: 'Zebra' })]);
      await addFeeds(db, [
        { id: 'f1', outletId: 'example.org', url: 'https://example.org/feed', title: null },
      ]);
      await addStory(db, 'a', ['a1', 'a2']);
      await addStory(db, 'b', ['b1']);
      site = new KeepingSite(opened.store);
    }, 60_000);
    afterAll(() => opened.close());

    it('renders a page once while nothing is written, also for many who ask at once', async () => {
      site.reads = 0;
      const pages = await Promise.all(Array.from({ length: 20 }, () => site.text('/story/slug-a')));
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).toContain('Harbour a closed');
      await site.text('/story/slug-a');
      expect(site.reads).toBe(1);
    });

    it('answers 304 to whoever has the page, in whatever form, until it changes', async () => {
      const first = await site.app.request('/story/slug-a', { headers: { 'Accept-Encoding': 'br' } });
      const etag = first.headers.get('ETag') ?? '';
      const again = (tag: string) => site.app.request('/story/slug-a', { headers: { 'If-None-Match': tag } });
      const unchanged = await again(`"other", ${etag}`);
      expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
      expect(unchanged.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect((await again(etag.replace('W/', ''))).status).toBe(304);
      expect((await again('"other"')).status).toBe(200);
      await tell(db, 'a', 'Harbour a opens', 'a1', 1);
      expect((await again(etag)).status).toBe(200);
    });

    it('gives each client a form that it takes', async () => {
      const plain = await site.text('/story/slug-a');
      const forms: readonly (readonly [string, string | null, (body: Uint8Array) => Uint8Array])[] = [
        ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
        ['gzip', 'gzip', gunzipSync],
        ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
        ['br;q=0.1, *;q=0.9', 'gzip', gunzipSync],
        ['identity', null, (body) => body],
        ['br;q=0, gzip;q=0', null, (body) => body],
      ];
      for (const [accepted, coding, decode] of forms) {
        const response = await site.app.request('/story/slug-a', {
          headers: { 'Accept-Encoding': accepted },
        });
        expect([accepted, response.headers.get('Content-Encoding')]).toEqual([accepted, coding]);
        expect(response.headers.get('Vary')).toContain('Accept-Encoding');
        const body = new Uint8Array(await response.arrayBuffer());
        expect(response.headers.get('Content-Length')).toBe(String(body.length));
        expect(new TextDecoder().decode(decode(body))).toBe(plain);
      }
    });

    it('never shows a page under another address', async () => {
      await tell(db, 'a', 'Harbour a opens again', 'a2', 1);
      const paths = [
        '/',
        '/?page=2',
        '/story/slug-a',
        '/story/slug-b',
        '/story/slug-a?version=1',
        '/story/slug-a/versions',
        '/search?q=harbour',
        '/search?q=nobody',
        '/index.atom',
        '/index.rss',
      ];
      const alone = new Map<string, string>();
      for (const path of paths) alone.set(path, await new KeepingSite(opened.store).text(path));
      expect(new Set(alone.values()).size).toBe(paths.length);
      for (const path of [...paths, ...paths])
        expect([path, await site.text(path)]).toEqual([path, alone.get(path)]);
    });

    it('shows at once what is new in a story, and who joins it', async () => {
      await site.text('/story/slug-b');
      await tell(db, 'b', 'Harbour b burns', 'b1', 1);
      expect(await site.text('/story/slug-b')).toContain('Harbour b burns');
      await saveArticle(db, build.article('b2', { title: 'Joined later' }));
      await saveClusterDecisions(db, {
        stories: [build.storyState('b', { size: 2 })],
        founded: new Map(),
        assignments: [build.assignment('b2', 'b')],
        documentFrequencies: [],
      });
      expect(await site.text('/story/slug-b')).toContain('Joined later');
    });

    const foot = async (path: string) => /[\d,]+ articles? of/.exec(await site.text(path))?.[0];
    /** Reads until the page says so: what is rendered behind the reader's back comes when it comes. */
    const shownLater = (path: string, words: string) =>
      vi.waitFor(async () => expect(await foot(path)).toBe(words), { timeout: 10_000, interval: 20 });

    it('lags with everything else by a stated time, and only while something is written', async () => {
      const [before, after] = ['4 articles of', '5 articles of'];
      site.now += 6 * SECOND;
      expect([await foot('/story/slug-b'), await foot('/')]).toEqual([before, before]);
      site.now += 1_500;
      await saveArticle(db, build.article('loose'));
      expect([await foot('/story/slug-b'), await foot('/')]).toEqual([before, before]);
      site.now += SECOND;
      expect(await foot('/')).toBe(before);
      await shownLater('/', after);
      expect(await foot('/story/slug-b')).toBe(before);
      site.now += 18 * SECOND;
      expect(await foot('/story/slug-b')).toBe(before);
      await shownLater('/story/slug-b', after);
    });

    it('does not show what lags too long to whoever asks after nobody has for a while', async () => {
      const words = async () => [await foot('/story/slug-b'), await foot('/')];
      expect(await words()).toEqual(['5 articles of', '5 articles of']);
      await saveArticle(db, build.article('loose too'));
      site.now += 5 * SECOND;
      expect(await words()).toEqual(['5 articles of', '6 articles of']);
      site.now += 56 * SECOND;
      expect(await words()).toEqual(['6 articles of', '6 articles of']);
    });

    it('keeps a page for a minute where nothing is written, and not over midnight nor when the clock is put back', async () => {
      await foot('/story/slug-b');
      const readsAfter = async (ms: number) => {
        site.reads = 0;
        site.now += ms;
        await foot('/story/slug-b');
        return site.reads;
      };
      expect(await readsAfter(0)).toBe(0);
      expect(await readsAfter(50 * SECOND)).toBe(0);
      expect(await readsAfter(121 * SECOND)).toBe(1);
      expect(await readsAfter(-3 * SECOND)).toBe(1);
      const now = site.now;
      expect(await readsAfter(Date.UTC(2025, 11, 14, 23, 59, 59) - now)).toBe(1);
      expect(await readsAfter(2 * SECOND)).toBe(1);
      site.now = now;
    });

    it('does not keep errors', async () => {
      expect((await site.app.request('/story/slug-c')).status).toBe(404);
      await addStory(db, 'c', ['c1']);
      expect((await site.app.request('/story/slug-c')).status).toBe(200);
    });

    const acts: readonly (readonly [string, string, RegExp, () => Promise<unknown>])[] = [
      [
        'an outlet that is called otherwise',
        '/outlets',
        /Okapi/,
        () => saveOutlets(db, [build.outlet('example.org', { name: 'Okapi' })]),
      ],
      ['a paused feed', '/sources', /[Pp]aused/, () => changeFeed(db, 'f1', 'pause', START)],
      [
        'a new feed',
        '/sources',
        /second-feed/,
        () =>
          addFeeds(db, [
            { id: 'f2', outletId: 'example.org', url: 'https://example.org/second-feed', title: null },
          ]),
      ],
      ['a removed feed', '/sources', /^(?![\s\S]*second-feed)/, () => changeFeed(db, 'f2', 'remove', START)],
      [
        'an article taken down',
        '/story/slug-b',
        /^(?![\s\S]*Joined later)/,
        async () => {
          await db.deleteFrom('storyArticles').where('articleId', '=', 'b2').execute();
          await db.deleteFrom('articles').where('id', '=', 'b2').execute();
        },
      ],
    ];
    for (const [what, path, expected, act] of acts) {
      it(`shows at once ${what}`, async () => {
        expect(await site.text(path)).not.toMatch(expected);
        await act();
        expect(await site.text(path)).toMatch(expected);
      });
    }

    it('raises its mark with the policy of the site and with what is carried out by hand', async () => {
      const marks = openPageMarks(opened.store);
      const raised = async (act: () => Promise<unknown>) => {
        const { site: before } = await marks.read(null);
        await act();
        return (await marks.read(null)).site !== before;
      };
      const { id, ...edit } = {
        id: 'x',
        kind: 'split' as const,
        storyId: 'a',
        storyTitle: 'A',
        articleIds: [],
      };
      const asked = { ...edit, otherId: null, otherTitle: null, madeBy: id, askedAt: START };
      await saveStoryEdit(db, asked);
      const [waiting] = await waitingEdits(db);
      expect(await raised(() => recordEdit(db, waiting?.id ?? '', { doneAt: START, refusal: null }))).toBe(
        true,
      );
      const hidden = { ...OPEN_POLICY, hide: ['example.org'] };
      expect(await raised(() => saveSitePolicy(db, hidden))).toBe(true);
      expect(await raised(() => saveSitePolicy(db, OPEN_POLICY))).toBe(true);
      expect(await raised(() => saveArticle(db, build.article('another')))).toBe(false);
    });
  });
}

describe('kept pages of a process beside the one that writes', () => {
  it('shows what the other has written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'variorum-kept-'));
    const file = join(folder, 'variorum.db');
    const [writer, reader] = [openSqlite(file), openSqlite(file)];
    try {
      await migrate(writer);
      await saveOutlets(writer.db, [build.outlet('example.org')]);
      await addStory(writer.db, 'a', ['a1']);
      const site = new KeepingSite(reader);
      expect(await site.text('/story/slug-a')).toContain('Harbour a closed');
      await tell(writer.db, 'a', 'Harbour a opens', 'a1', 1);
      expect(await site.text('/story/slug-a')).toContain('Harbour a opens');
      // What is not committed is not there, and nobody waits for it.
      await writer.db.transaction().execute(async (db) => {
        await tell(db, 'a', 'Harbour a floods', 'a1', 1);
        expect(await site.text('/story/slug-a')).toContain('Harbour a opens');
        expect(await new KeepingSite(writer).text('/story/slug-a')).toContain('Harbour a opens');
      });
      expect(await site.text('/story/slug-a')).toContain('Harbour a floods');
    } finally {
      await reader.close();
      await writer.close();
      await rm(folder, { recursive: true });
    }
  });
});
