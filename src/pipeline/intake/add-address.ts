import { AppError } from '../../core/app-error.ts';
import type { Outlet } from '../../core/outlet.ts';
import type { Queue } from '../../core/queue.ts';
import { decodeText } from '../../http/decode-text.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { canonicalUrl } from '../../ingest/canonical-url.ts';
import { discoverFeeds } from '../../ingest/discover.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { parseFeed } from '../../ingest/parse-feed.ts';
import { addEntries } from '../../store/feeds.ts';
import { addUnknownOutlets } from '../../store/outlets.ts';
import type { Store } from '../../store/store.ts';
import type { Coordinator } from '../coordinator.ts';
import { articleIdOf } from '../read-feed.ts';
import { addOpml } from './add-outlets.ts';

/** What an address turned out to be. */
export type AddedAddress =
  | { readonly kind: 'feeds'; readonly newFeeds: number }
  | { readonly kind: 'article'; readonly url: string };

/** What adding reaches. */
export interface Intake {
  readonly store: Store;
  readonly http: HttpClient;
  readonly queue: Queue;
  readonly coordinator: Pick<Coordinator, 'begin'>;
}

/**
 * Adds a feed, the feeds that a site's front page names, or a single article.
 * @throws AppError `add/bad-url`, `add/no-feeds` or a failure's code, the user's to mend
 */
export async function addAddress(intake: Intake, given: string): Promise<AddedAddress> {
  const url = canonicalUrl(given);
  if (url === null) {
    throw new AppError('add/bad-url', `"${given}" is not an http or https address.`, {
      hint: 'Write it in full, as https://example.org/feed.',
      blame: 'user',
    });
  }
  const response = await intake.http.get(given, { purpose: 'discovery' });
  if (!response.ok) throw new AppError(response.error.code, response.error.message, { blame: 'user' });
  const { bytes, contentType, url: finalUrl } = response.value;
  const feed = parseFeed(decodeText(bytes, contentType, 'xml').text, { url: finalUrl, contentType });
  if (feed.ok) return await addFeed(intake, finalUrl, feed.value.title, feed.value.homeUrl);
  const { pathname, hostname } = new URL(finalUrl);
  if (pathname === '/')
    return await addSite(intake, decodeText(bytes, contentType, 'html').text, finalUrl, hostname);
  return await addArticle(intake, url);
}

async function addFeed(
  { store }: Intake,
  feedUrl: string,
  title: string | null,
  homeUrl: string | null,
): Promise<AddedAddress> {
  const name = title ?? new URL(feedUrl).hostname;
  const { newFeeds } = await addOpml(store, [{ name, feedUrl, homeUrl, category: null }]);
  return { kind: 'feeds', newFeeds };
}

async function addSite(
  { store }: Intake,
  html: string,
  homeUrl: string,
  hostname: string,
): Promise<AddedAddress> {
  const found = discoverFeeds(html, homeUrl);
  if (found.length === 0) {
    throw new AppError('add/no-feeds', `${homeUrl} names no feed.`, {
      hint: 'Look for "RSS" on the site and add the address of its feed.',
      blame: 'user',
    });
  }
  const rows = found.map((feed) => ({
    name: feed.title ?? hostname,
    feedUrl: feed.url,
    homeUrl,
    category: null,
  }));
  const { newFeeds } = await addOpml(store, rows);
  return { kind: 'feeds', newFeeds };
}

async function addArticle({ store, queue, coordinator }: Intake, url: string): Promise<AddedAddress> {
  const round = await coordinator.begin('add', 'none');
  const id = outletIdOf(null, url);
  const outlet: Outlet = {
    id,
    name: id,
    homeUrl: new URL(url).origin,
    country: null,
    language: null,
    kind: null,
    owner: null,
  };
  await addUnknownOutlets(store.db, [outlet]);
  const articleId = articleIdOf(url);
  const entry = { articleId, feedId: null, outletId: id, url, item: null, seenAt: round.startedAt };
  const fresh = await addEntries(store.db, [entry]);
  await queue.put({ stage: 'fetch', keys: fresh });
  return { kind: 'article', url };
}
