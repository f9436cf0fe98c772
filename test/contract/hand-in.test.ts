import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandInDesk } from '../../src/pipeline/hand-in-desk.ts';
import { articleIdOf } from '../../src/pipeline/read-feed.ts';
import { fetchStage } from '../../src/pipeline/stages/fetch-stage.ts';
import type { World } from '../../src/pipeline/world.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { savePage } from '../../src/store/pages.ts';
import { recordStageRun } from '../../src/store/stage-runs.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const NOW = Date.UTC(2025, 11, 14, 9);
const HOUR_MS = 3_600_000;
const PAGE = 'https://news.example/a?id=1';

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`handing in on ${database.name}`, () => {
    let opened: Opened;
    const desk = (perHour: number, now = NOW) =>
      createHandInDesk(opened.store.db, { now: () => now }, perHour);

    beforeAll(async () => {
      opened = await database.open();
      await saveOutlets(opened.store.db, [build.outlet('news.example')]);
      await saveArticle(opened.store.db, build.article('stored', { url: PAGE, outletId: 'news.example' }));
    }, 60_000);
    afterAll(() => opened.close());

    it.each([
      'https://news.example/a?id=1',
      '  HTTPS://News.Example:443/a?utm_source=x&id=1#top ',
      'https://user:pw@news.example/a?id=1&fbclid=7',
    ])('knows the stored article as %s', async (address) => {
      expect(await desk(0).find(address)).toEqual({ kind: 'stored', url: PAGE, articleId: 'stored' });
    });

    it.each([
      '',
      'news',
      'javascript:alert(1)',
      'file:///etc/passwd',
      `https://a.example/${'x'.repeat(2_000)}`,
    ])('takes %j for no address', async (address) => {
      expect(await desk(9).find(address)).toBeNull();
      expect(await desk(9).takeIn(address)).toBeNull();
    });

    it('takes in what is not known as work of the next round, once, and shows no outlet before there is an article', async () => {
      const url = 'https://other.example/b';
      expect(await desk(9).find(url)).toEqual({ kind: 'unknown', url });
      expect(await desk(9).takeIn(`${url}?utm_source=x`)).toEqual({ kind: 'waiting', url });
      expect(await desk(9).takeIn(url)).toEqual({ kind: 'waiting', url });
      // `pending` reads the store of the world and nothing else.
      const world = { store: opened.store } as World;
      expect(await fetchStage.pending(world)).toEqual([articleIdOf(url)]);
      const outlets = await openLibrary(opened.store).outlets();
      expect(outlets.map(({ id }) => id)).toEqual(['news.example']);
    });

    it('takes in so many in an hour, by whichever process, and none when it is switched off', async () => {
      const later = NOW + 2 * HOUR_MS;
      const two = () => desk(2, later);
      const address = (n: number) => `https://other.example/${n}`;
      expect(await desk(0).takeIn(address(0))).toEqual({ kind: 'unknown', url: address(0) });
      for (const n of [1, 2]) expect(await two().takeIn(address(n))).toMatchObject({ kind: 'waiting' });
      expect(await two().takeIn(address(3))).toBe('busy');
      expect(await two().takeIn(address(2))).toEqual({ kind: 'waiting', url: address(2) });
      expect(await desk(2, later + HOUR_MS).takeIn(address(3))).toMatchObject({ kind: 'waiting' });
    });

    it('says why nothing could be read, and finds an article that is stored under another address', async () => {
      const { db } = opened.store;
      for (const [path, finalUrl] of [
        ['broken', 'https://other.example/broken'],
        ['short', `${PAGE}&utm_source=short`],
      ] as const) {
        const url = `https://other.example/${path}`;
        await desk(9).takeIn(url);
        const key = articleIdOf(url);
        await savePage(db, {
          articleId: key,
          finalUrl,
          html: null,
          failureCode: 'http/status',
          fetchedAt: NOW,
        });
        const failure = {
          code: 'extract/no-content',
          message: 'There is no text.',
          retryable: false,
        } as const;
        await recordStageRun(db, { stage: 'extract', key, version: 1, at: NOW, failure });
      }
      const broken = 'https://other.example/broken';
      expect(await desk(9).find(broken)).toEqual({
        kind: 'unreadable',
        url: broken,
        reason: 'There is no text.',
      });
      expect(await desk(9).find('https://other.example/short')).toMatchObject({ articleId: 'stored' });
    });
  });
}
