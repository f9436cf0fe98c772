import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFeeds } from './discover.ts';

const PAGE = 'https://paper.example/world/';

describe('discoverFeeds', () => {
  it('gives declared feeds first, those of comments last, then links, then guesses', () => {
    const html = `<!doctype html><html><head><base href="/base/">
      <link rel="alternate" type="application/rss+xml" title="Comments on x" href="/comments/feed">
      <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" title=" World
        news " href="world.atom#x">
      <link rel="alternate" type="application/rss+xml" href="/rss.xml">
      <link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/json" href="/wp-json/1">
      <link rel="stylesheet" type="text/xml" href="/style.xml"></head>
      <body><a href="/sport/rss">Sport</a> <a href="/about">About</a> <a href="mailto:x@y.example">Mail</a></body></html>`;
    const found = discoverFeeds(html, PAGE);
    expect(found.slice(0, 4)).toEqual([
      { url: 'https://paper.example/base/world.atom', title: 'World news', type: 'application/atom+xml' },
      { url: 'https://paper.example/rss.xml', title: '', type: 'application/rss+xml' },
      { url: 'https://paper.example/comments/feed', title: 'Comments on x', type: 'application/rss+xml' },
      { url: 'https://paper.example/sport/rss', title: 'Sport', type: 'guess' },
    ]);
    expect(found.slice(4).every(({ type }) => type === 'guess')).toBe(true);
    expect(found.map(({ url }) => url)).toContain('https://paper.example/feed');
    expect(new Set(found.map(({ url }) => url)).size).toBe(found.length);
  });

  it('never throws and gives absolute addresses', () => {
    const piece = fc.constantFrom(
      '<link rel=alternate type=text/xml href=',
      '<base href=',
      '<a href=/rss>',
      '">',
      '<head>',
      '</html>',
      'http://[',
      'x',
      '<!--',
      '<template>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        ),
        (html) => {
          expect(discoverFeeds(html, PAGE).every(({ url }) => URL.canParse(url))).toBe(true);
        },
      ),
    );
  });
});
