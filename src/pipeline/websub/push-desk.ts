import type { HubDelivery, HubQuestion, PushDesk } from '../../core/push-desk.ts';
import { addEntries, noteNewestItem } from '../../store/feeds.ts';
import { changeSubscription, subscriptionByToken } from '../../store/hub-subscriptions.ts';
import type { HubSubscriptionRow } from '../../store/schema.ts';
import type { ApplyPool } from '../apply-pool.ts';
import type { FeedReading, PolledFeed } from '../read-feed.ts';
import type { RoundBell } from '../round-bell.ts';
import type { World } from '../world.ts';
import { isSignedBy } from './hub-signature.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After this time a hub that has refused is asked again. */
const DENIED_FOR = 7 * DAY;
/** What a hub grants when it does not say: the default that the Recommendation suggests. */
const DEFAULT_LEASE_SECONDS = 10 * 24 * 3_600;
/** Longer leases are shortened: a subscription that nobody has confirmed for a month may no longer be one. */
const LONGEST_LEASE = 30 * DAY;

export interface PushDeskDeps {
  readonly world: Pick<World, 'store' | 'clock'>;
  readonly pool: ApplyPool;
  /** Rung when something new has come, so that nobody waits for the next round. */
  readonly bell: RoundBell;
}

/** Answers the hubs of feeds: whether a subscription is wanted, and what they deliver. */
export function createPushDesk({ world, pool, bell }: PushDeskDeps): PushDesk {
  const { store, clock } = world;

  async function answer(token: string, question: HubQuestion): Promise<string | null> {
    const subscription = await subscriptionByToken(store.db, token);
    if (subscription === null || question.topic !== subscription.topicUrl) return null;
    const now = clock.now();
    if (question.mode === 'denied') {
      const lastError = `hub/denied: ${question.reason?.slice(0, 500) ?? 'no reason given'}`;
      const changes = { state: 'denied', askAt: now + DENIED_FOR, expiresAt: null, lastError } as const;
      await changeSubscription(store.db, subscription.feedId, changes);
      return '';
    }
    // Only what was asked for is agreed to; an end is never asked for, since a removed feed answers 410 instead.
    const isWanted = subscription.state === 'asked' || subscription.state === 'active';
    if (question.mode !== 'subscribe' || question.challenge === null || !isWanted) return null;
    await changeSubscription(store.db, subscription.feedId, confirmed(question, now));
    return question.challenge;
  }

  async function take(token: string, delivery: HubDelivery): Promise<'taken' | 'ignored' | 'unknown'> {
    const subscription = await subscriptionByToken(store.db, token);
    if (subscription === null) return 'unknown';
    const isSigned = isSignedBy(subscription.secret, delivery.body, delivery.signature);
    if (!isSigned || subscription.isPaused) return 'ignored';
    const now = clock.now();
    const applied = await pool.apply('poll', polledBy(subscription, delivery, now));
    const reading = applied.ok ? (applied.value as FeedReading) : null;
    if (reading === null || reading.failure !== null) return 'ignored';
    const added = await store.db.transaction().execute(async (db) => {
      const { feedId, outletId } = subscription;
      await changeSubscription(db, feedId, { deliveredAt: now, missed: 0 });
      await noteNewestItem(db, feedId, newestOf(reading, now));
      return await addEntries(
        db,
        reading.entries.map((entry) => ({ ...entry, feedId, outletId, seenAt: now })),
      );
    });
    // The entries are all that is stored; the next round finds them and fetches their pages, as after a poll.
    if (added.length > 0) bell.ring();
    return 'taken';
  }

  return { answer, take };
}

function confirmed({ leaseSeconds }: HubQuestion, now: number): Partial<HubSubscriptionRow> {
  const granted = (leaseSeconds ?? DEFAULT_LEASE_SECONDS) * 1_000;
  const lease = Math.min(Math.max(granted, 0), LONGEST_LEASE);
  return {
    state: 'active',
    expiresAt: now + lease,
    // Early enough that a hub which is down for some hours of a long lease is asked again before it ends.
    askAt: now + lease - Math.min(lease / 4, DAY),
    failures: 0,
    missed: 0,
    lastError: null,
  };
}

/** A delivery as the answer to a poll: from there on both go the same way. */
function polledBy(
  { outletId, topicUrl }: { readonly outletId: string; readonly topicUrl: string },
  { contentType, body }: HubDelivery,
  now: number,
): PolledFeed {
  return {
    outletId,
    failures: 0,
    knownTimes: [],
    seenAt: now,
    polledAt: now,
    isPushed: true,
    answer: {
      kind: 'body',
      status: 200,
      validators: { etag: null, lastModified: null },
      body: { url: topicUrl, contentType, bytes: body, links: [], kind: 'feed', sitemaps: [] },
      freshForMs: null,
      permanentUrl: null,
    },
  };
}

function newestOf({ entries }: FeedReading, now: number): number | null {
  const times = entries.flatMap(({ item }) => item.publishedAt ?? []).filter((at) => at <= now);
  return times.length === 0 ? null : Math.max(...times);
}
