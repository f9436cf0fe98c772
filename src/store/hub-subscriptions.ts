import type { HubSubscriptionRow } from './schema.ts';
import type { Db } from './store.ts';

/** The status of what was taken away for good (RFC 9110 §15.5.11). */
const GONE = 410;
/** So many polls that bring what the hub did not tell, and it no longer counts as telling. */
const MISSED_AT_MOST = 2;

interface Offer {
  readonly hubUrl: string;
  readonly topicUrl: string;
}

interface Tokens {
  readonly token: string;
  readonly secret: string;
}

/** Records which hub a feed names. Another one than before is to be asked at once; where none is named any more, nothing is kept. */
export async function saveOffer(db: Db, feedId: string, offer: Offer | null, fresh: Tokens): Promise<void> {
  if (offer === null) {
    await db.deleteFrom('hubSubscriptions').where('feedId', '=', feedId).execute();
    return;
  }
  const { hubUrl, topicUrl } = offer;
  const begun = {
    state: 'offered',
    askAt: 0,
    expiresAt: null,
    failures: 0,
    lastError: null,
    missed: 0,
  } as const;
  await db
    .insertInto('hubSubscriptions')
    .values({ feedId, hubUrl, topicUrl, ...fresh, ...begun, deliveredAt: null })
    .onConflict((conflict) =>
      conflict
        .column('feedId')
        .doUpdateSet({ hubUrl, topicUrl, ...fresh, ...begun })
        .where(({ eb, or }) =>
          or([eb('hubSubscriptions.hubUrl', '!=', hubUrl), eb('hubSubscriptions.topicUrl', '!=', topicUrl)]),
        ),
    )
    .execute();
}

/** Subscriptions to be asked for or renewed, of feeds that are polled, the longest waiting first. */
export async function dueSubscriptions(db: Db, now: number, limit: number): Promise<HubSubscriptionRow[]> {
  return await db
    .selectFrom('hubSubscriptions')
    .innerJoin('feeds', 'feeds.id', 'hubSubscriptions.feedId')
    .selectAll('hubSubscriptions')
    .where('askAt', '<=', now)
    .where('feeds.pausedAt', 'is', null)
    .where((eb) => eb.or([eb('feeds.lastStatus', 'is', null), eb('feeds.lastStatus', '!=', GONE)]))
    .orderBy('askAt')
    .orderBy('feedId')
    .limit(limit)
    .execute();
}

export async function subscriptionByToken(
  db: Db,
  token: string,
): Promise<(HubSubscriptionRow & { outletId: string; isPaused: boolean }) | null> {
  const row = await db
    .selectFrom('hubSubscriptions')
    .innerJoin('feeds', 'feeds.id', 'hubSubscriptions.feedId')
    .selectAll('hubSubscriptions')
    .select(['feeds.outletId', 'feeds.pausedAt'])
    .where('token', '=', token)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { pausedAt, ...rest } = row;
  return { ...rest, isPaused: pausedAt !== null };
}

/** Changes what is known of a feed's subscription. */
export async function changeSubscription(
  db: Db,
  feedId: string,
  changes: Partial<Omit<HubSubscriptionRow, 'feedId' | 'token' | 'secret'>>,
): Promise<void> {
  await db.updateTable('hubSubscriptions').set(changes).where('feedId', '=', feedId).execute();
}

/** Whether a hub tells of what is new in the feed. */
export async function isPushed(db: Db, feedId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('hubSubscriptions')
    .select('feedId')
    .where('feedId', '=', feedId)
    .where('expiresAt', '>', now)
    .where('missed', '<', MISSED_AT_MOST)
    .executeTakeFirst();
  return row !== undefined;
}

/** A poll brought what the hub should have told. */
export async function countMissed(db: Db, feedId: string): Promise<void> {
  await db
    .updateTable('hubSubscriptions')
    .set((eb) => ({ missed: eb('missed', '+', 1) }))
    .where('feedId', '=', feedId)
    .execute();
}

/** How many feeds' hubs have agreed to tell, and how many have not. */
export async function subscriptionCounts(db: Db, now: number): Promise<{ told: number; offered: number }> {
  const rows = await db.selectFrom('hubSubscriptions').select(['expiresAt', 'missed']).execute();
  const told = rows.filter(({ expiresAt, missed }) => (expiresAt ?? 0) > now && missed < MISSED_AT_MOST);
  return { told: told.length, offered: rows.length - told.length };
}
