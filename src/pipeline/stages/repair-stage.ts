import { type RepairInput, repairStories } from '../../cluster/repair-stories.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from '../../cluster/settings.ts';
import { storySlug } from '../../cluster/story-slug.ts';
import type { Stage } from '../../core/stage.ts';
import type { StoryRepairs, StoryState } from '../../core/story.ts';
import { earlierStories } from '../../store/earlier-stories.ts';
import { readSetting } from '../../store/settings.ts';
import type { Db } from '../../store/store.ts';
import { documentFrequencies, storyStates, storyStatesBetween } from '../../store/stories.ts';
import { storiesHeldByHand } from '../../store/story-edits.ts';
import { storyEvents } from '../../store/story-events.ts';
import { recentMembers, saveStoryRepairs, storiesToRepair } from '../../store/story-repairs.ts';
import type { Tools } from '../appliers.ts';
import type { World } from '../world.ts';
import { DOCUMENTS, titlesOf } from './cluster-stage.ts';

/** The one key of this stage: stories are held against each other. */
const ALL_STORIES = 'all';

/** Changed stories of one run, oldest first: bounds memory; runs follow each other until nothing is left. */
const BATCH = 1_000;
const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

async function load(world: World): Promise<RepairInput | undefined> {
  const { db } = world.store;
  const changed = await storiesToRepair(db, BATCH);
  if (changed.length === 0) return undefined;
  const states = await storyStates(db, changed);
  const held = await storiesHeldByHand(db, changed);
  return {
    changed,
    stories: await storyStatesBetween(db, from(states) - WINDOW_MS, to(states) + WINDOW_MS),
    // A story whose members are not shown is not split: what was put right by hand stays as it is.
    members: await recentMembers(
      db,
      changed.filter((id) => !held.has(id)),
      WINDOW_MS,
    ),
    events: await storyEvents(db, changed),
    earlier: await earlierStories(db, states),
    documentFrequencies: await documentFrequencies(db),
    documents: Number((await readSetting(db, DOCUMENTS)) ?? 0),
  };
}

function from(states: readonly StoryState[]): number {
  return states.reduce((least, { firstAt }) => Math.min(least, firstAt), Number.POSITIVE_INFINITY);
}

function to(states: readonly StoryState[]): number {
  return states.reduce((most, { lastAt }) => Math.max(most, lastAt), Number.NEGATIVE_INFINITY);
}

async function save(db: Db, _key: string, repairs: StoryRepairs) {
  const titles = await titlesOf(
    db,
    repairs.splits.map(({ foundedBy }) => foundedBy),
  );
  const founded = new Map(
    repairs.splits.map(({ into, foundedBy }) => {
      const title = titles.get(foundedBy) ?? '';
      return [into, { title, slug: storySlug(title, into) }];
    }),
  );
  await saveStoryRepairs(db, repairs, founded);
  const left = await storiesToRepair(db, 1);
  return { next: left.length > 0 ? [{ stage: 'repair', keys: [ALL_STORIES] }] : [], failure: null };
}

/** Stories → stories put right: parted, merged, linked to what they grew from. Runs once all new articles are assigned. */
export const repairStage: Stage<World, Db, RepairInput, Tools, StoryRepairs> = {
  name: 'repair',
  version: 1,
  reads: ['fingerprints', 'articles', 'article_topics', 'stories', 'story_articles', 'cluster_terms'],
  writes: ['stories', 'story_articles', 'story_events', 'story_redirects'],
  thread: 'worker',
  pending: async (world) => ((await storiesToRepair(world.store.db, 1)).length > 0 ? [ALL_STORIES] : []),
  load,
  apply: repairStories,
  save,
};
