import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedHealth } from '../../src/publish/format/feed-health.ts';
import { openAdminSessions, saveAdminToken, saveFirstAdminToken } from '../../src/store/admin-sessions.ts';
import { countOpenReports, errorReports, saveReport, settleReport } from '../../src/store/error-reports.ts';
import { addFeeds, changeFeed, dueFeeds, pollFailing, savePoll } from '../../src/store/feeds.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { finishRounds, recentRounds, startRound } from '../../src/store/rounds.ts';
import { failureCounts, forgetFailures, recordStageRun } from '../../src/store/stage-runs.ts';
import type { Db } from '../../src/store/store.ts';
import { recordEdit, saveStoryEdit, storyEditLog, waitingEdits } from '../../src/store/story-edits.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const NOW = Date.UTC(2025, 11, 14, 12);
const HOUR = 3_600_000;

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`administration on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      await saveOutlets(db, [build.outlet('b.example'), build.outlet('a.example', { country: 'NO' })]);
      const feed = (id: string, outletId: string) => ({
        id,
        outletId,
        url: `https://${outletId}/${id}.xml`,
        title: null,
      });
      await addFeeds(db, [feed('f1', 'b.example'), feed('f2', 'a.example'), feed('f3', 'a.example')]);
    }, 60_000);
    afterAll(() => opened.close());

    const poll = (feedId: string, at: number, more: { error?: string; status?: number; newest?: number }) =>
      savePoll(
        db,
        {
          feedId,
          polledAt: at,
          nextPollAt: at + HOUR,
          status: more.status ?? null,
          validators: null,
          title: null,
          error: more.error ?? null,
          movedTo: null,
          newestItemAt: more.newest ?? null,
        },
        [],
      );
    const health = async (id: string) => {
      const one = (await openLibrary(opened.store).feeds()).find(({ feed }) => feed.id === id);
      return one === undefined ? null : feedHealth(one.feed, NOW);
    };

    it('remembers since when a feed fails, until it works again', async () => {
      expect((await openLibrary(opened.store).feeds()).map(({ feed }) => feed.id)).toEqual([
        'f2',
        'f3',
        'f1',
      ]);
      expect(await health('f1')).toMatchObject({ condition: 'unasked' });
      await poll('f1', NOW - 5 * HOUR, { error: 'http/network: no way', newest: NOW - 9 * HOUR });
      await poll('f1', NOW - 4 * HOUR, { error: 'http/timeout: too late' });
      expect((await health('f1'))?.words).toContain('has not answered in time since 07:00 today');
      await poll('f1', NOW - 3 * HOUR, { status: 304 });
      expect((await health('f1'))?.words).toBe('in order, last article 9 hours ago');
      await poll('f1', NOW - 2 * HOUR, { error: 'http/network: no way' });
      expect((await health('f1'))?.words).toContain('could not be reached since 10:00 today');
    });

    it('asks neither what is gone nor what is paused, and both again when told so', async () => {
      await poll('f2', NOW - 2 * HOUR, { error: 'http/status: gone', status: 410 });
      await poll('f3', NOW - 2 * HOUR, { status: 200 });
      expect(await dueFeeds(db, { now: NOW })).toEqual(['f1', 'f3']);
      expect(await dueFeeds(db, { notPolledSince: NOW })).toEqual(['f1', 'f2', 'f3']);
      expect(await changeFeed(db, 'f3', 'pause', NOW)).toBe(true);
      expect(await health('f3')).toMatchObject({ condition: 'paused' });
      expect(await dueFeeds(db, { now: NOW })).toEqual(['f1']);
      expect(await dueFeeds(db, { notPolledSince: NOW })).toEqual(['f1', 'f2']);
      await changeFeed(db, 'f2', 'poll', NOW);
      await changeFeed(db, 'f3', 'resume', NOW);
      expect(await dueFeeds(db, { now: 1 })).toEqual(['f2', 'f3']);
      await pollFailing(db);
      expect(await dueFeeds(db, { now: 1 })).toEqual(['f1', 'f2', 'f3']);
      expect(await changeFeed(db, 'f3', 'remove', NOW)).toBe(true);
      expect(await changeFeed(db, 'f3', 'remove', NOW)).toBe(false);
      expect(await changeFeed(db, 'f3', 'pause', NOW)).toBe(false);
      expect(await health('f3')).toBeNull();
    });

    it('tells the first token to one process only, and ends every session with a new one', async () => {
      const sessions = openAdminSessions(db);
      expect(await sessions.tokenHash()).toBeNull();
      const told = await Promise.all(['h1', 'h2'].map((hash) => saveFirstAdminToken(db, hash)));
      expect(told.filter(Boolean)).toHaveLength(1);
      await sessions.open('s1', NOW, NOW + HOUR);
      await sessions.open('s2', NOW, NOW + HOUR);
      expect(await sessions.expiry('s1', NOW)).toBe(NOW + HOUR);
      expect(await sessions.expiry('s1', NOW + HOUR)).toBeNull();
      expect(await sessions.expiry('none', NOW)).toBeNull();
      await sessions.end('s1');
      expect(await sessions.expiry('s1', NOW)).toBeNull();
      await saveAdminToken(opened.store, 'h3');
      expect(await sessions.tokenHash()).toBe('h3');
      expect(await sessions.expiry('s2', NOW)).toBeNull();
    });

    it('keeps reports until somebody has dealt with them', async () => {
      const report = {
        storyId: 's',
        storySlug: 'slug-s',
        headline: 'Harbour closed',
        version: 2,
        statement: 'The harbour was closed.',
        citation: { articleId: 'a', start: 0, end: 9 },
        note: '<script>alert(1)</script>',
        contact: null,
      };
      expect(await saveReport(db, report, NOW)).toBe('taken');
      expect(await saveReport(db, { ...report, statement: null, citation: null }, NOW + 1)).toBe('taken');
      const [first] = await errorReports(db, 'open');
      expect(first).toMatchObject({ ...report, createdAt: NOW, doneAt: null });
      expect(await settleReport(db, first?.id ?? '', { by: 'session x', at: NOW + 2 })).toBe(true);
      expect(await countOpenReports(db)).toBe(1);
      expect(await errorReports(db, 'done')).toMatchObject([{ doneBy: 'session x', doneAt: NOW + 2 }]);
      await settleReport(db, first?.id ?? '', null);
      expect(await countOpenReports(db)).toBe(2);
      expect(await settleReport(db, 'none', null)).toBe(false);
    });

    it('takes no more reports than somebody could read', async () => {
      const filler = Array.from({ length: 2_000 }, (_, i) => ({
        id: `r${i}`,
        createdAt: NOW,
        storyId: 's',
        storySlug: 's',
        headline: 'h',
        version: 1,
        note: 'n',
      }));
      for (let i = 0; i < filler.length; i += 500)
        await db
          .insertInto('errorReports')
          .values(filler.slice(i, i + 500))
          .execute();
      const more = { storyId: 's', storySlug: 's', headline: 'h', version: 1, statement: null };
      expect(await saveReport(db, { ...more, citation: null, note: 'n', contact: null }, NOW)).toBe('full');
    });

    it('logs what is asked for by hand and what came of it', async () => {
      const edit = {
        kind: 'split' as const,
        storyId: 's',
        storyTitle: 'One',
        otherId: null,
        otherTitle: null,
        articleIds: ['a1', 'a2'],
        madeBy: 'session x',
        askedAt: NOW,
      };
      await saveStoryEdit(db, edit);
      await saveStoryEdit(db, { ...edit, askedAt: NOW + 1, storyTitle: 'Two' });
      const [first, second] = await waitingEdits(db);
      expect(first).toMatchObject({ ...edit, doneAt: null });
      await recordEdit(db, first?.id ?? '', { doneAt: 5, refusal: null, other: { id: 'p', title: 'Part' } });
      await recordEdit(db, second?.id ?? '', { doneAt: 6, refusal: 'Not so.' });
      expect(await waitingEdits(db)).toEqual([]);
      expect(await storyEditLog(db)).toMatchObject([
        { storyTitle: 'Two', refusal: 'Not so.', otherId: null },
        { storyTitle: 'One', refusal: null, otherId: 'p', otherTitle: 'Part', doneAt: 5 },
      ]);
    });

    it('forgets failures of one stage and code, so that they are tried again', async () => {
      const fail = (key: string, code: 'http/timeout' | 'http/robots') =>
        recordStageRun(db, {
          stage: 'fetch',
          key,
          version: 1,
          at: NOW,
          failure: { code, message: 'm', retryable: false },
        });
      await fail('a', 'http/timeout');
      await fail('b', 'http/timeout');
      await fail('c', 'http/robots');
      expect(await forgetFailures(db, 'extract', null)).toBe(0);
      expect(await forgetFailures(db, 'fetch', 'http/timeout')).toBe(2);
      expect(await failureCounts(db)).toMatchObject([{ stage: 'fetch', code: 'http/robots', count: 1 }]);
      expect(await forgetFailures(db, 'fetch', null)).toBe(1);
    });

    it('shows the last rounds, newest first', async () => {
      await startRound(db, 'poll', NOW);
      await finishRounds(db, NOW + 1);
      await startRound(db, 'import', NOW + 2);
      expect(await recentRounds(db, 1)).toMatchObject([{ kind: 'import', finishedAt: null }]);
      expect(await recentRounds(db, 9)).toMatchObject([
        { kind: 'import' },
        { kind: 'poll', finishedAt: NOW + 1 },
      ]);
    });
  });
}
