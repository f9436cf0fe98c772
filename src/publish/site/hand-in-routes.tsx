import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { paths } from '../address.ts';
import { badRequest, forbidden } from '../errors.ts';
import { handInAnswer, takeInArticle } from '../hand-in-answer.ts';
import { isFromThisSite } from '../same-origin.ts';
import type { WebDeps } from '../web-deps.ts';
import { HandInPage } from './hand-in-page.tsx';
import { renderPage } from './render-page.ts';
import type { SiteSource } from './site.ts';

/** The form holds one address, bytes. */
const MAX_FORM = 10_000;

/** Handing in an article: looking is a GET that changes nothing, taking in is a POST of this site's own form. */
export function handInRoutes(deps: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  if (!deps.handIn) return app;
  app.get('/hand-in', async (c) => {
    const url = (c.req.query('url') ?? '').trim();
    const answer = url === '' ? null : await handInAnswer(deps, url);
    return c.html(renderPage(<HandInPage site={await site()} answer={answer} />));
  });
  app.post('/hand-in', bodyLimit({ maxSize: MAX_FORM }), async (c) => {
    const { address } = await site();
    if (!isFromThisSite(c, address)) throw forbidden('Articles are handed in with the form of this site.');
    const { url } = await c.req.parseBody();
    if (typeof url !== 'string') throw badRequest('The form has no address.');
    const { found } = await takeInArticle(deps, url);
    // Looked at by GET, so that reloading hands nothing in again.
    return c.redirect(address.href(paths.handIn(found.url)), 303);
  });
  return app;
}
