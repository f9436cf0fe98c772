import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { html } from 'hono/html';
import type { PressArticle, PressOutlet } from './press-articles.ts';

export interface FeedDocument {
  readonly contentType: string;
  readonly body: string;
}

function summaryOf(article: PressArticle): string {
  return article.paragraphs.slice(0, 2).join(' ');
}

/** RSS 1.0, which feedsmith reads but does not write; the template escapes what it inserts. */
function rdfFeed(
  outlet: PressOutlet,
  articles: readonly PressArticle[],
  urlOf: (article: PressArticle) => string,
) {
  const items = articles.map(
    (article) => html`<item rdf:about="${urlOf(article)}">
  <title>${article.title}</title>
  <link>${urlOf(article)}</link>
  <description>${summaryOf(article)}</description>
  <dc:date>${article.publishedAt}</dc:date>
</item>`,
  );
  return html`<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${outlet.home}"><title>${outlet.name}</title><link>${outlet.home}</link><description>Demonstration press</description></channel>
${items}
</rdf:RDF>`;
}

/** The feed of an outlet, in the one format that it always has. */
export function pressFeed(
  outlet: PressOutlet,
  articles: readonly PressArticle[],
  urlOf: (article: PressArticle) => string,
): FeedDocument {
  const description = `Demonstration press: ${outlet.name} is invented.`;
  switch (outlet.feedFormat) {
    case 'rss': {
      const items = articles.map((article) => ({
        title: article.title,
        link: urlOf(article),
        guid: { value: urlOf(article), isPermaLink: true },
        pubDate: new Date(article.publishedAt),
        description: summaryOf(article),
      }));
      const body = generateRssFeed({ title: outlet.name, link: outlet.home, description, items });
      return { contentType: 'application/rss+xml', body };
    }
    case 'rdf':
      return { contentType: 'application/rdf+xml', body: String(rdfFeed(outlet, articles, urlOf)) };
    case 'atom': {
      const entries = articles.map((article) => ({
        id: urlOf(article),
        title: { value: article.title },
        links: [{ href: urlOf(article), rel: 'alternate' }],
        published: new Date(article.publishedAt),
        updated: new Date(article.publishedAt),
        summary: { value: summaryOf(article) },
      }));
      const updated = new Date(articles[0]?.publishedAt ?? 0);
      const body = generateAtomFeed({ id: outlet.home, title: { value: outlet.name }, updated, entries });
      return { contentType: 'application/atom+xml', body };
    }
    case 'json': {
      const items = articles.map((article) => ({
        id: urlOf(article),
        url: urlOf(article),
        title: article.title,
        content_text: summaryOf(article),
        date_published: new Date(article.publishedAt),
      }));
      const feed = generateJsonFeed({ title: outlet.name, home_page_url: outlet.home, items });
      return { contentType: 'application/feed+json', body: JSON.stringify(feed) };
    }
  }
}
