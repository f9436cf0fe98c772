import { html, raw } from 'hono/html';
import type { PressArticle, PressOutlet } from './press-articles.ts';

const NOTICE = 'This outlet is invented. It is part of the demonstration press of Variorum.';

type Markup = ReturnType<typeof html>;

function jsonLd(article: PressArticle, outlet: PressOutlet): Markup {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.publishedAt,
    author: { '@type': 'Person', name: article.byline ?? outlet.name },
    publisher: { '@type': 'Organization', name: outlet.name },
  };
  return html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;
}

function openGraph(article: PressArticle, outlet: PressOutlet, url: string): Markup {
  return html`<meta property="og:title" content="${article.title}" />
    <meta property="og:site_name" content="${outlet.name}" />
    <meta property="article:published_time" content="${article.publishedAt}" />
    <link rel="canonical" href="${url}" />`;
}

/** An article page with the furniture that real ones have around the text: each kind of outlet has its own. */
export function articlePage(
  article: PressArticle,
  outlet: PressOutlet,
  url: string,
  others: readonly PressArticle[],
): Markup {
  const usesJsonLd = outlet.kind === 'business' || outlet.kind === 'digital' || outlet.kind === 'magazine';
  const links = others.slice(0, 5).map((other) => html`<li><a href="${other.id}">${other.title}</a></li>`);
  const when = new Date(article.publishedAt).toUTCString();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${article.title} | ${outlet.name}</title>
        ${usesJsonLd ? jsonLd(article, outlet) : openGraph(article, outlet, url)}
      </head>
      <body>
        <header>
          <a href="./">${outlet.name}</a>
          <nav><ul><li>World</li><li>Politics</li><li>Business</li><li>Sport</li></ul></nav>
          <p class="notice">${NOTICE}</p>
        </header>
        <article>
          <h1>${article.title}</h1>
          <p class="byline">
            By <span rel="author">${article.byline ?? outlet.name}</span>
            <time datetime="${article.publishedAt}">${when}</time>
          </p>
          ${article.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        </article>
        <aside class="related"><h2>Most read</h2><ul>${links}</ul></aside>
        <footer>${outlet.owner}. ${NOTICE}</footer>
      </body>
    </html>`;
}

export function homePage(outlet: PressOutlet, articles: readonly PressArticle[]): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${outlet.name}</title>
        <link rel="alternate" type="application/rss+xml" href="feed" title="${outlet.name}" />
      </head>
      <body>
        <h1>${outlet.name}</h1>
        <p>${NOTICE}</p>
        <ul>${articles.map((article) => html`<li><a href="${article.id}">${article.title}</a></li>`)}</ul>
      </body>
    </html>`;
}
