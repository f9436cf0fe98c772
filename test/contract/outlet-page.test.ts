import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '../../src/store/articles.ts';
import { saveBriefing } from '../../src/store/briefings.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import type { Db } from '../../src/store/store.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const START = Date.UTC(2025, 11, 14, 9);
const DAY = 86_400_000;
const PEERS = ['a', 'b', 'c', 'd'].map((name) => `${name}.example`);

/** A story of these outlets, an article each. */
async function addStory(db: Db, id: string, outlets: readonly string[], at: number): Promise<void> {
  const articles = outlets.map((outletId) =>
    build.article(`${id}-${outletId}`, { outletId, publishedAt: at }),
  );
  for (const article of articles) await saveArticle(db, article);
  await saveClusterDecisions(db, {
    stories: [build.storyState(id, { firstAt: at, lastAt: at, size: articles.length })],
    founded: new Map([[id, { slug: `slug-${id}`, title: `Story ${id}` }]]),
    assignments: articles.map((article) => build.assignment(article.id, id)),
    documentFrequencies: [],
  });
  const briefing = build.briefing(id, articles[0]?.id ?? '', { headline: `Story ${id}` });
  await saveBriefing(db, briefing, { at, revision: 1, by: 1 });
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`the page of an outlet on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;
    const page = (id: string) => openLibrary(opened.store).outlet(id);

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      const own = [...PEERS, 'own.example'].map((id) => build.outlet(id, { country: 'NO' }));
      await saveOutlets(db, [
        ...own,
        build.outlet('foreign.example', { country: 'PL' }),
        build.outlet('stateless.example'),
      ]);
      for (let i = 0; i < 6; i++) await addStory(db, `both-${i}`, [...PEERS, 'own.example'], START - i * DAY);
    }, 60_000);
    afterAll(() => opened.close());

    it('tells nothing of what is left out while the peers share too little', async () => {
      expect((await page('own.example'))?.leavesOut).toBeNull();
    });

    it('lists what three peers carried and it did not, most carried first', async () => {
      await addStory(db, 'three', [...PEERS.slice(0, 3), 'foreign.example'], START - DAY);
      await addStory(db, 'four', PEERS, START - 2 * DAY);
      await addStory(db, 'two', PEERS.slice(0, 2), START - DAY);
      await addStory(db, 'old', PEERS, START - 40 * DAY);
      const leavesOut = (await page('own.example'))?.leavesOut;
      expect(leavesOut).toMatchObject({
        peers: { by: 'country', key: 'NO', outlets: 4 },
        to: START,
        shared: 8,
        carried: 6,
      });
      expect(leavesOut?.stories.map(({ story, carriers }) => [story.slug, carriers])).toEqual([
        ['slug-four', 4],
        ['slug-three', 3],
      ]);
    });

    it('tells nothing of an outlet without peers, or of which neither country nor kind is known', async () => {
      expect((await page('foreign.example'))?.leavesOut).toBeNull();
      expect((await page('stateless.example'))?.leavesOut).toBeNull();
    });

    it('has the clear tones of its own articles, and of the newest version only', async () => {
      expect((await page('own.example'))?.tones).toEqual([]);
      const articleId = 'both-0-own.example';
      const citation = { articleId, start: 0, end: 46 };
      const told = build.briefing('both-0', articleId);
      const outlet = {
        outletId: 'own.example',
        articleIds: [articleId],
        headline: 'h',
        headlineArticleId: articleId,
        leadsOn: null,
        onlyHere: [],
        leavesOut: [],
        quotes: [],
        loadedWords: [],
        tone: [{ name: 'Varga', direction: 'critical' as const, citations: [citation] as const }],
        reprints: null,
      };
      const papersSay = {
        ...told.sections.papersSay,
        outlets: [outlet, { ...outlet, outletId: 'a.example' }],
      };
      const sections = { ...told.sections, papersSay };
      await saveBriefing(
        db,
        { ...told, headline: 'Story both-0', sections },
        { at: START, revision: 1, by: 1 },
      );
      expect((await page('own.example'))?.tones).toMatchObject([
        { name: 'Varga', direction: 'critical', citation, slug: 'slug-both-0', at: START },
      ]);
    });
  });
}
