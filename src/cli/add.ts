import type { Command } from 'commander';
import { type App, createApp } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import type { Outlet } from '../core/outlet.ts';
import { decodeText } from '../http/decode-text.ts';
import { canonicalUrl } from '../ingest/canonical-url.ts';
import { discoverFeeds } from '../ingest/discover.ts';
import { outletIdOf } from '../ingest/outlet-of-feed.ts';
import { parseFeed } from '../ingest/parse-feed.ts';
import { addOpml } from '../pipeline/intake/add-outlets.ts';
import { articleIdOf } from '../pipeline/read-feed.ts';
import { addEntries } from '../store/feeds.ts';
import { addUnknownOutlets } from '../store/outlets.ts';
import { emit, say } from './output.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface AddOptions extends CommonOptions {
  readonly allowPrivateHosts?: boolean;
}

/** `add URL`: a feed, a site whose feeds are found, or a single article. */
export function addCommand(program: Command): void {
  withCommonOptions(program.command('add'))
    .description('add a feed, the feeds of a site, or one article by its address')
    .argument('<url>')
    .option('--allow-private-hosts', 'let addresses on loopback and private networks be read')
    .action(async (url: string, options: AddOptions) => {
      const allow = options.allowPrivateHosts ? 'on' : undefined;
      await using app = await createApp(configOf(options, { allowPrivateHosts: allow }), {
        logLevel: 'warn',
      });
      const added = await add(app, url);
      if (added.kind === 'article') await workRound(app);
      if (options.json) return await emit(JSON.stringify(added));
      say(
        added.kind === 'article'
          ? `The article ${added.url} is taken in.`
          : `${added.newFeeds} new feed(s). "variorum poll" reads them.`,
      );
    });
}

type Added = { kind: 'feeds'; newFeeds: number } | { kind: 'article'; url: string };

async function add(app: App, given: string): Promise<Added> {
  const url = canonicalUrl(given);
  if (url === null) {
    throw new AppError('add/bad-url', `"${given}" is not an http or https address.`, {
      hint: 'Write it in full, as https://example.org/feed.',
      blame: 'user',
    });
  }
  const response = await app.http.get(given, { purpose: 'discovery' });
  if (!response.ok) throw new AppError(response.error.code, response.error.message, { blame: 'user' });
  const { bytes, contentType, url: finalUrl } = response.value;
  const feed = parseFeed(decodeText(bytes, contentType, 'xml').text, { url: finalUrl, contentType });
  if (feed.ok) return await addFeed(app, finalUrl, feed.value.title, feed.value.homeUrl);
  const { pathname, hostname } = new URL(finalUrl);
  if (pathname === '/')
    return await addSite(app, decodeText(bytes, contentType, 'html').text, finalUrl, hostname);
  return await addArticle(app, url);
}

async function addFeed(
  app: App,
  feedUrl: string,
  title: string | null,
  homeUrl: string | null,
): Promise<Added> {
  const name = title ?? new URL(feedUrl).hostname;
  const { newFeeds } = await addOpml(app.store, [{ name, feedUrl, homeUrl, category: null }]);
  return { kind: 'feeds', newFeeds };
}

async function addSite(app: App, html: string, homeUrl: string, hostname: string): Promise<Added> {
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
  const { newFeeds } = await addOpml(app.store, rows);
  return { kind: 'feeds', newFeeds };
}

async function addArticle(app: App, url: string): Promise<Added> {
  const round = await app.coordinator.begin('add', 'none');
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
  await addUnknownOutlets(app.store.db, [outlet]);
  const articleId = articleIdOf(url);
  const entry = { articleId, feedId: null, outletId: id, url, item: null, seenAt: round.startedAt };
  const fresh = await addEntries(app.store.db, [entry]);
  await app.queue.put({ stage: 'fetch', keys: fresh });
  return { kind: 'article', url };
}
