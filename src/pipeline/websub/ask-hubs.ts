import { changeSubscription, dueSubscriptions } from '../../store/hub-subscriptions.ts';
import type { HubSubscriptionRow } from '../../store/schema.ts';
import type { World } from '../world.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** What is asked for; how long it is granted the hub decides. */
const LEASE_SECONDS = 10 * 24 * 3_600;
/** Hubs asked in one go: a scheduler's turn stays short, and the rest is asked in the next. */
const AT_ONCE = 50;

export interface AskedHubs {
  readonly asked: number;
  readonly failed: number;
}

/**
 * Asks hubs for the subscriptions that are offered, wanted again or about to end (W3C WebSub §5.1).
 * @param callbackBase public address under which `/websub/TOKEN` is reached
 */
export async function askHubs(
  { store, http, clock }: Pick<World, 'store' | 'http' | 'clock'>,
  callbackBase: string,
): Promise<AskedHubs> {
  const due = await dueSubscriptions(store.db, clock.now(), AT_ONCE);
  const outcomes = await Promise.all(due.map((row) => ask(row)));
  return { asked: due.length, failed: outcomes.filter((isAccepted) => !isAccepted).length };

  async function ask(row: HubSubscriptionRow): Promise<boolean> {
    const { feedId, failures, state } = row;
    const askAt = clock.now() + Math.min(WEEK, HOUR * 2 ** Math.min(failures, 10));
    // Before the request: a hub may put its question before it has answered. A subscription that still holds stays so.
    await changeSubscription(store.db, feedId, {
      state: state === 'active' ? 'active' : 'asked',
      askAt,
      failures: failures + 1,
    });
    const answered = await http.post(row.hubUrl, {
      'hub.callback': `${callbackBase}/websub/${row.token}`,
      'hub.mode': 'subscribe',
      'hub.topic': row.topicUrl,
      'hub.secret': row.secret,
      'hub.lease_seconds': String(LEASE_SECONDS),
    });
    const { error } = answered.ok ? { error: null } : answered;
    await changeSubscription(store.db, feedId, {
      lastError: error === null ? null : `${error.code}: ${error.message}`,
    });
    return answered.ok;
  }
}
