import { Hono } from 'hono';
import { notFound } from '../errors.ts';
import type { WebDeps } from '../web-deps.ts';
import type { SharePictures } from './share-pictures.ts';

/** `/story/SLUG/share.png`: the picture that other sites show with a link to the story. */
export function shareRoutes({ library, siteName }: WebDeps, pictures: Promise<SharePictures | null>): Hono {
  const app = new Hono();
  app.get('/story/:slug/share.png', async (c) => {
    const drawing = await pictures;
    if (drawing === null) throw notFound('This site draws no pictures.');
    const page = await library.story(c.req.param('slug'));
    if (page === null) throw notFound('No story has this address.');
    const { card, briefing } = page;
    const { independentOutlets, countries, outletNames } = card;
    const { headline, asOf } = briefing;
    const png = await drawing.png({ siteName, headline, independentOutlets, countries, outletNames, asOf });
    return c.body(new Uint8Array(png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=3600',
    });
  });
  return app;
}
