import { type Context, Hono } from 'hono';
import type { Address } from '../address.ts';
import { notFound } from '../errors.ts';
import type { WebDeps } from '../web-deps.ts';
import { FEED_ENDINGS, type FeedEnding, writeFeed } from './feed-formats.ts';
import { FEED_ENTRIES, feedLists } from './feed-lists.ts';
import { feedModel } from './feed-model.ts';

function isEnding(text: string): text is FeedEnding {
  return FEED_ENDINGS.some((ending) => ending === text);
}

/** `port-fire.atom` as name and format. */
function splitName(file: string): readonly [name: string, ending: FeedEnding] {
  const dot = file.lastIndexOf('.');
  const ending = file.slice(dot + 1);
  if (!isEnding(ending)) throw notFound('Feeds end in .atom, .rss or .json.');
  return [file.slice(0, dot), ending];
}

/** Atom, RSS and JSON Feed for every list: `/index.atom`, `/topic/SLUG.rss`, `/search.json?q=…`. */
export function feedRoutes(deps: WebDeps, address: Address): Hono {
  const app = new Hono();
  const readers = feedLists(deps, address);

  async function answer(c: Context, kind: string, file: string, path: string): Promise<Response> {
    const reader = readers[kind];
    if (reader === undefined) throw notFound('There is no such feed.');
    const [name, ending] = splitName(file);
    const query = c.req.query();
    const list = await reader(name, query);
    const search = kind === 'search' ? `?${new URLSearchParams(query)}` : '';
    const feedPath = `${path}${search}`;
    const model = feedModel(
      { ...list, siteName: deps.siteName, feedPath },
      list.entries.slice(0, FEED_ENTRIES),
      address,
    );
    const { body, type } = writeFeed(model, ending);
    return c.body(body, 200, { 'Content-Type': type });
  }

  for (const kind of ['index', 'search']) {
    app.get(`/:file{${kind}\\.(?:atom|rss|json)}`, (c) => {
      const file = c.req.param('file');
      return answer(c, kind, file, `/${file}`);
    });
  }
  for (const kind of ['section', 'topic', 'outlet', 'day', 'question']) {
    app.get(`/${kind}/:file{.+\\.(?:atom|rss|json)}`, (c) => {
      const file = c.req.param('file');
      return answer(c, kind, file, `/${kind}/${encodeURIComponent(file)}`);
    });
  }
  return app;
}
