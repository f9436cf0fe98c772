import type { Clock } from '../core/clock.ts';
import type { HandedIn, HandInDesk } from '../core/hand-in.ts';
import { canonicalUrl } from '../ingest/canonical-url.ts';
import { outletIdOf } from '../ingest/outlet-of-feed.ts';
import { articleIdOfAddress } from '../store/articles.ts';
import { addEntries, countHandedIn } from '../store/feeds.ts';
import { addUnknownOutlets } from '../store/outlets.ts';
import { entryOf, pageAddressOf } from '../store/pages.ts';
import { failureOf } from '../store/stage-runs.ts';
import type { Db } from '../store/store.ts';
import { articleIdOf } from './read-feed.ts';

const HOUR_MS = 3_600_000;
/** Longer addresses are no articles, and some servers and mail programs cut them. UTF-16 code units. */
const MAX_ADDRESS = 2_000;

function canonicalAddress(address: string): string | null {
  const url = canonicalUrl(address);
  return url === null || url.length > MAX_ADDRESS ? null : url;
}

async function stateOf(db: Db, url: string): Promise<HandedIn> {
  const id = articleIdOf(url);
  const stored = await articleIdOfAddress(db, { id, url });
  if (stored !== null) return { kind: 'stored', url, articleId: stored };
  if ((await entryOf(db, id)) === null) return { kind: 'unknown', url };
  const failure = await failureOf(db, 'extract', id);
  if (failure === null) return { kind: 'waiting', url };
  // One article under two addresses: the other one has it.
  const landed = canonicalUrl((await pageAddressOf(db, id)) ?? url) ?? url;
  const other = await articleIdOfAddress(db, { id: articleIdOf(landed), url: landed });
  return other === null
    ? { kind: 'unreadable', url, reason: failure }
    : { kind: 'stored', url, articleId: other };
}

/** Adds an entry and nothing else: the next round finds it pending and fetches it as any other page. */
async function addEntry(db: Db, url: string, seenAt: number): Promise<void> {
  const id = outletIdOf(null, url);
  const { origin } = new URL(url);
  const unknown = { country: null, language: null, kind: null, owner: null };
  await addUnknownOutlets(db, [{ id, name: id, homeUrl: origin, ...unknown }]);
  await addEntries(db, [
    { articleId: articleIdOf(url), feedId: null, outletId: id, url, item: null, seenAt },
  ]);
}

/**
 * Finds handed-in articles by the address that `ingest` would give them.
 * @param perHour how many may be taken in within an hour, all readers and processes together; 0 takes in none
 */
export function createHandInDesk(db: Db, clock: Clock, perHour: number): HandInDesk {
  const find = async (address: string): Promise<HandedIn | null> => {
    const url = canonicalAddress(address);
    return url === null ? null : await stateOf(db, url);
  };
  return {
    takesIn: perHour > 0,
    find,
    async takeIn(address) {
      const state = await find(address);
      if (state?.kind !== 'unknown' || perHour === 0) return state;
      const now = clock.now();
      if ((await countHandedIn(db, now - HOUR_MS)) >= perHour) return 'busy';
      await addEntry(db, state.url, now);
      return { kind: 'waiting', url: state.url };
    },
  };
}
