import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '../core/app-error.ts';
import type { LibraryStatus } from '../core/library.ts';
import { type Address, createAddress } from './address.ts';
import { adminRoutes } from './admin/admin-routes.tsx';
import { apiGuard } from './api/api-guard.ts';
import { apiRoutes } from './api/api-routes.ts';
import { eventRoutes } from './api/events/event-routes.ts';
import { createVersionFeed } from './api/events/version-feed.ts';
import { type Assets, assetRoutes, loadAssets } from './assets.ts';
import { notFound, problemBody, problemOf } from './errors.ts';
import { crawlRoutes } from './feeds/crawl-routes.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { isoDay } from './format/time.ts';
import { healthRoutes } from './health-routes.ts';
import { hubRoutes } from './hub-routes.ts';
import { keptPages } from './kept/kept-pages.ts';
import { pictureRoutes } from './picture-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { openSharePictures } from './share/share-pictures.ts';
import { shareRoutes } from './share/share-routes.ts';
import type { Site, SiteSource } from './site/site.ts';
import { errorPage, siteRoutes } from './site/site-routes.tsx';
import type { WebDeps } from './web-deps.ts';

/** Between two looks for new versions, while somebody listens. */
const LOOK_EVERY_MS = 4_000;

const EMPTY_STATUS: LibraryStatus = {
  articles: 0,
  stories: 0,
  outlets: 0,
  feeds: 0,
  topics: 0,
  sections: [],
  newestAt: null,
  lastPolledAt: null,
};

function siteFrame(
  deps: WebDeps,
  address: Address,
  assets: Assets,
  { status, hasSharePictures }: Pick<Site, 'status' | 'hasSharePictures'>,
): Site {
  return {
    address,
    name: deps.siteName,
    notice: deps.notice,
    version: deps.version,
    hasMail: (deps.desk ?? null) !== null,
    takesReports: deps.reportBox !== undefined,
    hasHandIn: (deps.handIn ?? null) !== null,
    status,
    hasSharePictures,
    today: isoDay(deps.clock.now()),
    now: deps.clock.now(),
    assets: {
      style: address.href(assets.style.path),
      admin: address.href(assets.admin.path),
      reference: address.href(assets.reference.path),
      early: address.href(assets.early.path),
      modules: assets.modules.map(({ path }) => address.href(path)),
      icon: address.href(assets.icon.path),
      fonts: assets.firstFonts.map((path) => address.href(path)),
      fontStyle: address.href(assets.fontStyle.path),
    },
  };
}

/** The path that routes see: without the site's prefix and without a slash at the end. */
function routePath(address: Address, url: string): string {
  const path = address.route(new URL(url).pathname);
  return path.replace(/(?<=.)\/+$/, '');
}

function isExpected(error: unknown): boolean {
  return error instanceof HTTPException || (error instanceof AppError && error.blame === 'user');
}

/**
 * The whole web side: pages, feeds, API, health. Holds nothing between requests but pages that still hold (`kept/`); everything is read from the library.
 * @throws AppError `web/asset-missing` when the installation is incomplete
 */
export function createWebApp(deps: WebDeps): Hono {
  const address = createAddress(deps.baseUrl);
  const assets = loadAssets();
  const pictures = openSharePictures();
  const site: SiteSource = async () =>
    siteFrame(deps, address, assets, {
      status: await deps.library.status(),
      hasSharePictures: (await pictures) !== null,
    });
  const siteWithoutLibrary: SiteSource = async () =>
    siteFrame(deps, address, assets, { status: EMPTY_STATUS, hasSharePictures: false });
  const app = new Hono({ getPath: (request: Request) => routePath(address, request.url) });

  app.use(securityHeaders());
  app.route('/', hubRoutes(deps));
  app.use(compress());
  if (deps.marks !== undefined) {
    const { marks, clock } = deps;
    app.use(keptPages({ marks, clock, ask: (request) => app.fetch(request) }));
  }
  app.route('/', healthRoutes(deps));
  app.route('/', assetRoutes(assets));
  app.route('/', pictureRoutes(deps));
  app.route('/', adminRoutes(deps, site));
  app.use('/api/v1/*', apiGuard(deps));
  const versions = createVersionFeed(deps.library, LOOK_EVERY_MS, (error) =>
    deps.report?.(error, '/api/v1/events'),
  );
  app.route('/api/v1', eventRoutes(deps, address, versions));
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  });
  app.use(etag());
  app.route('/', shareRoutes(deps, pictures));
  app.route('/', crawlRoutes(deps, address));
  app.route('/', feedRoutes(deps, address));
  app.route('/api/v1', apiRoutes(deps, address, site));
  app.route('/', siteRoutes(deps, site));

  app.notFound((c) => {
    throw notFound(`Nothing is found at ${c.req.path}.`);
  });
  app.onError(async (error, c) => {
    if (!isExpected(error)) deps.report?.(error, c.req.path);
    if (c.req.path.startsWith('/api/')) {
      const problem = problemOf(error);
      return c.json(problemBody(problem, c.req.path), problem.status, {
        'Content-Type': 'application/problem+json',
      });
    }
    try {
      return await errorPage(c, error, isExpected(error) ? site : siteWithoutLibrary);
    } catch (second) {
      deps.report?.(second, c.req.path);
      return await errorPage(c, error, siteWithoutLibrary);
    }
  });
  return app;
}
