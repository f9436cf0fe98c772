import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { PressArticle, PressOutlet } from './press-articles.ts';
import { pressFeed } from './press-feeds.ts';
import { articlePage, homePage } from './press-pages.ts';

/** The sites of all invented outlets, one path each, with feeds that answer conditional requests. */
export function createPressSite(outlets: readonly PressOutlet[], articles: readonly PressArticle[]): Hono {
  const site = new Hono();
  site.use(etag());
  site.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /private/\n'));
  for (const outlet of outlets) {
    const own = articles.filter((article) => article.outlet === outlet.domain);
    const urlOf = (article: PressArticle) => new URL(article.id, outlet.home).href;
    const base = new URL(outlet.home).pathname;
    site.get(base, (context) => context.html(homePage(outlet, own)));
    site.get(`${base}feed`, (context) => {
      const { body, contentType } = pressFeed(outlet, own, urlOf);
      return context.body(body, 200, { 'content-type': contentType });
    });
    for (const article of own) {
      const others = own.filter((other) => other !== article);
      site.get(`${base}${article.id}`, (context) =>
        context.html(articlePage(article, outlet, urlOf(article), others)),
      );
    }
  }
  return site;
}
