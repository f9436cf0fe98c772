import { AppError } from '../../core/app-error.ts';
import type { Outlet } from '../../core/outlet.ts';
import type { Queue } from '../../core/queue.ts';
import { decodeText } from '../../http/decode-text.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { canonicalUrl } from '../../ingest/canonical-url.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { addEntries } from '../../store/feeds.ts';
import { addUnknownOutlets } from '../../store/outlets.ts';
import type { Store } from '../../store/store.ts';
import type { Coordinator } from '../coordinator.ts';
import { articleIdOf } from '../read-feed.ts';
import { addOpml } from './add-outlets.ts';
import { type FoundSource, findSources, isSection, sourceAt } from './find-sources.ts';

/** What an address turned out to be. */
export type AddedAddress =
  | { readonly kind: 'sources'; readonly newFeeds: number; readonly found: readonly FoundSource[] }
  | { readonly kind: 'article'; readonly url: string };

/** What adding reaches. */
export interface Intake {
  readonly store: Store;
  readonly http: HttpClient;
  readonly queue: Queue;
  readonly coordinator: Pick<Coordinator, 'begin'>;
}

/**
 * Adds a feed or a news site map, the best source that a site or a section of it has (its feeds, else its news site map, else the page
 * itself), or a single article.
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
  const own = await sourceAt(intake.http, response.value);
  if (own !== null) return await addSources(intake, [own]);
  const html = decodeText(bytes, contentType, 'html').text;
  const isSite = new URL(finalUrl).pathname === '/';
  if (!isSite && !isSection(html, finalUrl)) return await addArticle(intake, url);
  const found = await findSources(intake.http, html, finalUrl);
  if (found.length > 0) return await addSources(intake, found);
  throw new AppError('add/no-feeds', `${finalUrl} has no feed, no news site map and no list of articles.`, {
    hint: 'Look for "RSS" on the site and add the address of its feed.',
    blame: 'user',
  });
}

async function addSources({ store }: Intake, found: readonly FoundSource[]): Promise<AddedAddress> {
  const rows = found.map(({ url, name, homeUrl, what }) => {
    const kind = what === 'section-page' ? what : 'feed';
    return { name, feedUrl: url, homeUrl, category: null, kind } as const;
  });
  const { newFeeds } = await addOpml(store, rows);
  return { kind: 'sources', newFeeds, found };
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
