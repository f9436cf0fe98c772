import { BLIND_SPOT_DAYS, findBlindSpots } from '../cluster/find-blind-spots.ts';
import { kindredStories } from '../cluster/kindred-stories.ts';
import { candidatePairs, linkLanguages, type StoryDetails } from '../cluster/link-languages.ts';
import { CLUSTER_SETTINGS, DAY_MS } from '../cluster/settings.ts';
import { storyDetails } from '../cluster/story-details.ts';
import { TermTable } from '../cluster/term-table.ts';
import { newestPublication } from '../store/articles.ts';
import { coverageBetween, saveBlindSpots } from '../store/blind-spots.ts';
import { readSetting } from '../store/settings.ts';
import { documentFrequencies, storyStatesBetween } from '../store/stories.ts';
import { detailsOfStory, saveStoryLinks, storySummaries } from '../store/story-links.ts';
import { createBackground } from './appliers.ts';
import { DOCUMENTS } from './stages/cluster-stage.ts';
import { roundTime, type World } from './world.ts';

/** Stories that were quiet for longer keep the links they have. */
const LINKED_DAYS = 7;

/** "Now" is that of the front page. */
async function surveyTime(world: World): Promise<number> {
  const newest = await newestPublication(world.store.db);
  const present = await roundTime(world);
  return newest === null ? present : Math.min(newest, present);
}

/** Finds at the end of a round what groups of outlets leave out, and which stories of different languages are one. */
export async function surveyCoverage(world: World): Promise<void> {
  const now = await surveyTime(world);
  await surveyBlindSpots(world, now);
  await joinLanguages(world, now);
}

async function surveyBlindSpots(world: World, now: number): Promise<void> {
  const { db } = world.store;
  const from = now - BLIND_SPOT_DAYS * DAY_MS;
  const coverage = { ...(await coverageBetween(db, from, now)), now, groups: world.groups ?? [] };
  const first = findBlindSpots(coverage);
  const subjects = new Set(first.spots.map(({ storyId }) => storyId));
  // Stories of the same event can only take spots away: they need to be known for those alone that there are.
  const found =
    subjects.size === 0
      ? first
      : findBlindSpots({ ...coverage, kin: await kinOf(world, subjects, from, now) });
  await db.transaction().execute((transaction) => saveBlindSpots(transaction, found));
}

/** For each of the subjects the stories of the same event. */
async function kinOf(
  { store: { db } }: World,
  subjects: ReadonlySet<string>,
  from: number,
  to: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const documents = Number((await readSetting(db, DOCUMENTS)) ?? 0);
  const table = new TermTable(
    { documents, frequencies: await documentFrequencies(db) },
    createBackground(),
    CLUSTER_SETTINGS.backgroundDocuments,
  );
  return kindredStories(await storyStatesBetween(db, from, to), subjects, table);
}

async function joinLanguages({ store: { db } }: World, now: number): Promise<void> {
  const stories = await storySummaries(db, now - LINKED_DAYS * DAY_MS);
  const pairs = candidatePairs(stories);
  const details = new Map<string, StoryDetails>();
  for (const story of new Set(pairs.flat()))
    details.set(story.id, storyDetails(await detailsOfStory(db, story.id), story.firstAt));
  const links = linkLanguages(stories, pairs, details);
  const ids = stories.map(({ id }) => id);
  await db.transaction().execute((transaction) => saveStoryLinks(transaction, ids, links));
}
