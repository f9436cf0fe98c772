import type { FeedHealth, FeedOfOutlet } from '../../core/library.ts';
import { OUTLET_COLUMNS, outletOfRow } from '../outlets.ts';
import type { FeedRow } from '../schema.ts';
import type { Db } from '../store.ts';

/** Every feed, or those of one outlet, by the outlet's name and the feed's address. */
export async function feedStates(db: Db, outletId?: string): Promise<FeedOfOutlet[]> {
  let query = db
    .selectFrom('feeds')
    .innerJoin('outlets', 'outlets.id', 'feeds.outletId')
    .selectAll('feeds')
    .select(OUTLET_COLUMNS)
    .orderBy('outlets.name')
    .orderBy('feeds.url');
  if (outletId !== undefined) query = query.where('feeds.outletId', '=', outletId);
  const rows = await query.execute();
  return rows.map((row) => ({ feed: toHealth(row), outlet: outletOfRow(row) }));
}

function toHealth(row: FeedRow): FeedHealth {
  const { id, url, title, nextPollAt, lastPolledAt, lastStatus, failures, lastError } = row;
  const { failingSince, pausedAt, lastItemAt } = row;
  const polled = { nextPollAt, lastPolledAt, lastStatus, failures, lastError };
  return { id, url, title, ...polled, failingSince, pausedAt, lastItemAt };
}
