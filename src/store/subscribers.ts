import type { DigestWish, Subscriber, SubscriberState } from '../core/subscription.ts';
import type { SubscriberRow } from './schema.ts';
import type { Db } from './store.ts';

/** Subscribers looked at in one go. */
const CHUNK = 500;

function subscriberOf(row: SubscriberRow): Subscriber {
  const { wish, email, state, ...rest } = row;
  return { ...(JSON.parse(wish) as Omit<DigestWish, 'email'>), ...rest, email, state };
}

/** A wish that nobody has confirmed yet. A new wish of the same address replaces an unconfirmed one, never a confirmed one. */
export async function saveWish(db: Db, id: string, wish: DigestWish, now: number): Promise<void> {
  const { email, ...rest } = wish;
  const values = { email, wish: JSON.stringify(rest), createdAt: now };
  const fresh = {
    id,
    ...values,
    state: 'pending' as const,
    confirmedAt: null,
    sentFor: null,
    sentAt: null,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  };
  await db
    .insertInto('subscribers')
    .values(fresh)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(values).where('subscribers.state', '=', 'pending'),
    )
    .execute();
}

export async function subscriberById(db: Db, id: string): Promise<Subscriber | null> {
  const row = await db.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : subscriberOf(row);
}

/** The subscriber once confirmed; confirming twice changes nothing. Null when there is none. */
export async function confirmSubscriber(db: Db, id: string, now: number): Promise<Subscriber | null> {
  await db
    .updateTable('subscribers')
    .set({ state: 'active', confirmedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
  return await subscriberById(db, id);
}

export async function forgetSubscriber(db: Db, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('subscribers').where('id', '=', id).executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

/** Wishes that were never confirmed are forgotten after a while: an address is not ours to keep. */
export async function forgetUnconfirmed(db: Db, before: number): Promise<void> {
  await db.deleteFrom('subscribers').where('state', '=', 'pending').where('createdAt', '<', before).execute();
}

/** Active subscribers whose next attempt is not later than now, by id after `after`. */
export async function activeSubscribers(db: Db, now: number, after: string): Promise<Subscriber[]> {
  const rows = await db
    .selectFrom('subscribers')
    .selectAll()
    .where('state', '=', 'active')
    .where('nextTryAt', '<=', now)
    .where('id', '>', after)
    .orderBy('id')
    .limit(CHUNK)
    .execute();
  return rows.map(subscriberOf);
}

/**
 * Takes the digest of a day in hand: true for one caller only. It counts as sent from here on, so that a process that
 * dies in the middle sends it not at all rather than twice.
 */
export async function claimDigest(
  db: Db,
  { id, sentFor }: Subscriber,
  day: string,
  now: number,
): Promise<boolean> {
  const claimed = await db
    .updateTable('subscribers')
    .set({ sentFor: day, sentAt: now })
    .where('id', '=', id)
    .where('sentFor', sentFor === null ? 'is' : '=', sentFor)
    .executeTakeFirst();
  return Number(claimed.numUpdatedRows) === 1;
}

export interface DigestOutcome {
  readonly state: SubscriberState;
  /** This and the next as before the claim when the digest has to be tried again. */
  readonly sentFor: string | null;
  readonly sentAt: number | null;
  readonly failures: number;
  readonly nextTryAt: number;
  readonly lastError: string | null;
}

export async function recordDigest(db: Db, id: string, outcome: DigestOutcome): Promise<void> {
  await db.updateTable('subscribers').set(outcome).where('id', '=', id).execute();
}

/** How many there are of each state. */
export async function countSubscribers(db: Db): Promise<Readonly<Record<SubscriberState, number>>> {
  const rows = await db
    .selectFrom('subscribers')
    .select((eb) => ['state', eb.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const counts = { pending: 0, active: 0, bounced: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}
