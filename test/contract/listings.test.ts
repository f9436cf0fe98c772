import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { After, FullLibrary, Part, Place, StoryFilter } from '../../src/core/listings.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveBriefing } from '../../src/store/briefings.ts';
import { addFeeds } from '../../src/store/feeds.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import { saveTopicLinks, saveTopics } from '../../src/store/topics.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const START = Date.UTC(2025, 11, 14, 9);
const HOUR = 3_600_000;
const ALL: StoryFilter = { section: null, topicSlug: null, outletId: null, from: null, to: null };
const EVERY = { ...ALL, storySlug: null };
/** Hours after the start; two of the same time, so that ids decide. */
const STORIES = [
  ['a', 0, 'example.org'],
  ['b', 1, 'other.example'],
  ['c', 1, 'example.org'],
  ['d', 2, 'example.org'],
  ['e', 3, 'other.example'],
] as const;

async function readAll<Item, Key>(
  limit: number,
  read: (part: After<Key>) => Promise<Part<Item, Key>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: Key | null = null;
  for (let parts = 0; parts < 20; parts++) {
    const part: Part<Item, Key> = await read({ limit, after });
    items.push(...part.items);
    if (part.next === null) return items;
    after = part.next;
  }
  throw new Error('the list has no end');
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`lists on ${database.name}`, () => {
    let opened: Opened;
    let library: FullLibrary;

    beforeAll(async () => {
      opened = await database.open();
      const { db } = opened.store;
      library = openLibrary(opened.store);
      await saveOutlets(db, [
        build.outlet('example.org', { name: 'Zebra', country: 'GB' }),
        build.outlet('other.example', { name: 'Aardvark' }),
      ]);
      await addFeeds(db, [
        { id: 'f1', outletId: 'example.org', url: 'https://example.org/feed', title: 'News' },
        { id: 'f2', outletId: 'other.example', url: 'https://other.example/feed', title: null },
      ]);
      await saveTopics(db, [
        { topic: build.topic('Halvik'), aliases: [] },
        { topic: build.topic('Eastreach'), aliases: [] },
        { topic: build.topic('Unknown', { title: '100% unknown' }), aliases: [] },
      ]);
      for (const [id, hours, outletId] of STORIES) {
        const publishedAt = START + hours * HOUR;
        const article = build.article(`article-${id}`, { outletId, publishedAt });
        await saveArticle(db, article);
        await saveTopicLinks(db, article.id, [
          { entity: 0, topic: build.topic(id === 'd' ? 'Eastreach' : 'Halvik'), score: 1, salience: 1 },
        ]);
        await saveClusterDecisions(db, {
          stories: [build.storyState(id, { firstAt: publishedAt, lastAt: publishedAt })],
          founded: new Map([[id, { slug: `slug-${id}`, title: `Story ${id}` }]]),
          assignments: [build.assignment(article.id, id)],
          documentFrequencies: [],
        });
        await saveBriefing(db, build.briefing(id, article.id), {
          at: publishedAt + HOUR,
          revision: 1,
          by: 1,
        });
      }
    }, 60_000);

    afterAll(() => opened.close());

    it.each([1, 2, 3, 10])('gives stories newest first, each once, in parts of %i', async (limit) => {
      const stories = await readAll(limit, (part: After<Place>) => library.storiesByTime(ALL, part));
      expect(stories.map(({ id }) => id)).toEqual(['e', 'd', 'b', 'c', 'a']);
    });

    it.each([
      [{ outletId: 'example.org' }, ['d', 'c', 'a']],
      [{ topicSlug: 'eastreach' }, ['d']],
      [{ topicSlug: 'nobody' }, []],
      [{ section: 'sport' }, []],
      [{ from: START + HOUR, to: START + 2 * HOUR }, ['d', 'b', 'c']],
    ] as const)('narrows stories by %j', async (filter, expected) => {
      const stories = await readAll(2, (part: After<Place>) =>
        library.storiesByTime({ ...ALL, ...filter }, part),
      );
      expect(stories.map(({ id }) => id)).toEqual(expected);
    });

    it.each([
      [{}, ['e', 'd', 'b', 'c', 'a']],
      [{ outletId: 'other.example' }, ['e', 'b']],
      [{ storySlug: 'slug-c' }, ['c']],
      [{ storySlug: 'no-such' }, []],
      [{ topicSlug: 'halvik', to: START + HOUR }, ['b', 'c', 'a']],
    ] as const)('narrows articles by %j', async (filter, expected) => {
      const articles = await readAll(2, (part: After<Place>) =>
        library.articlesByTime({ ...EVERY, ...filter }, part),
      );
      expect(articles.map(({ id }) => id.replace('article-', ''))).toEqual(expected);
    });

    it('gives with each story all that it says, in the same parts', async () => {
      const told = await readAll(2, (part: After<Place>) => library.toldByTime(ALL, part));
      const listed = await readAll(2, (part: After<Place>) => library.storiesByTime(ALL, part));
      expect(told.map(({ id, at, slug }) => ({ id, at, slug }))).toEqual(
        listed.map(({ id, lastAt, slug }) => ({ id, at: lastAt, slug })),
      );
      for (const { id, version, briefing } of told) expect([briefing.storyId, version]).toEqual([id, 1]);
    });

    it('lists topics that articles are about, and finds them by how they begin', async () => {
      const slugs = async (text: string | null) =>
        (await readAll(1, (part: After<string>) => library.topicsBySlug(text, part))).map(({ slug }) => slug);
      expect(await slugs(null)).toEqual(['eastreach', 'halvik']);
      expect(await slugs('HALV')).toEqual(['halvik']);
      expect(await slugs('%')).toEqual([]);
      expect(await slugs('_alvik')).toEqual([]);
    });

    it('lists questions with their stories', async () => {
      const questions = await readAll(2, (part: After<string>) => library.questionsBySlug(null, part));
      expect(questions.map(({ slug }) => slug)).toEqual(['why-a', 'why-b', 'why-c', 'why-d', 'why-e']);
      const [one] = (await library.questionsBySlug('slug-d', { limit: 5, after: null })).items;
      expect(one).toEqual({
        slug: 'why-d',
        question: 'Why was the harbour closed?',
        isAnswered: false,
        story: { slug: 'slug-d', headline: 'Harbour closed' },
      });
    });

    it('lists the sources by outlet', async () => {
      expect((await library.sources()).map(({ feedUrl, outlet }) => [feedUrl, outlet.name])).toEqual([
        ['https://other.example/feed', 'Aardvark'],
        ['https://example.org/feed', 'Zebra'],
      ]);
    });

    it('gives addresses for the site map and what has begun lately', async () => {
      expect(await library.storyCount()).toBe(5);
      const addresses = await library.storyAddresses({ limit: 2, offset: 3 });
      expect(addresses.map(({ slug }) => slug)).toEqual(['slug-d', 'slug-e']);
      const recent = await library.storiesBegunSince(START + HOUR, 3);
      expect(recent.map(({ id }) => id)).toEqual(['e', 'd', 'b']);
    });

    it('tells which versions were made since', async () => {
      expect(await library.newestVersionAt()).toBe(START + 4 * HOUR);
      const made = await library.versionsSince(START + 3 * HOUR, 10);
      expect(made).toEqual([
        { storyId: 'd', version: 1, madeAt: START + 3 * HOUR },
        { storyId: 'e', version: 1, madeAt: START + 4 * HOUR },
      ]);
      expect(await library.nameVersions([...made, { storyId: 'gone', version: 1, madeAt: 0 }])).toEqual(
        made.map((one) => ({ ...one, slug: `slug-${one.storyId}`, headline: 'Harbour closed' })),
      );
    });
  });
}
