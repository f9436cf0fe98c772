import type { Stage } from '../../core/stage.ts';
import { sitemapKind, sitemapsOfIndex } from '../../ingest/news-sitemap.ts';
import { nextPollDelay } from '../../ingest/poll-schedule.ts';
import { feedById, recentItemTimes, savePoll } from '../../store/feeds.ts';
import { countMissed, isPushed, saveOffer } from '../../store/hub-subscriptions.ts';
import type { Db } from '../../store/store.ts';
import { passingTrouble } from '../passing-trouble.ts';
import { type FeedDocument, type FeedReading, type PolledFeed, readFeed, xmlOf } from '../read-feed.ts';
import { newTokens } from '../websub/tokens.ts';
import { roundTime, type World } from '../world.ts';

async function load(world: World, feedId: string): Promise<PolledFeed | undefined> {
  const feed = await feedById(world.store.db, feedId);
  if (feed === undefined) return undefined;
  const known = { etag: feed.etag, lastModified: feed.lastModified };
  const isConditional = known.etag !== null || known.lastModified !== null;
  const seenAt = await roundTime(world);
  const response = await world.http.get(feed.url, {
    purpose: feed.kind === 'feed' ? 'feed' : 'page',
    // A feed that failed the last time is asked once: its schedule tries again, and no round waits for it.
    ...(feed.failures > 0 ? { retries: 0 } : {}),
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
  const document = { url, contentType, bytes };
  const sitemaps = feed.kind === 'feed' ? await sitemapsOf(world, document) : [];
  const body = { ...document, links, kind: feed.kind, sitemaps };
  return { ...base, answer: { kind: 'body', status, validators, body, freshForMs, permanentUrl } };
}

/** Site maps of an index that are read at one poll: the newest, which hold the news of the last days. */
const SITEMAPS_AT_ONCE = 3;

/** The newest site maps of an index; none for other documents. One that cannot be had is left out. */
async function sitemapsOf({ http }: World, document: FeedDocument): Promise<FeedDocument[]> {
  const text = xmlOf(document);
  if (sitemapKind(text) !== 'index') return [];
  const chosen = sitemapsOfIndex(text, document.url).slice(0, SITEMAPS_AT_ONCE);
  const answers = await Promise.all(chosen.map(({ url }) => http.get(url, { purpose: 'feed' })));
  return answers.flatMap((answer) => {
    if (!answer.ok) return [];
    const { url, contentType, bytes } = answer.value;
    return [{ url, contentType, bytes }];
  });
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

/** A feed that takes all the time or memory there is fails like one that does not answer: it is asked more and more rarely. */
async function abandon(db: Db, feedId: string, polled: PolledFeed): Promise<void> {
  const { failures, knownTimes, polledAt } = polled;
  const pace = { itemTimes: knownTimes, now: polledAt, failures: failures + 1 };
  await savePoll(
    db,
    {
      feedId,
      polledAt,
      nextPollAt: polledAt + nextPollDelay(pace),
      status: null,
      validators: null,
      title: null,
      movedTo: null,
      error: 'stage/crash: The feed could not be read within the time and memory that a feed is given.',
    },
    [],
  );
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
  postpone: ({ failure, failedBefore }) => (failedBefore ? null : passingTrouble(failure)),
  abandon,
  save,
};
