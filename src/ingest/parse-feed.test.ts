import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';
import { atom, entry, item, rdf, rss, URL_OF_FEED } from './sample-feeds.ts';

describe('what is no feed', () => {
  it.each([
    [
      'an HTML page',
      '<!doctype html><html><head><title>News</title><link rel="alternate" href="/rss"></head></html>',
      'feed/not-a-feed',
      'web page',
    ],
    [
      'an HTML page that quotes a feed',
      '<html><body><pre><rss version="2.0"></pre></body></html>',
      'feed/not-a-feed',
      'web page',
    ],
    ['text', 'Service unavailable', 'feed/not-a-feed', 'neither'],
    ['other XML', '<sitemap><url/></sitemap>', 'feed/not-a-feed', 'neither'],
    ['other JSON', '{"error": 1}', 'feed/not-a-feed', 'neither'],
    ['broken JSON', '{"version": ', 'feed/not-a-feed', 'neither'],
    ['nothing', ' \n\ufeff', 'feed/empty', 'nothing'],
  ])('refuses %s', (_, text, code, words) => {
    const result = parseFeed(text, { url: URL_OF_FEED, contentType: 'text/html' });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });
});

describe('any input', () => {
  const valid = fc.constantFrom(
    rss(
      item(1) +
        item(
          2,
          '<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description>',
        ),
    ),
    atom(
      entry(1, '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content>') +
        entry(2),
    ),
    rdf(item(1)),
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: '1', url: '/1', content_text: 'x' }],
    }),
  );
  const shape = (text: string) => {
    const result = parseFeed(text, { url: URL_OF_FEED, contentType: null });
    if (!result.ok) return /^feed\//.test(result.error.code);
    return result.value.items.every(
      (entry) => /^https?:/.test(entry.url) && entry.guid !== '' && !/\s{2}/.test(entry.title),
    );
  };

  it('is read or refused, never thrown on', () => {
    fc.assert(fc.property(fc.string(), shape));
    const pieces = fc.constantFrom(
      '<rss>',
      '<feed>',
      '<rdf:RDF>',
      '<item',
      '<entry>',
      '</item>',
      '</entry>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<link href="',
      '"/>',
      '>',
      '&',
      '<title>',
      '</title>',
      'x',
      '<link>',
      'http://a.example/',
      '</link>',
      '__proto__',
      '<constructor>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => shape(parts.join(''))),
      { numRuns: 1_000 },
    );
  });

  it('is read or refused when a valid feed is cut, repeated or overwritten anywhere', () => {
    const mutated = fc
      .tuple(
        valid,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(60),
            fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '<item>', ']]>', '<!--', '</title>', '}')),
          ),
          { maxLength: 6 },
        ),
      )
      .map(([text, edits]) =>
        edits.reduce((now, [at, length, put]) => {
          const start = at % (now.length + 1);
          return now.slice(0, start) + put + now.slice(start + length);
        }, text),
      );
    fc.assert(fc.property(mutated, shape), { numRuns: 1_000 });
  });

  it.each([
    ['open tags', `<rss><channel>${'<item><title>'.repeat(60_000)}`],
    ['open brackets', `<rss version="2.0">${'<'.repeat(200_000)}`],
    ['open sections', `<rss version="2.0"><channel>${'<item><![CDATA['.repeat(30_000)}`],
    ['deep nesting', `<rss version="2.0"><channel>${'<a>'.repeat(30_000)}${item(1)}`],
    ['a tag of spaces', `<feed><entry><title${' '.repeat(200_000)}x><b>${'</title>'.repeat(10)}`],
    [
      'a tag of attributes',
      `<rss><item ${'xml:lang = '.repeat(20_000)}>${'<body xml:lang="en">'.repeat(20_000)}`,
    ],
    ['open scripts', rss(item(1).replace('Item 1', `<![CDATA[${'<script>'.repeat(30_000)}]]>`))],
    ['open links', rss(item(1, `<description><![CDATA[${'<a href="'.repeat(30_000)}]]></description>`))],
    ['many addresses', rss(item(1, `<dc:creator>${'a@b '.repeat(50_000)}</dc:creator>`))],
    ['JSON brackets', `{"items":${'[{'.repeat(100_000)}`],
    ['quotation marks', `{${'"'.repeat(200_000)}`],
  ])('takes no more than a moment for %s', (_, text) => {
    const start = performance.now();
    expect(shape(text)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
