import { Hono } from 'hono';
import type { Address } from '../address.ts';
import { notFound } from '../errors.ts';
import type { WebDeps } from '../web-deps.ts';
import { newsSiteMap, robotsText, siteMap, siteMapFile } from './site-map.ts';
import { subscriptions, writeOpml } from './write-opml.ts';

const XML = { 'Content-Type': 'application/xml; charset=utf-8' };

/** What programs ask for to find their way: `robots.txt`, site maps, and the sources as OPML. */
export function crawlRoutes(deps: WebDeps, address: Address): Hono {
  const { library, clock, siteName } = deps;
  const app = new Hono();
  app.get('/robots.txt', (c) => c.text(robotsText(address)));
  app.get('/sitemap.xml', async (c) => c.body(await siteMap(library, address), 200, XML));
  app.get('/:file{sitemap-[1-9]\\d{0,3}\\.xml}', async (c) => {
    const number = Number(/\d+/.exec(c.req.param('file'))?.[0]);
    const body = await siteMapFile(library, address, number);
    if (body === null) throw notFound('There is no part of the site map with this number.');
    return c.body(body, 200, XML);
  });
  app.get('/news-sitemap.xml', async (c) => c.body(await newsSiteMap(deps, address, clock.now()), 200, XML));
  app.get('/outlets.opml', async (c) => {
    const body = writeOpml(subscriptions(await library.sources()), `${siteName}: sources`);
    return c.body(body, 200, {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="outlets.opml"',
    });
  });
  return app;
}
