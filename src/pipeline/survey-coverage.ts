import { BLIND_SPOT_DAYS, findBlindSpots } from '../cluster/find-blind-spots.ts';
import { candidatePairs, linkLanguages, type StoryDetails } from '../cluster/link-languages.ts';
import { DAY_MS } from '../cluster/settings.ts';
import { storyDetails } from '../cluster/story-details.ts';
import { newestPublication } from '../store/articles.ts';
import { coverageBetween, saveBlindSpots } from '../store/blind-spots.ts';
import { detailsOfStory, saveStoryLinks, storySummaries } from '../store/story-links.ts';
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
  const coverage = await coverageBetween(db, now - BLIND_SPOT_DAYS * DAY_MS, now);
  const found = findBlindSpots({ ...coverage, now, groups: world.groups ?? [] });
  await db.transaction().execute((transaction) => saveBlindSpots(transaction, found));
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
