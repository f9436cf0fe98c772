import type { FeedItem } from '../core/feed-item.ts';
import type { SourceKind, Validators } from '../core/outlet.ts';
import type { FeedRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

export interface NewFeed {
  readonly id: string;
  readonly outletId: string;
  readonly url: string;
  readonly title: string | null;
  /** A feed when left out. */
  readonly kind?: SourceKind;
}

/** Adds feeds that are not there yet, due at once. Returns how many were new. */
export async function addFeeds(db: Db, feeds: readonly NewFeed[]): Promise<number> {
  let added = 0;
  for (const chunk of chunks(feeds, 500)) {
    const result = await db
      .insertInto('feeds')
      .values(chunk.map((feed) => ({ kind: 'feed', ...feed, nextPollAt: 0, failures: 0 })))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

export async function feedById(db: Db, id: string): Promise<FeedRow | undefined> {
  return await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The status of what was taken away for good (RFC 9110 §15.5.11). */
const GONE = 410;

/**
 * Ids of feeds whose time has come, without those that are gone; with `notPolledSince`, of all not polled since then,
 * whatever their schedule: asked for by hand, a feed that was gone may come back. Those that the operator has paused are never among them.
 */
export async function dueFeeds(db: Db, due: { now: number } | { notPolledSince: number }): Promise<string[]> {
  let query = db.selectFrom('feeds').select('id').where('pausedAt', 'is', null).orderBy('id');
  if ('now' in due)
    query = query
      .where('nextPollAt', '<=', due.now)
      .where((eb) => eb.or([eb('lastStatus', 'is', null), eb('lastStatus', '!=', GONE)]));
  else
    query = query.where((eb) =>
      eb.or([eb('lastPolledAt', 'is', null), eb('lastPolledAt', '<', due.notPolledSince)]),
    );
  return (await query.execute()).map((row) => row.id);
}

export interface FeedOutcome {
  readonly feedId: string;
  readonly polledAt: number;
  readonly nextPollAt: number;
  readonly status: number | null;
  /** Null keeps what is stored (after a failure). */
  readonly validators: Validators | null;
  readonly title: string | null;
  /** The address that stands for its own from now on; null keeps that. */
  readonly movedTo: string | null;
  readonly error: string | null;
  /** Publication of the newest dated item; absent or null keeps what is stored. */
  readonly newestItemAt?: number | null;
}

export interface NewEntry {
  readonly articleId: string;
  readonly feedId: string | null;
  readonly outletId: string;
  readonly url: string;
  readonly item: FeedItem | null;
  readonly seenAt: number;
}

/** Records what polling a feed brought. Returns the ids of the entries that were new. */
export async function savePoll(
  db: Db,
  outcome: FeedOutcome,
  entries: readonly NewEntry[],
): Promise<string[]> {
  const added = await addEntries(db, entries);
  await db
    .updateTable('feeds')
    .set((eb) => ({
      lastPolledAt: outcome.polledAt,
      nextPollAt: outcome.nextPollAt,
      lastStatus: outcome.status,
      lastError: outcome.error,
      failures: outcome.error === null ? 0 : eb('failures', '+', 1),
      failingSince: outcome.error === null ? null : eb.fn.coalesce('failingSince', eb.val(outcome.polledAt)),
      ...(typeof outcome.newestItemAt === 'number' ? { lastItemAt: outcome.newestItemAt } : {}),
      ...(outcome.title === null ? {} : { title: outcome.title }),
      ...(outcome.validators === null ? {} : outcome.validators),
    }))
    .where('id', '=', outcome.feedId)
    .execute();
  if (outcome.movedTo !== null) await moveFeed(db, outcome.feedId, outcome.movedTo);
  return added;
}

/** Records when the feed's newest item was published, when that is later than what is known. */
export async function noteNewestItem(db: Db, feedId: string, at: number | null): Promise<void> {
  if (at === null) return;
  await db
    .updateTable('feeds')
    .set({ lastItemAt: at })
    .where('id', '=', feedId)
    .where((eb) => eb.or([eb('lastItemAt', 'is', null), eb('lastItemAt', '<', at)]))
    .execute();
}

/** Gives a feed its new address. One that another feed has already is left to that one. */
async function moveFeed(db: Db, feedId: string, url: string): Promise<void> {
  const taken = db.selectFrom('feeds').select('id').where('url', '=', url);
  await db
    .updateTable('feeds')
    .set({ url })
    .where('id', '=', feedId)
    .where(({ not, exists }) => not(exists(taken)))
    .execute();
}

/** As many as tell a feed's pace. */
const RECENT_ENTRIES = 20;

/** Publication times of a feed's entries seen last, milliseconds; those without a date are left out. */
export async function recentItemTimes(db: Db, feedId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('entries')
    .select('item')
    .where('feedId', '=', feedId)
    .orderBy('seenAt', 'desc')
    .limit(RECENT_ENTRIES)
    .execute();
  return rows.flatMap(({ item }) =>
    item === null ? [] : ((JSON.parse(item) as FeedItem).publishedAt ?? []),
  );
}

/** Adds entries that are not known yet and returns their article ids. */
export async function addEntries(db: Db, entries: readonly NewEntry[]): Promise<string[]> {
  const added: string[] = [];
  for (const chunk of chunks(entries, 500)) {
    const rows = await db
      .insertInto('entries')
      .values(
        chunk.map((entry) => ({ ...entry, item: entry.item === null ? null : JSON.stringify(entry.item) })),
      )
      .onConflict((conflict) => conflict.column('articleId').doNothing())
      .returning('articleId')
      .execute();
    for (const row of rows) added.push(row.articleId);
  }
  return added;
}

export type FeedChange = 'pause' | 'resume' | 'poll' | 'remove';

/**
 * What the operator does to a feed. Its articles stay when it is removed; one that is polled now, or no longer paused, is
 * due at once, also when it was gone. False when there is no such feed.
 */
export async function changeFeed(db: Db, id: string, change: FeedChange, now: number): Promise<boolean> {
  if (change === 'remove') {
    const deleted = await db.deleteFrom('feeds').where('id', '=', id).executeTakeFirst();
    return Number(deleted.numDeletedRows) > 0;
  }
  const changes =
    change === 'pause' ? { pausedAt: now } : { pausedAt: null, nextPollAt: 0, lastStatus: null };
  const updated = await db.updateTable('feeds').set(changes).where('id', '=', id).executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Makes every feed that fails due at once. */
export async function pollFailing(db: Db): Promise<void> {
  await db.updateTable('feeds').set({ nextPollAt: 0 }).where('failures', '>', 0).execute();
}

/** Entries since then that no feed listed. */
export async function countHandedIn(db: Db, since: number): Promise<number> {
  const row = await db
    .selectFrom('entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('feedId', 'is', null)
    .where('item', 'is', null)
    .where('seenAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
