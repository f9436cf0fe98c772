/** Small feeds of every format, for the tests of this room. */
import type { ParsedFeed } from '../core/feed-item.ts';
import { parseFeed } from './parse-feed.ts';

export const URL_OF_FEED = 'https://paper.example/feeds/news.xml';

export function read(text: string, contentType: string | null = null): ParsedFeed {
  const result = parseFeed(text, { url: URL_OF_FEED, contentType });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export const rss = (items: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Paper</title><link>https://paper.example/</link><description>News</description>${head}${items}</channel></rss>`;
export const atom = (entries: string, head = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title type="html">The &amp;amp; Paper</title><id>tag:paper.example,2026:feed</id><link rel="alternate" href="https://paper.example/"/><link rel="hub" href="https://hub.example/"/>${head}${entries}</feed>`;
export const rdf = (items: string) =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>The Paper</title><link>https://paper.example/</link><description/><dc:language>fr-CA</dc:language><items><rdf:Seq><rdf:li rdf:resource="https://paper.example/1"/></rdf:Seq></items></channel>${items}</rdf:RDF>`;
export const item = (n: number, more = '') =>
  `<item><title>Item ${n}</title><link>https://paper.example/${n}</link>${more}</item>`;
export const entry = (n: number, more = '') =>
  `<entry><title>Entry ${n}</title><id>tag:paper.example,2026:${n}</id><link href="https://paper.example/${n}"/>${more}</entry>`;
