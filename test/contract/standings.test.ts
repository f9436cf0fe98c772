import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUOTATION_LIMITS } from '../../src/core/quotation-limits.ts';
import type { Section } from '../../src/core/section.ts';
import { createHttpClient } from '../../src/http/http-client.ts';
import { rankStories } from '../../src/pipeline/rank-front-page.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveBriefing } from '../../src/store/briefings.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { type ArticleFiling, recurringAmong, saveFiling, unfiledStories } from '../../src/store/standings.ts';
import type { Db } from '../../src/store/store.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2025, 11, 14, 9);
const ALL = { limit: 50, offset: 0 };

interface Told {
  readonly id: string;
  readonly outletId: string;
  readonly at?: number;
  readonly copyOf?: string;
  readonly filing?: Partial<ArticleFiling>;
}

const filed = (section: Section): Partial<ArticleFiling> => ({
  section: { section, margin: 0.8, from: 'words' },
});

async function addStory(db: Db, storyId: string, told: readonly Told[]): Promise<void> {
  for (const { id, outletId, at = NOW, filing } of told) {
    await saveArticle(db, build.article(id, { outletId, publishedAt: at }), { seenAt: 1 });
    await saveFiling(db, id, { section: null, skeleton: null, recurring: null, ...filing });
  }
  const times = told.map(({ at = NOW }) => at);
  const size = told.length;
  await saveClusterDecisions(db, {
    assignments: told.map(({ id, copyOf = null }) => build.assignment(id, storyId, { copyOf })),
    stories: [build.storyState(storyId, { size, firstAt: Math.min(...times), lastAt: Math.max(...times) })],
    documentFrequencies: [],
    founded: new Map([[storyId, { slug: storyId, title: `Title of ${storyId}` }]]),
  });
  await saveBriefing(db, build.briefing(storyId, told[0]?.id ?? ''), { at: 1, revision: 1, by: 1 });
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`standings on ${database.name}`, () => {
    let opened: Opened;

    beforeAll(async () => {
      opened = await database.open();
      const { store } = opened;
      await saveOutlets(store.db, [
        build.outlet('a.example', { country: 'FR', kind: 'agency', owner: 'One' }),
        build.outlet('b.example', { country: 'GB', kind: 'tabloid', owner: 'Two' }),
      ]);
      await addStory(store.db, 'wide', [
        { id: 'w1', outletId: 'a.example', filing: filed('sport') },
        { id: 'w2', outletId: 'b.example', filing: filed('sport') },
      ]);
      await addStory(store.db, 'narrow', [{ id: 'n1', outletId: 'a.example', filing: filed('world') }]);
      await addStory(store.db, 'stars', [
        { id: 's1', outletId: 'b.example', filing: { ...filed('culture'), recurring: 'horoscope' } },
      ]);
      const gone = { at: NOW - 7 * DAY, copyOf: 'gone' };
      await addStory(store.db, 'reprints', [
        { id: 'r1', outletId: 'a.example', ...gone },
        { id: 'r2', outletId: 'b.example', ...gone },
      ]);
      for (const day of [1, 2, 3]) {
        const filing = { ...filed('culture'), skeleton: 'harbour report for #' };
        await addStory(store.db, `issue-${day}`, [
          { id: `i${day}`, outletId: 'a.example', at: NOW - day * DAY, filing },
        ]);
      }
      await addStory(store.db, 'old', [
        { id: 'o1', outletId: 'a.example', at: NOW - 30 * DAY, filing: filed('science') },
      ]);
      await rankStories({
        store,
        http: createHttpClient(
          {},
          { clock: { now: () => NOW }, robots: { get: async () => null, put: async () => {} } },
        ),
        clock: { now: () => NOW },
        knowledge: null,
        model: null,
        quotationBudget: QUOTATION_LIMITS,
        articleClock: false,
      });
    }, 60_000);
    afterAll(() => opened.close());

    it('put the story first that more tell, and keep what recurs off the lists', async () => {
      const library = openLibrary(opened.store);
      expect((await library.frontPage(ALL)).map(({ slug }) => slug)).toEqual([
        'wide',
        'narrow',
        'reprints',
        'old',
      ]);
      expect((await library.storiesOfDay('2025-12-14')).map(({ slug }) => slug)).not.toContain('stars');
      const ofOutlet = (await library.outlet('b.example'))?.stories ?? [];
      expect(ofOutlet.map(({ slug }) => slug)).toEqual(['wide', 'reprints']);
    });

    it('file a story of an archive, without a place on the front page', async () => {
      const old = (await openLibrary(opened.store).story('old'))?.card;
      expect([old?.section, old?.standing]).toEqual(['science', null]);
      expect(await unfiledStories(opened.store.db, NOW - 14 * DAY, 10)).toEqual([]);
    });

    it('tell clustering what recurs', async () => {
      expect([...(await recurringAmong(opened.store.db, ['s1', 'w1', 'i1', 'none']))].sort()).toEqual([
        'i1',
        's1',
      ]);
    });

    it('keep what recurs at its address, marked with its kind', async () => {
      const library = openLibrary(opened.store);
      expect((await library.story('stars'))?.card.recurring).toBe(true);
      expect((await library.article('s1'))?.article.recurring).toBe('horoscope');
      expect((await library.article('i1'))?.article.recurring).toBe('repeated');
      expect((await library.article('w1'))?.article.recurring).toBeNull();
    });

    it('count a text of which only reprints are known as one source, as the story does', async () => {
      const reprints = (await openLibrary(opened.store).story('reprints'))?.card;
      expect([reprints?.independentOutlets, reprints?.standing?.factors.outlets]).toEqual([1, 1]);
    });

    it('give each story its section and its reasons', async () => {
      const library = openLibrary(opened.store);
      const [wide] = await library.section('sport', ALL);
      expect(wide).toMatchObject({ slug: 'wide', section: 'sport', standing: { place: 1 } });
      expect(wide?.standing?.factors).toMatchObject({
        outlets: 2,
        owners: 2,
        countries: 2,
        kinds: 2,
        recent: 2,
      });
      expect(await library.section('culture', ALL)).toEqual([]);
      expect((await library.status()).sections).toEqual(['world', 'science', 'sport']);
    });
  });
}
