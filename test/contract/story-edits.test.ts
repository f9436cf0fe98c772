import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleVector } from '../../src/cluster/article-vector.ts';
import { fingerprintArticle } from '../../src/cluster/fingerprint-article.ts';
import { addMember, closeStory, newStory } from '../../src/cluster/live-story.ts';
import { repairStories } from '../../src/cluster/repair-stories.ts';
import { CLUSTER_SETTINGS } from '../../src/cluster/settings.ts';
import { TermTable } from '../../src/cluster/term-table.ts';
import type { Fingerprint } from '../../src/core/story.ts';
import { createBackground } from '../../src/pipeline/appliers.ts';
import { carryOutEdits } from '../../src/pipeline/carry-out-edits.ts';
import { explainStory } from '../../src/pipeline/explain-story.ts';
import { repairStage } from '../../src/pipeline/stages/repair-stage.ts';
import type { World } from '../../src/pipeline/world.ts';
import { explanationText } from '../../src/publish/export/explanation-text.ts';
import { saveAnnotation, saveFingerprint } from '../../src/store/annotations.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { storyIdOfSlug } from '../../src/store/library/story-pages.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import type { Db } from '../../src/store/store.ts';
import { saveClusterDecisions, storyMembers } from '../../src/store/stories.ts';
import { saveStoryEdit, storyEditLog } from '../../src/store/story-edits.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 10);
const BY = 'session abc123';

/** Words of invented events that have nothing in common. */
const EVENTS = {
  dam: 'dam aldmark valley flood river orre boats roofs engineers cracks wall water rescue helicopters governor drinking lorry operator inquiry repairs',
  vote: 'ballot senate tarsk coalition turnout polling chancellor candidate recount majority districts opposition mandate manifesto voters precinct tally observers',
  cup: 'isthmus cup goal keeper penalty striker stadium whistle crossbar referee semifinal substitute captain header equaliser fans terrace trophy',
} as const;
type Event = keyof typeof EVENTS;

function print(articleId: string, event: Event, day: number): Fingerprint {
  const shift = [...articleId].reduce((sum, c) => sum + c.charCodeAt(0), 0);
  const words = EVENTS[event].split(' ');
  const turned = words.map((_, i) => words[(i * 7 + shift) % words.length] ?? '');
  return fingerprintArticle({
    articleId,
    outletId: 'example.org',
    title: words.slice(0, 3).join(' '),
    text: turned.join(' '),
    publishedAt: START + day * DAY,
    language: 'en',
    byline: null,
    wireCredit: null,
    entities: [],
  });
}

/** Stores a story of these articles, as clustering would. */
async function addStory(
  db: Db,
  storyId: string,
  prints: readonly Fingerprint[],
  copies: Record<string, string> = {},
): Promise<void> {
  const table = new TermTable({ documents: 0, frequencies: [] }, createBackground(), 0);
  table.count(prints);
  const story = newStory(storyId, 'en', prints[0]?.publishedAt ?? START);
  for (const item of prints) {
    const { articleId: id, publishedAt } = item;
    await saveArticle(db, build.article(id, { publishedAt }), { seenAt: 1 });
    await saveAnnotation(db, build.annotation(id));
    await saveFingerprint(db, item);
    if (copies[id] === undefined)
      addMember(story, articleVector(item, table, CLUSTER_SETTINGS.nameShare), publishedAt);
  }
  await saveClusterDecisions(db, {
    assignments: prints.map(({ articleId }) => ({
      articleId,
      storyId,
      copyOf: copies[articleId] ?? null,
      copyKind: copies[articleId] === undefined ? null : 'near-duplicate',
      copySimilarity: null,
      copyReason: null,
      score: 1,
    })),
    stories: [closeStory(story, table)],
    documentFrequencies: [],
    founded: new Map([[storyId, { slug: `slug-${storyId}`, title: `Title of ${storyId}` }]]),
  });
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`stories put right by hand on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;
    let world: World;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      // Only the store and the clock are touched here.
      world = { store: opened.store, clock: { now: () => START } } as World;
      await saveOutlets(db, [build.outlet('example.org')]);
    }, 60_000);
    afterAll(() => opened.close());

    const membersOf = async (storyId: string) =>
      (await storyMembers(db, storyId)).map(({ articleId }) => articleId);
    /** One run of the repair stage; says whether there was anything to look at. */
    const repair = async () => {
      const input = await repairStage.load(world, 'all');
      if (input === undefined) return false;
      const repairs = repairStories(input, { background: createBackground() });
      await opened.store.db.transaction().execute(async (transaction) => {
        await repairStage.save(transaction, 'all', repairs, START);
      });
      return true;
    };
    const settled = async () => {
      while (await repair());
    };
    /** As a new article would: the story is looked at again. */
    const touch = (id: string) =>
      db
        .updateTable('stories')
        .set((eb) => ({ revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .execute();
    const merge = (fromId: string, intoId: string) =>
      saveStoryEdit(db, {
        kind: 'merge',
        storyId: intoId,
        storyTitle: intoId,
        otherId: fromId,
        otherTitle: fromId,
        articleIds: [],
        madeBy: BY,
        askedAt: START,
      });
    const split = (storyId: string, articleIds: readonly string[]) =>
      saveStoryEdit(db, {
        kind: 'split',
        storyId,
        storyTitle: storyId,
        otherId: null,
        otherTitle: null,
        articleIds,
        madeBy: BY,
        askedAt: START + 1,
      });

    it('merges what no repair would, keeps it together, and leads the old address on', async () => {
      await addStory(db, 'dam', [print('d1', 'dam', 0), print('d2', 'dam', 0), print('d3', 'dam', 3)]);
      await addStory(db, 'vote', [print('v1', 'vote', 0), print('v2', 'vote', 0)]);
      await settled();
      expect(await membersOf('dam')).toHaveLength(3);
      await merge('vote', 'dam');
      await carryOutEdits(world);
      expect(await membersOf('dam')).toEqual(['d1', 'd2', 'd3', 'v1', 'v2']);
      expect(await storyIdOfSlug(db, 'slug-vote')).toBe('dam');
      // Beyond the rest that every merged story has.
      await db
        .updateTable('storyEvents')
        .set({ at: START - 30 * DAY })
        .execute();
      await touch('dam');
      expect(await repair()).toBe(true);
      expect(await membersOf('dam')).toHaveLength(5);
      const explained = await explainStory(db, 'dam', createBackground());
      expect(explained === null ? '' : explanationText(explained, true)).toContain(
        `2026-01-10  took up "Title of vote" (/story/slug-vote): by hand, ${BY}`,
      );
    });

    it('would have been parted again, had it not been decided by hand', async () => {
      await db.updateTable('storyEvents').set({ madeBy: null }).execute();
      await touch('dam');
      await settled();
      expect(await membersOf('dam')).toEqual(['d1', 'd2', 'd3']);
    });

    it('splits off the chosen articles with their copies, and never merges the two again', async () => {
      const prints = ['c1', 'c2', 'c3', 'c4'].map((id) => print(id, 'cup', 9));
      await addStory(db, 'cup', prints, { c4: 'c3' });
      await settled();
      expect(await membersOf('cup')).toHaveLength(4);
      await split('cup', ['c3']);
      await carryOutEdits(world);
      const [log] = await storyEditLog(db);
      const part = log?.otherId ?? '';
      expect(log).toMatchObject({ refusal: null, otherTitle: 'Title of c3', madeBy: BY });
      expect(await membersOf('cup')).toEqual(['c1', 'c2']);
      expect(await membersOf(part)).toEqual(['c3', 'c4']);
      await touch('cup');
      await settled();
      expect(await membersOf('cup')).toEqual(['c1', 'c2']);
      expect(await membersOf(part)).toEqual(['c3', 'c4']);
    });

    it('says why it could not be done, and goes on with what follows', async () => {
      await split('cup', ['c1', 'c2']);
      await split('cup', ['nothing']);
      await merge('nowhere', 'cup');
      await merge('dam', 'nowhere');
      await merge('cup', 'cup');
      await carryOutEdits(world);
      const log = await storyEditLog(db);
      expect(log.filter(({ doneAt }) => doneAt === null)).toEqual([]);
      const refusals = log.flatMap(({ refusal }) => refusal ?? []).sort();
      expect(refusals).toEqual([
        'At least one article that is no copy has to leave, and one has to stay.',
        'At least one article that is no copy has to leave, and one has to stay.',
        'The story is no longer there.',
        'The story is no longer there.',
        'The two are one story already.',
      ]);
      expect(await membersOf('cup')).toEqual(['c1', 'c2']);
    });

    it('merges by hand what was split by hand', async () => {
      const part = (await storyEditLog(db)).find(({ otherTitle }) => otherTitle === 'Title of c3')?.otherId;
      await merge(part ?? '', 'cup');
      await carryOutEdits(world);
      expect(await membersOf('cup')).toEqual(['c1', 'c2', 'c3', 'c4']);
      await touch('cup');
      await settled();
      expect(await membersOf('cup')).toHaveLength(4);
    });
  });
}
