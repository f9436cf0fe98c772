import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchQuery } from '../../src/core/library.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { saveOlderSections } from '../../src/store/standings.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import { saveTopicLinks } from '../../src/store/topics.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Invented articles, an hour apart; the words of the titles count more than those of the texts. */
const ARTICLES = [
  ['ferry', 'one.example', 'Ferry burns at Eastreach', 'A ferry caught fire in the harbour of Eastreach.'],
  ['harbour', 'two.example', 'Harbour closed', 'The harbour master closed the quay after the blaze.'],
  ['museum', 'one.example', 'Museum reopens', 'The museum of Ottery reopened after two years.'],
  ['ferries', 'two.example', 'Timetable', 'Ferries run hourly, the operator of the ferries said.'],
] as const;

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`search on ${database.name}`, () => {
    let opened: Opened;
    const search = async (text: string, more: Partial<SearchQuery> = {}) => {
      const { db, dialect } = opened.store;
      const range = { outletId: null, from: null, to: null, limit: 10, offset: 0 };
      return await dialect.searchArticles(db, { text, ...range, ...more });
    };

    beforeAll(async () => {
      opened = await database.open();
      const { db } = opened.store;
      await saveOutlets(db, [build.outlet('one.example'), build.outlet('two.example')]);
      for (const [i, [id, outletId, title, text]] of ARTICLES.entries())
        await saveArticle(db, build.article(id, { outletId, title, text, publishedAt: i * DAY_MS }), {});
    }, 60_000);

    afterAll(() => opened.close());

    it('wants all words unless told otherwise', async () => {
      expect(await search('ferry harbour')).toEqual({ ids: ['ferry'], total: 1 });
      expect(await search('ferry harbour', { match: 'all' })).toEqual({ ids: ['ferry'], total: 1 });
      expect(await search('ferry museum')).toEqual({ ids: [], total: 0 });
    });

    it('takes articles with any of the words, those with more of them first', async () => {
      const { ids, total } = await search('ferry harbour', { match: 'any' });
      expect(ids[0]).toBe('ferry');
      expect([...ids].sort()).toEqual(['ferries', 'ferry', 'harbour']);
      expect(total).toBe(3);
    });

    it('takes any of the words when others are nowhere', async () => {
      expect((await search('zeppelin museum', { match: 'any' })).ids).toEqual(['museum']);
      expect(await search('zeppelin airship', { match: 'any' })).toEqual({ ids: [], total: 0 });
    });

    it('narrows by outlet and time, counts all and gives a part', async () => {
      const any = { match: 'any' } as const;
      expect((await search('ferry harbour', { ...any, outletId: 'two.example' })).total).toBe(2);
      expect((await search('ferry harbour', { ...any, to: DAY_MS })).ids).toEqual(['ferry']);
      expect((await search('ferry harbour', { ...any, from: 3 * DAY_MS })).ids).toEqual(['ferries']);
      const part = await search('ferry harbour', { ...any, limit: 1, offset: 1 });
      expect(part.ids).toHaveLength(1);
      expect(part.total).toBe(3);
    });

    it('narrows by topic and by the section of the story', async () => {
      const { db } = opened.store;
      const topic = build.topic('eastreach', { origin: 'articles' });
      await saveTopicLinks(db, 'harbour', [{ entity: 0, topic, score: 1, salience: 0.4 }]);
      expect((await search('harbour')).total).toBe(2);
      expect((await search('harbour', { topicSlug: 'eastreach' })).ids).toEqual(['harbour']);
      expect((await search('harbour', { topicSlug: 'nowhere' })).total).toBe(0);
      await saveClusterDecisions(db, {
        assignments: [build.assignment('ferry', 's1')],
        stories: [build.storyState('s1')],
        documentFrequencies: [],
        founded: new Map([['s1', { slug: 'ferry-burns', title: 'Ferry burns' }]]),
      });
      await saveOlderSections(db, [{ id: 's1', section: { section: 'national', margin: 1 } }]);
      expect((await search('harbour', { section: 'national' })).ids).toEqual(['ferry']);
      expect((await search('harbour', { section: 'culture' })).total).toBe(0);
    });

    it.each([
      '',
      '|',
      '& |',
      '"',
      "'; drop table articles",
      '(ferry',
      'ferry:*',
      '!ferry',
      'ferry <-> harbour',
    ])('reads no operators out of what is typed: %j', async (text) => {
      for (const match of ['all', 'any'] as const) {
        const { ids, total } = await search(text, { match });
        expect(ids).toHaveLength(total);
      }
      expect((await search('museum')).total).toBe(1);
    });
  });
}
