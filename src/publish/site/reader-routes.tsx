import { Hono } from 'hono';
import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { compareOutlets } from '../compare/compare-outlets.ts';
import { editionOf } from '../edition.ts';
import { badRequest, notFound } from '../errors.ts';
import { isoDay, parseDay } from '../format/time.ts';
import type { WebDeps } from '../web-deps.ts';
import { ComparePage } from './compare-page.tsx';
import { EditionPage } from './edition-page.tsx';
import { FollowingPage } from './following-page.tsx';
import { OfflinePage } from './offline-page.tsx';
import { ReadingPage } from './reading-page.tsx';
import { renderPage } from './render-page.ts';
import { SettingsPage } from './settings-page.tsx';
import type { Site, SiteSource } from './site.ts';

/** Topics of one address of followed topics: each costs a read. */
const MAX_FOLLOWED = 40;
const FOLLOWED_STORIES = 60;

function newestDay({ status, today }: Site): string {
  return status.newestAt === null ? today : isoDay(status.newestAt);
}

function editionRoutes({ library }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  const showDay = async (frame: Site, day: string) => {
    const all = await library.storiesOfDay(day);
    const stories = editionOf(all);
    const others = all.length - stories.length;
    return renderPage(<EditionPage site={frame} day={day} stories={stories} others={others} />);
  };
  app.get('/edition', async (c) => {
    const frame = await site();
    return c.html(await showDay(frame, newestDay(frame)));
  });
  app.get('/edition/:day', async (c) => {
    const day = c.req.param('day');
    if (parseDay(day) === null) throw badRequest('A day is written like 2025-12-14.');
    return c.html(await showDay(await site(), day));
  });
  return app;
}

/** What a browser keeps, and what makes the site an application of its own there. */
function offlineRoutes({ library, siteName }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  const edition = async (frame: Site) => editionOf(await library.storiesOfDay(newestDay(frame)));
  app.get('/offline', async (c) => {
    const frame = await site();
    return c.html(renderPage(<OfflinePage site={frame} stories={await edition(frame)} />));
  });
  app.get('/edition.json', async (c) => {
    const frame = await site();
    const { address, assets } = frame;
    const stories = await edition(frame);
    const pages = ['/', '/edition', '/offline', '/reading', ...stories.map(({ slug }) => paths.story(slug))];
    const files = [
      assets.style,
      assets.fontStyle,
      assets.early,
      ...assets.modules,
      assets.icon,
      ...assets.fonts,
    ];
    return c.json({ pages: pages.map((path) => address.href(path)), files });
  });
  app.get('/manifest.webmanifest', async (c) => {
    const { address, assets } = await site();
    const manifest = {
      name: siteName,
      short_name: siteName,
      description: 'The news of many outlets, one page per story, every sentence traceable to its source.',
      start_url: address.href('/edition'),
      scope: address.href('/'),
      display: 'minimal-ui',
      background_color: '#fcfbf8',
      theme_color: '#fcfbf8',
      icons: [{ src: assets.icon, sizes: 'any', type: 'image/svg+xml' }],
    };
    return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' });
  });
  return app;
}

/** Stories of either outlet that are looked through for those of both. */
const COMPARED_STORIES = 40;

function compareRoutes({ library }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  const outletOr404 = async (id: string) => {
    const page = await library.outlet(id);
    if (page === null) throw notFound('There is no outlet of this name here.');
    return page;
  };
  app.get('/compare', async (c) => {
    const { a, b } = c.req.query();
    const outlets = (await library.outlets())
      .filter(({ articleCount }) => articleCount > 0)
      .sort((one, other) => one.name.localeCompare(other.name, 'en'));
    if (a === undefined || b === undefined)
      return c.html(renderPage(<ComparePage site={await site()} outlets={outlets} compared={null} />));
    if (a === b) throw badRequest('Two different outlets are compared.');
    const [first, second] = await Promise.all([outletOr404(a), outletOr404(b)]);
    const ofSecond = new Set(second.stories.map(({ id }) => id));
    const both = first.stories.filter(({ id }) => ofSecond.has(id)).slice(0, COMPARED_STORIES);
    const briefings = await Promise.all(both.map(({ slug, version }) => library.briefing(slug, version)));
    const told = briefings.filter((briefing) => briefing !== null);
    const pair = [first.outlet, second.outlet] as const;
    const compared = { pair, result: compareOutlets([a, b], told) };
    return c.html(renderPage(<ComparePage site={await site()} outlets={outlets} compared={compared} />));
  });
  return app;
}

/** Newest first, each once. */
function mergedStories(lists: readonly (readonly StoryCard[])[]): StoryCard[] {
  const byId = new Map(lists.flat().map((story) => [story.id, story]));
  const newest = [...byId.values()].sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
  return newest.slice(0, FOLLOWED_STORIES);
}

/** Pages for what a reader keeps in the browser, and the edition that the browser keeps for reading without a connection. */
export function readerRoutes(deps: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  app.get('/settings', async (c) => c.html(renderPage(<SettingsPage site={await site()} />)));
  app.get('/reading', async (c) => c.html(renderPage(<ReadingPage site={await site()} />)));
  app.get('/following', async (c) => {
    const slugs = [...new Set(c.req.queries('topic') ?? [])];
    if (slugs.length > MAX_FOLLOWED)
      throw badRequest(`One address holds at most ${MAX_FOLLOWED} followed topics.`);
    const found = (await Promise.all(slugs.map((slug) => deps.library.topic(slug)))).filter(
      (topic) => topic !== null,
    );
    const stories = mergedStories(found.map((one) => one.stories));
    const topics = found.map(({ topic }) => topic);
    return c.html(renderPage(<FollowingPage site={await site()} topics={topics} stories={stories} />));
  });
  return app
    .route('/', editionRoutes(deps, site))
    .route('/', offlineRoutes(deps, site))
    .route('/', compareRoutes(deps, site));
}
