import type { Stage } from '../../core/stage.ts';
import { feedById, recentItemTimes, savePoll } from '../../store/feeds.ts';
import { countMissed, isPushed, saveOffer } from '../../store/hub-subscriptions.ts';
import type { Db } from '../../store/store.ts';
import { passingTrouble } from '../passing-trouble.ts';
import { type FeedReading, type PolledFeed, readFeed } from '../read-feed.ts';
import { newTokens } from '../websub/tokens.ts';
import { roundTime, type World } from '../world.ts';

async function load(world: World, feedId: string): Promise<PolledFeed | undefined> {
  const feed = await feedById(world.store.db, feedId);
  if (feed === undefined) return undefined;
  const known = { etag: feed.etag, lastModified: feed.lastModified };
  const isConditional = known.etag !== null || known.lastModified !== null;
  const seenAt = await roundTime(world);
  const response = await world.http.get(feed.url, {
    purpose: 'feed',
    ...(isConditional ? { validators: known } : {}),
  });
  const base = {
    outletId: feed.outletId,
    failures: feed.failures,
    knownTimes: await recentItemTimes(world.store.db, feedId),
    seenAt,
    polledAt: world.clock.now(),
    isPushed: await isPushed(world.store.db, feedId, world.clock.now()),
  };
  if (!response.ok) return { ...base, answer: { kind: 'failed', failure: response.error } };
  const { status, validators, url, contentType, bytes, links, freshForMs, permanentUrl } = response.value;
  if (response.value.notModified)
    return { ...base, answer: { kind: 'unchanged', validators, freshForMs, permanentUrl } };
  const body = { url, contentType, bytes, links };
  return { ...base, answer: { kind: 'body', status, validators, body, freshForMs, permanentUrl } };
}

async function save(db: Db, feedId: string, reading: FeedReading) {
  const { outletId, seenAt, polledAt, nextPollAt, status, validators, title, movedTo, failure } = reading;
  const error = failure === null ? null : `${failure.code}: ${failure.message}`;
  const times = reading.entries.flatMap(({ item }) => item.publishedAt ?? []);
  const newestItemAt = times.filter((at) => at <= polledAt).reduce<number | null>(later, null);
  const added = await savePoll(
    db,
    { feedId, polledAt, nextPollAt, status, validators, title, movedTo, error, newestItemAt },
    reading.entries.map((entry) => ({ ...entry, feedId, outletId, seenAt })),
  );
  if (reading.offer !== undefined) await saveOffer(db, feedId, reading.offer, newTokens());
  if (reading.isPushed && added.length > 0) await countMissed(db, feedId);
  return { next: [{ stage: 'fetch', keys: added }], failure };
}

function later(a: number | null, b: number): number {
  return a === null ? b : Math.max(a, b);
}

/** Feed → entries: asks one feed whether it has something new. */
export const pollStage: Stage<World, Db, PolledFeed, unknown, FeedReading> = {
  name: 'poll',
  version: 1,
  reads: ['feeds', 'rounds'],
  writes: ['entries', 'hub_subscriptions'],
  thread: 'worker',
  // Which feeds are due is the scheduler's question; polling leaves nothing half done.
  pending: async () => [],
  load,
  apply: readFeed,
  postpone: ({ failure }) => passingTrouble(failure),
  save,
};
