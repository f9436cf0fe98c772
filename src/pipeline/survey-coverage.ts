import { BLIND_SPOT_DAYS, findBlindSpots } from '../cluster/find-blind-spots.ts';
import { DAY_MS } from '../cluster/settings.ts';
import { newestPublication } from '../store/articles.ts';
import { coverageBetween, saveBlindSpots } from '../store/blind-spots.ts';
import { roundTime, type World } from './world.ts';

/** Finds what groups of outlets leave out, at the end of a round. "Now" is that of the front page. */
export async function surveyCoverage(world: World): Promise<void> {
  const { db } = world.store;
  const newest = await newestPublication(db);
  const present = await roundTime(world);
  const now = newest === null ? present : Math.min(newest, present);
  const coverage = await coverageBetween(db, now - BLIND_SPOT_DAYS * DAY_MS, now);
  const found = findBlindSpots({ ...coverage, now, groups: world.groups ?? [] });
  await db.transaction().execute((transaction) => saveBlindSpots(transaction, found));
}
