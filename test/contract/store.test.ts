import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/core/library.ts';
import { packSignatures, unpackSignatures } from '../../src/core/stored-signature.ts';
import { saveAnnotation, saveFingerprint } from '../../src/store/annotations.ts';
import { articleById, saveArticle } from '../../src/store/articles.ts';
import { saveBlindSpots } from '../../src/store/blind-spots.ts';
import { loadBriefInput } from '../../src/store/brief-input.ts';
import { briefingOf, saveBriefing } from '../../src/store/briefings.ts';
import { exportArticles, exportStories } from '../../src/store/export-rows.ts';
import {
  addEntries,
  addFeeds,
  dueFeeds,
  feedById,
  recentItemTimes,
  savePoll,
} from '../../src/store/feeds.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { addUnknownOutlets, outletById, saveOutlets } from '../../src/store/outlets.ts';
import { entryOf, pageOf, savePage } from '../../src/store/pages.ts';
import { finishRounds, openRound, startRound } from '../../src/store/rounds.ts';
import { forgetStageRuns, pendingAfter, recordStageRun } from '../../src/store/stage-runs.ts';
import type { Db } from '../../src/store/store.ts';
import { migrate, pendingMigrations } from '../../src/store/store.ts';
import { saveClusterDecisions, signaturesBetween, storiesToBrief } from '../../src/store/stories.ts';
import { namedTopics, saveTopicLinks, saveTopics } from '../../src/store/topics.ts';
import { isAnyUnassigned, unassignedFingerprints } from '../../src/store/waiting-articles.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`the store on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;
    let library: Library;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      library = openLibrary(opened.store);
      await saveOutlets(db, [build.outlet('example.org', { country: 'GB' }), build.outlet('other.example')]);
    }, 60_000);

    afterAll(() => opened.close());

    it('migrates an up-to-date schema to itself', async () => {
      expect(await pendingMigrations(opened.store)).toEqual([]);
      expect(await migrate(opened.store)).toEqual([]);
    });

    it('never replaces what is known of an outlet by nothing', async () => {
      await saveOutlets(db, [build.outlet('known.example', { country: 'FR', owner: 'Owner' })]);
      await saveOutlets(db, [build.outlet('known.example', { name: 'New name' })]);
      await addUnknownOutlets(db, [build.outlet('known.example', { name: 'Not this' })]);
      expect(await outletById(db, 'known.example')).toMatchObject({
        name: 'New name',
        country: 'FR',
        owner: 'Owner',
      });
    });

    it('completes what is not known of an outlet, and overrules nothing', async () => {
      await addUnknownOutlets(db, [build.outlet('half.example', { name: 'Half', kind: 'digital' })]);
      await addUnknownOutlets(db, [
        build.outlet('half.example', { name: 'Other', kind: 'state', country: 'PL', owner: 'Ellery Titles' }),
      ]);
      expect(await outletById(db, 'half.example')).toMatchObject({
        name: 'Half',
        kind: 'digital',
        country: 'PL',
        owner: 'Ellery Titles',
      });
    });

    it('adds a feed once and keeps validators and failures between polls', async () => {
      const feed = { id: 'feed-1', outletId: 'example.org', url: 'https://example.org/feed', title: null };
      expect(await addFeeds(db, [feed])).toBe(1);
      expect(await addFeeds(db, [feed])).toBe(0);
      const base = { feedId: 'feed-1', polledAt: 1_000, nextPollAt: 5_000, title: 'A feed', movedTo: null };
      const entry = {
        articleId: 'entry-1',
        feedId: 'feed-1',
        outletId: 'example.org',
        url: 'https://example.org/1',
        item: null,
        seenAt: 1_000,
      };
      const validators = { etag: '"x"', lastModified: null };
      expect(await savePoll(db, { ...base, status: 200, validators, error: null }, [entry])).toEqual([
        'entry-1',
      ]);
      const failed = { ...base, status: null, validators: null, error: 'http/timeout' };
      expect(await savePoll(db, failed, [entry])).toEqual([]);
      expect(await feedById(db, 'feed-1')).toMatchObject({ etag: '"x"', failures: 1, lastPolledAt: 1_000 });
      expect(await dueFeeds(db, { now: 4_999 })).not.toContain('feed-1');
      expect(await dueFeeds(db, { notPolledSince: 1_001 })).toContain('feed-1');
    });

    it('moves a feed to its new address, unless another has it, and retires one that is gone', async () => {
      const feed = (n: number) => ({
        id: `moving-${n}`,
        outletId: 'example.org',
        url: `https://example.org/moving-${n}`,
        title: null,
      });
      await addFeeds(db, [feed(1), feed(2)]);
      const base = {
        polledAt: 1_000,
        nextPollAt: 5_000,
        validators: null,
        title: null,
        movedTo: null,
        error: null,
      };
      const poll = (feedId: string, more: { readonly status: number; readonly movedTo?: string }) =>
        savePoll(db, { ...base, feedId, ...more }, []);
      await poll('moving-1', { status: 200, movedTo: 'https://example.org/new' });
      await poll('moving-2', { status: 200, movedTo: 'https://example.org/new' });
      expect(await feedById(db, 'moving-1')).toMatchObject({ url: 'https://example.org/new' });
      expect(await feedById(db, 'moving-2')).toMatchObject({ url: 'https://example.org/moving-2' });

      expect(await dueFeeds(db, { now: 5_000 })).toContain('moving-2');
      await poll('moving-2', { status: 410 });
      expect(await dueFeeds(db, { now: 1e15 })).not.toContain('moving-2');
      expect(await dueFeeds(db, { notPolledSince: 1_001 })).toContain('moving-2');
      await poll('moving-2', { status: 200 });
      expect(await dueFeeds(db, { now: 5_000 })).toContain('moving-2');
    });

    it('knows the times of a feed by its newest entries', async () => {
      const feed = { id: 'paced', outletId: 'example.org', url: 'https://example.org/paced', title: null };
      await addFeeds(db, [feed]);
      const item = { url: '', guid: '', title: '', contentHtml: null, summaryHtml: null, updatedAt: null };
      const entries = Array.from({ length: 25 }, (_, n) => ({
        articleId: `paced-${n}`,
        feedId: 'paced',
        outletId: 'example.org',
        url: `https://example.org/paced/${n}`,
        item: {
          ...item,
          publishedAt: n === 24 ? null : n,
          authors: [],
          categories: [],
          imageUrl: null,
          language: null,
        },
        seenAt: n,
      }));
      await addEntries(db, entries);
      const times = await recentItemTimes(db, 'paced');
      expect(times).toEqual(Array.from({ length: 19 }, (_, n) => 23 - n));
      expect(await recentItemTimes(db, 'nobody')).toEqual([]);
    });

    it('gives back a page byte for byte', async () => {
      const html = `<p>${'Grüße, 東京 '.repeat(500)}</p>`;
      const page = {
        articleId: 'entry-1',
        finalUrl: 'https://example.org/1',
        html,
        failureCode: null,
        fetchedAt: 1,
      };
      await savePage(db, page);
      await savePage(db, page);
      expect(await pageOf(db, 'entry-1')).toEqual(page);
      expect(await entryOf(db, 'entry-1')).toMatchObject({ url: 'https://example.org/1', item: null });
    });

    it('keeps one article per address and replaces an earlier reading of it', async () => {
      expect(await saveArticle(db, build.article('one'))).toBe(true);
      expect(await saveArticle(db, build.article('one', { title: 'Corrected' }))).toBe(true);
      expect(await saveArticle(db, build.article('two', { url: 'https://example.org/one' }))).toBe(false);
      expect((await articleById(db, 'one'))?.title).toBe('Corrected');
      expect(await articleById(db, 'two')).toBeNull();
    });

    it('finds what a stage has not done, or only in an older version', async () => {
      const run = { key: 'one', at: 1, failure: null };
      await recordStageRun(db, { ...run, stage: 'extract', version: 1 });
      expect(await pendingAfter(db, 'extract', 'annotate', 1)).toEqual(['one']);
      await recordStageRun(db, { ...run, stage: 'annotate', version: 1 });
      expect(await pendingAfter(db, 'extract', 'annotate', 1)).toEqual([]);
      expect(await pendingAfter(db, 'extract', 'annotate', 2)).toEqual(['one']);
      await forgetStageRuns(db, ['annotate'], ['one']);
      expect(await pendingAfter(db, 'extract', 'annotate', 1)).toEqual(['one']);
    });

    it('keeps the start of a round until it is finished', async () => {
      await startRound(db, 'poll', 1234);
      expect(await openRound(db)).toMatchObject({ startedAt: 1234 });
      await finishRounds(db, 2000);
      expect(await openRound(db)).toBeNull();
    });

    it('settles slugs and priors of topics', async () => {
      await saveTopics(db, [
        { topic: build.topic('Q1', { slug: 'paris' }), aliases: [{ key: 'paris', weight: 3 }] },
        { topic: build.topic('Q2', { slug: 'paris' }), aliases: [{ key: 'paris', weight: 1 }] },
      ]);
      const candidates = (await namedTopics(db, ['paris', 'unknown'])).get('paris') ?? [];
      expect(candidates.map(({ topic, prior }) => [topic.id, topic.slug, prior])).toEqual([
        ['Q1', 'paris', 0.75],
        ['Q2', 'paris-q2', 0.25],
      ]);
    });

    it('spells a topic that only articles know the same in whatever order they come', async () => {
      const spelt = async (titles: readonly string[], id: string) => {
        for (const title of titles) {
          const local = build.topic(id, { title, origin: 'articles' });
          await saveTopicLinks(db, 'one', [{ entity: 0, topic: local, score: 1, salience: 0.5 }]);
        }
        const row = await db.selectFrom('topics').select('title').where('id', '=', id).executeTakeFirst();
        return row?.title;
      };
      const titles = ['TS Ellis', 'T.S. Ellis', 'T-S- Ellis'];
      expect(await spelt(titles, 'local-a')).toBe(await spelt(titles.toReversed(), 'local-b'));
    });

    it('carries a story from fingerprint to page', async () => {
      await saveAnnotation(db, build.annotation('one'));
      await saveFingerprint(db, build.fingerprint('one'));
      const link = { entity: 0, topic: build.topic('Q1', { slug: 'paris' }), score: 1, salience: 0.5 };
      await saveTopicLinks(db, 'one', [link]);
      expect((await unassignedFingerprints(db, 10)).map(({ articleId }) => articleId)).toEqual(['one']);
      await saveClusterDecisions(db, {
        assignments: [build.assignment('one', 's1')],
        stories: [build.storyState('s1')],
        documentFrequencies: [['harbour', 1]],
        founded: new Map([['s1', { slug: 'slug-s1', title: 'Harbour closed' }]]),
      });
      expect(await unassignedFingerprints(db, 10)).toEqual([]);
      expect(await isAnyUnassigned(db)).toBe(false);
      // Read once more by a later version: it has its story.
      await saveFingerprint(db, build.fingerprint('one'));
      expect(await isAnyUnassigned(db)).toBe(false);
      expect(await storiesToBrief(db, 1)).toEqual(['s1']);

      const stored = await loadBriefInput(db, 's1');
      expect(stored?.input.articles.map(({ article, outlet }) => [article.id, outlet.country])).toEqual([
        ['one', 'GB'],
      ]);
      const made = { at: 5_000, revision: stored?.revision ?? 0, by: 1 };
      expect(await saveBriefing(db, build.briefing('s1', 'one'), made)).toBe(1);
      expect(await saveBriefing(db, build.briefing('s1', 'one'), made)).toBe(1);
      const later = build.briefing('s1', 'one', { asOf: Date.UTC(2025, 11, 14, 10) });
      expect(await saveBriefing(db, later, { ...made, at: 6_000 })).toBe(1);
      expect(await briefingOf(db, 's1')).toEqual({ briefing: later, version: 1, madeAt: 5_000 });
      expect(await saveBriefing(db, build.briefing('s1', 'one', { headline: 'Reopened' }), made)).toBe(2);
      expect(await storiesToBrief(db, 1)).toEqual([]);
    });

    it('hands clustering both signatures of an article, and nothing for words that are not known', async () => {
      const at = Date.UTC(2025, 11, 14, 9);
      const values = (first: number) => Array.from({ length: 128 }, (_, row) => first + row);
      const read = async () => [...unpackSignatures(packSignatures(await signaturesBetween(db, at, at)))];
      await saveFingerprint(db, build.fingerprint('one', { signature: values(4_294_967_000) }));
      expect(await read()).toMatchObject([{ articleId: 'one', storyId: 's1', distinctWords: 0 }]);
      const words = { wordSignature: values(7), distinctWords: 90 };
      await saveFingerprint(db, build.fingerprint('one', { signature: values(4_294_967_000), ...words }));
      const [known] = await read();
      expect(Array.from(known?.signature ?? [])).toEqual(values(4_294_967_000));
      expect(Array.from(known?.wordSignature ?? [])).toEqual(values(7));
      expect(known?.distinctWords).toBe(90);
    });

    it('keeps why an article is a copy, and counts a text once', async () => {
      const reason = {
        origin: 'earliest' as const,
        agency: 'north wire',
        owner: null,
        extent: 'cut' as const,
        containment: 0.93,
      };
      await saveOutlets(db, [build.outlet('copies.example', { name: 'The Copies' })]);
      for (const id of ['copy-a', 'copy-b'])
        await saveArticle(db, build.article(id, { outletId: 'copies.example' }));
      const assignment = {
        storyId: 's-copies',
        copyKind: 'wire-copy' as const,
        copySimilarity: 0.9,
        score: 0.9,
      };
      await saveClusterDecisions(db, {
        assignments: ['copy-a', 'copy-b'].map((articleId) => ({
          ...assignment,
          articleId,
          copyOf: 'gone',
          copyReason: reason,
        })),
        stories: [build.storyState('s-copies')],
        documentFrequencies: [],
        founded: new Map([['s-copies', { slug: 'slug-copies', title: 'Copies' }]]),
      });
      const passages = await library.article('copy-a');
      expect(passages?.article).toMatchObject({ copyOf: 'gone', originName: null, copyReason: reason });
      const row = await db
        .selectFrom('stories')
        .select(['articleCount', 'independentOutlets'])
        .where('id', '=', 's-copies')
        .executeTakeFirst();
      expect(row).toEqual({ articleCount: 2, independentOutlets: 1 });
      await db.deleteFrom('storyArticles').where('storyId', '=', 's-copies').execute();
      await db.deleteFrom('stories').where('id', '=', 's-copies').execute();
      await db.deleteFrom('articles').where('outletId', '=', 'copies.example').execute();
    });

    it('gives blind spots with their stories, and only those of the last survey', async () => {
      const spot = {
        grouping: 'country' as const,
        storyId: 's1',
        group: { key: 'PL', carriers: 0, outlets: 7, expected: 4.1 },
        carrying: [{ key: 'GB', carriers: 6, outlets: 9 }],
        probability: 0.001,
      };
      const survey = { grouping: 'country' as const, from: 0, to: 9, stories: 3, groups: [], checked: 5 };
      await saveBlindSpots(db, { spots: [{ ...spot, group: { ...spot.group, key: 'XX' } }], surveys: [] });
      await saveBlindSpots(db, { spots: [spot], surveys: [survey] });
      const page = await library.blindSpots('country');
      expect(page.surveys).toEqual([survey]);
      expect(page.spots.map((one) => [one.spot, one.story.slug])).toEqual([[spot, 'slug-s1']]);
      expect((await library.story('slug-s1'))?.blindSpots).toEqual([spot]);
      expect((await library.blindSpots('kind')).spots).toEqual([]);
    });

    it('shows the story in every view of the library', async () => {
      const [card] = await library.frontPage({ limit: 10, offset: 0 });
      expect(card).toMatchObject({
        slug: 'slug-s1',
        headline: 'Reopened',
        independentOutlets: 1,
        version: 2,
      });
      const page = await library.story('slug-s1');
      expect(page?.articles[0]?.sentences).toEqual([{ start: 0, end: 46 }]);
      expect(page?.versions.map(({ version }) => version)).toEqual([2, 1]);
      expect((await library.storyVersion('slug-s1', 1))?.briefing.headline).toBe('Harbour closed');
      expect((await library.briefing('slug-s1', 1))?.headline).toBe('Harbour closed');
      expect((await library.question('why-s1'))?.question.question).toContain('harbour');
      const topic = await library.topic('paris');
      expect(topic?.stories).toHaveLength(1);
      expect(topic?.mentions).toEqual([{ day: '2025-12-14', articles: 1 }]);
      expect((await library.outlet('example.org'))?.articleCount).toBe(1);
      expect(await library.storiesOfDay('2025-12-14')).toHaveLength(1);
      expect(await library.storiesOfDay('2025-12-15')).toHaveLength(0);
      expect(await library.story('no-such-story')).toBeNull();
      expect(await library.status()).toMatchObject({ articles: 1, stories: 1 });
    });

    it.each([
      ['harbours', 1],
      ['HARBOUR eastreach', 1],
      ['harbour nowhere', 0],
      ['"; drop table articles --', 0],
      ['* OR NEAR( ) :', 0],
      ['', 0],
    ])('finds articles by all words of %j', async (text, total) => {
      const query = { text, outletId: null, from: null, to: null, limit: 10, offset: 0 };
      expect((await library.search(query)).total).toBe(total);
    });

    it('narrows a search by outlet and time', async () => {
      const query = { text: 'harbour', outletId: null, from: null, to: null, limit: 10, offset: 0 };
      expect((await library.search({ ...query, outletId: 'other.example' })).total).toBe(0);
      expect((await library.search({ ...query, from: Date.UTC(2026, 0) })).total).toBe(0);
      expect((await library.search({ ...query, to: Date.UTC(2026, 0) })).total).toBe(1);
    });

    it('exports stories with the ids that articles came with', async () => {
      await saveArticle(db, build.article('one', { externalId: 'ext-1' }));
      const stories = await Array.fromAsync(exportStories(opened.store));
      expect(stories[0]?.articles[0]?.externalId).toBe('ext-1');
      const articles = await Array.fromAsync(exportArticles(opened.store));
      expect(articles).toHaveLength(1);
      expect(articles[0]).not.toHaveProperty('text');
    });
  });
}
