import { EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { serve } from '@hono/node-server';
import { type PressArticle, type PressOutlet, readArticles, readOutlets } from '../../demo/press-articles.ts';
import { createPressSite } from '../../demo/press-site.ts';

export interface LoopbackPress {
  readonly outlets: readonly PressOutlet[];
  readonly articles: readonly PressArticle[];
  /** The outlets as a catalogue file. */
  readonly catalogue: string;
  /** How many requests were answered so far. */
  requests(): number;
  /** Resolves when that many requests have been answered. */
  requested(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Other words for what the press prints. */
interface Words {
  readonly outlet?: (outlet: PressOutlet, index: number) => PressOutlet;
  readonly article?: (article: PressArticle, index: number) => PressArticle;
}

/** The demonstration press, or the articles of some of its stories, on a free port of loopback. */
export async function startLoopbackPress(
  stories?: readonly string[],
  words: Words = {},
): Promise<LoopbackPress> {
  const printed = readArticles().filter(
    (article) => stories === undefined || stories.some((story) => article.id.startsWith(`${story}-`)),
  );
  const articles = words.article === undefined ? printed : printed.map(words.article);
  // The port is known once the server listens; the site is made for it then.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const move = (url: string) => url.replace('127.0.0.1:4001', `127.0.0.1:${port}`);
  const known = words.outlet === undefined ? readOutlets() : readOutlets().map(words.outlet);
  const outlets = known.map((outlet) => ({
    ...outlet,
    home: move(outlet.home),
    feeds: outlet.feeds.map(move),
  }));
  const site = createPressSite(outlets, articles);
  const count = new EventEmitter();
  let requests = 0;
  answer = (request) => {
    requests += 1;
    count.emit('request');
    return site.fetch(request);
  };
  return {
    outlets,
    articles,
    catalogue: JSON.stringify(outlets),
    requests: () => requests,
    requested: async (least) => {
      while (requests < least) await once(count, 'request');
    },
    close: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A port of loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
