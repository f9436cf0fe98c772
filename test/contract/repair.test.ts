import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoryEvent, StoryRepairs } from '../../src/core/story.ts';
import { saveAnnotation, saveFingerprint } from '../../src/store/annotations.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { saveBriefing } from '../../src/store/briefings.ts';
import { storyChain } from '../../src/store/earlier-stories.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import type { Db } from '../../src/store/store.ts';
import { saveClusterDecisions, storiesToBrief, storyMembers } from '../../src/store/stories.ts';
import { currentStoryId, saveLives, storyEvents } from '../../src/store/story-events.ts';
import { recentMembers, saveStoryRepairs, storiesToRepair } from '../../src/store/story-repairs.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const NOTHING = { looked: [], splits: [], merges: [], stories: [], events: [] };
const DECIDED = { at: 1_000, score: 0.2, threshold: 0.15, shared: ['@eastreach'] };

function event(storyId: string, kind: StoryEvent['kind'], otherId: string): StoryEvent {
  return { storyId, kind, otherId, ...DECIDED };
}

async function addStory(db: Db, storyId: string, articleIds: readonly string[]): Promise<void> {
  for (const id of articleIds) {
    await saveArticle(db, build.article(id), { seenAt: 1 });
    await saveAnnotation(db, build.annotation(id));
    await saveFingerprint(db, build.fingerprint(id));
  }
  await saveClusterDecisions(db, {
    assignments: articleIds.map((articleId) => build.assignment(articleId, storyId)),
    stories: [build.storyState(storyId, { size: articleIds.length })],
    documentFrequencies: [],
    founded: new Map([[storyId, { slug: `slug-${storyId}`, title: `Title of ${storyId}` }]]),
  });
  const made = { at: 1, revision: 1, by: 1 };
  await saveBriefing(db, build.briefing(storyId, articleIds[0] ?? ''), made);
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`repaired stories on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      await saveOutlets(db, [build.outlet('example.org')]);
      await addStory(db, 'large', ['l1', 'l2', 'l3']);
      await addStory(db, 'small', ['s1']);
      await addStory(db, 'older', ['o1']);
    }, 60_000);
    afterAll(() => opened.close());

    const repair = (
      repairs: Partial<StoryRepairs>,
      founded: Record<string, { slug: string; title: string }> = {},
    ) =>
      opened.store.db
        .transaction()
        .execute((transaction) =>
          saveStoryRepairs(transaction, { ...NOTHING, ...repairs }, new Map(Object.entries(founded))),
        );

    it('asks for what changed until it was looked at', async () => {
      expect(await storiesToRepair(db, 10)).toEqual(['large', 'older', 'small']);
      expect(await recentMembers(db, ['large', 'small'], 1_000)).toHaveLength(4);
      await repair({ looked: ['large', 'older', 'small'], events: [event('large', 'grew-from', 'older')] });
      expect(await storiesToRepair(db, 10)).toEqual([]);
      expect(await storyChain(db, 'large')).toMatchObject([
        { id: 'older', slug: 'slug-older', generation: 1 },
      ]);
    });

    it('parts a story, tells both pages, and looks at the new one once more', async () => {
      await repair(
        {
          looked: ['large'],
          splits: [{ from: 'large', into: 'part', foundedBy: 'l3', articleIds: ['l3'] }],
          stories: [build.storyState('large', { size: 2 }), build.storyState('part')],
          events: [event('large', 'split', 'part')],
        },
        { part: { slug: 'slug-part', title: 'Title of part' } },
      );
      expect((await storyMembers(db, 'part')).map(({ articleId }) => articleId)).toEqual(['l3']);
      expect(await storiesToRepair(db, 10)).toEqual(['part']);
      expect(await storiesToBrief(db, 1)).toEqual(expect.arrayContaining(['large', 'part']));
      await saveBriefing(db, build.briefing('part', 'l3'), { at: 2, revision: 1, by: 1 });
      const library = openLibrary(opened.store);
      expect((await library.story('slug-large'))?.kin).toMatchObject([{ kind: 'split', slug: 'slug-part' }]);
      expect((await library.story('slug-part'))?.kin).toMatchObject([
        { kind: 'split-from', slug: 'slug-large' },
      ]);
    });

    it('leads every address of a story that was taken up to the one that took it, through any number of mergers', async () => {
      const merge = (into: string, from: string) => ({ into, from, score: 0.2, threshold: 0.15, shared: [] });
      await repair({
        merges: [merge('small', 'part')],
        stories: [build.storyState('small', { size: 2 })],
        events: [event('small', 'merged', 'part')],
      });
      await repair({
        merges: [merge('older', 'small')],
        stories: [build.storyState('older', { size: 3 })],
        events: [event('older', 'merged', 'small')],
      });
      const library = openLibrary(opened.store);
      for (const slug of ['slug-part', 'slug-small', 'slug-older']) {
        expect((await library.story(slug))?.card, slug).toMatchObject({ id: 'older', articleCount: 3 });
      }
      expect(await currentStoryId(db, 'part')).toBe('older');
      expect(await currentStoryId(db, 'large')).toBe('large');
      expect(await currentStoryId(db, 'nowhere')).toBeNull();
      expect((await library.question('why-small'))?.story.card.id).toBe('older');
      expect(await storyEvents(db, ['older'])).toMatchObject([
        { storyId: 'large', kind: 'split', otherId: 'older' },
        { storyId: 'older', kind: 'merged', otherId: 'part', otherSlug: 'slug-part' },
        { storyId: 'older', kind: 'merged', otherId: 'small', otherTitle: 'Harbour closed' },
      ]);
    });

    it('keeps where a story is in its life', async () => {
      await saveLives(db, new Map([['older', 'quiet']]), 0);
      const library = openLibrary(opened.store);
      expect((await library.story('slug-older'))?.card.life).toBe('quiet');
      await saveLives(db, new Map(), Number.MAX_SAFE_INTEGER);
      expect((await library.story('slug-older'))?.card.life).toBe('closed');
    });
  });
}
