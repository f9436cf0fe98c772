import { type Context, Hono } from 'hono';
import type { StoryCard } from '../../core/library.ts';
import { isSection } from '../../core/section.ts';
import { type Address, paths } from '../address.ts';
import { notFound } from '../errors.ts';
import { SECTION_NAMES, SECTION_NOTES } from '../format/section-names.ts';
import { formatDay, parseDay } from '../format/time.ts';
import { searchForm, searchLibrary } from '../site/search-form.ts';
import type { WebDeps } from '../web-deps.ts';
import { FEED_ENDINGS, type FeedEnding, writeFeed } from './feed-formats.ts';
import { feedModel } from './feed-model.ts';

/** Entries of a feed: enough for a reader that asks once a day. */
const ENTRIES = 50;

/** A list of stories with what its feed says of it. */
interface List {
  readonly title: string;
  readonly description: string;
  readonly pagePath: string;
  readonly stories: readonly StoryCard[];
}

type ListReader = (name: string, query: Readonly<Record<string, string>>) => Promise<List>;

function listReaders({ library, siteName }: WebDeps): Readonly<Record<string, ListReader>> {
  return {
    section: async (name) => {
      if (!isSection(name)) throw notFound('There is no section of this name.');
      return {
        title: `${SECTION_NAMES[name]} · ${siteName}`,
        description: SECTION_NOTES[name],
        pagePath: paths.section(name),
        stories: await library.section(name, { limit: ENTRIES, offset: 0 }),
      };
    },
    topic: async (slug) => {
      const found = await library.topic(slug);
      if (found === null) throw notFound('There is no topic under this address.');
      const { title } = found.topic;
      return {
        title: `${title} · ${siteName}`,
        description: `Stories on ${title}.`,
        pagePath: paths.topic(slug),
        stories: found.stories,
      };
    },
    outlet: async (id) => {
      const page = await library.outlet(id);
      if (page === null) throw notFound('There is no outlet of this name here.');
      const { name } = page.outlet;
      return {
        title: `${name} · ${siteName}`,
        description: `Stories that ${name} takes part in.`,
        pagePath: paths.outlet(id),
        stories: page.stories,
      };
    },
    day: async (day) => {
      const at = parseDay(day);
      if (at === null) throw notFound('A day is written like 2025-12-14.');
      return {
        title: `${formatDay(at)} · ${siteName}`,
        description: `Stories of ${formatDay(at)}.`,
        pagePath: paths.day(day),
        stories: await library.storiesOfDay(day),
      };
    },
    index: async () => ({
      title: siteName,
      description: 'One entry per story, with the number of independent outlets that report it.',
      pagePath: paths.front(),
      stories: await library.frontPage({ limit: ENTRIES, offset: 0 }),
    }),
    search: async (_name, query) => {
      const form = searchForm(query);
      const { result } = await searchLibrary(library, form);
      return {
        title: `Search: ${form.text} · ${siteName}`,
        description: `Stories with the words: ${form.text}`,
        pagePath: paths.search({ q: form.text }),
        stories: result?.stories ?? [],
      };
    },
  };
}

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
  const readers = listReaders(deps);

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
      list.stories.slice(0, ENTRIES),
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
  for (const kind of ['section', 'topic', 'outlet', 'day']) {
    app.get(`/${kind}/:file{.+\\.(?:atom|rss|json)}`, (c) => {
      const file = c.req.param('file');
      return answer(c, kind, file, `/${kind}/${encodeURIComponent(file)}`);
    });
  }
  return app;
}
