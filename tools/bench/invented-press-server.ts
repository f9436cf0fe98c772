import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { articlePage, FEED_TYPE, feedDocument, type InventedOutlet, listedItems } from './invented-press.ts';

/** What was asked for at one outlet. */
export interface OutletCount {
  feed: number;
  notModified: number;
  pages: number;
  robots: number;
  /** Requests to the address that the outlet has left for good (301), or after it had said that the feed is gone (410). */
  toOldAddress: number;
  /** Requests that came before the time that a Retry-After had named. */
  tooEarly: number;
  failed: number;
}

export interface InventedPressServer {
  readonly counts: readonly OutletCount[];
  readonly opml: string;
  close(): Promise<void>;
}

/** After how long a feed of manner `gone` is taken away. */
const GONE_AFTER_MS = 5 * 60_000;
const RETRY_AFTER_S = 30;
const SLOW_MS = 2_000;

interface Site {
  readonly outlet: InventedOutlet;
  readonly base: string;
  readonly count: OutletCount;
  readonly start: number;
  notBefore: number;
}

/** The press on loopback, one address per outlet. */
export async function serveInventedPress(
  outlets: readonly InventedOutlet[],
  port: number,
  start: number,
): Promise<InventedPressServer> {
  const servers: Server[] = [];
  const counts: OutletCount[] = [];
  for (const outlet of outlets) {
    const count = { feed: 0, notModified: 0, pages: 0, robots: 0, toOldAddress: 0, tooEarly: 0, failed: 0 };
    const base = `http://${outlet.address}:${port}`;
    const site: Site = { outlet, base, count, start, notBefore: 0 };
    const server = createServer((request, response) => answer(site, request, response));
    server.listen(port, outlet.address);
    await once(server, 'listening');
    servers.push(server);
    counts.push(count);
  }
  const feeds = outlets.map(
    ({ name, address }) =>
      `<outline type="rss" text="${name}" xmlUrl="http://${address}:${port}/feed" htmlUrl="http://${address}:${port}/"/>`,
  );
  return {
    counts,
    opml: `<?xml version="1.0"?><opml version="2.0"><head><title>Invented press</title></head><body>${feeds.join('')}</body></opml>`,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path === '/robots.txt') {
    site.count.robots++;
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/\n');
    return;
  }
  if (path.startsWith('/articles/')) answerPage(site, path.slice('/articles/'.length), response);
  else if (path === '/feed' || path === '/new-feed') answerFeed(site, path, request, response);
  else response.writeHead(404).end();
}

function answerPage({ outlet, count }: Site, id: string, response: ServerResponse): void {
  count.pages++;
  const item = outlet.items.find((each) => each.id === id);
  if (item === undefined || item.at > Date.now()) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(articlePage(outlet, item));
}

function answerFeed(site: Site, path: string, request: IncomingMessage, response: ServerResponse): void {
  const { count, outlet } = site;
  count.feed++;
  if (Date.now() < site.notBefore) count.tooEarly++;
  if (!trouble(site, path, request, response)) {
    if (outlet.manner === 'slow') setTimeout(() => sendFeed(site, request, response), SLOW_MS);
    else sendFeed(site, request, response);
  }
}

/** Answers in the outlet's bad manner, if this request meets it. */
function trouble(site: Site, path: string, request: IncomingMessage, response: ServerResponse): boolean {
  const { outlet, count, start } = site;
  const fail = (status: number, headers: Record<string, string> = {}) => {
    count.failed++;
    response.writeHead(status, headers).end();
    return true;
  };
  switch (outlet.manner) {
    case 'moved':
      if (path === '/new-feed') return false;
      count.toOldAddress++;
      response.writeHead(301, { location: '/new-feed' }).end();
      return true;
    case 'gone':
      if (Date.now() < start + GONE_AFTER_MS) return false;
      count.toOldAddress++;
      return fail(410);
    case 'overloaded':
      if (count.feed % 3 !== 1) return false;
      site.notBefore = Date.now() + RETRY_AFTER_S * 1_000;
      return fail(503, { 'retry-after': String(RETRY_AFTER_S) });
    case 'broken':
      return fail(500);
    case 'missing':
      return fail(404);
    case 'reset':
      if (count.feed % 4 !== 1) return false;
      count.failed++;
      request.socket.destroy();
      return true;
    default:
      return false;
  }
}

function sendFeed({ outlet, count, base }: Site, request: IncomingMessage, response: ServerResponse): void {
  const body = feedDocument(outlet, base, Date.now());
  const newest = listedItems(outlet, Date.now())[0]?.at ?? 0;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  const modified = new Date(newest).toUTCString();
  const headers: Record<string, string> = {};
  if (outlet.manner === 'last-modified') headers['last-modified'] = modified;
  else if (outlet.manner !== 'neither') headers.etag = etag;
  const isKnown =
    outlet.manner === 'last-modified'
      ? request.headers['if-modified-since'] === modified
      : outlet.manner !== 'neither' && request.headers['if-none-match'] === etag;
  if (isKnown) count.notModified++;
  if (isKnown) response.writeHead(304, headers).end();
  else response.writeHead(200, { 'content-type': FEED_TYPE[outlet.kind], ...headers }).end(body);
}
