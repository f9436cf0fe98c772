import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../core/article.ts';
import type { FeedItem } from '../core/feed-item.ts';
import { extractArticle } from './extract-article.ts';

const SENTENCES = [
  'The council of Quellmouth voted on Monday to close the old pier for the winter.',
  'Ferries will leave from Northpoint until the work is done, the harbour office said.',
  'Shopkeepers near the pier fear that the months to come will cost them dearly.',
];
const PARAGRAPHS = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
const item: FeedItem = {
  url: 'https://paper.example/a',
  guid: 'a',
  title: 'Council closes pier',
  contentHtml: null,
  summaryHtml: null,
  publishedAt: Date.UTC(2025, 10, 6),
  updatedAt: null,
  authors: ['Ann Lee'],
  categories: [],
  imageUrl: null,
  language: 'en-GB',
};

function extract(page: Partial<Page>) {
  return extractArticle({
    url: 'https://paper.example/a',
    html: null,
    item: null,
    failureCode: null,
    ...page,
  });
}

describe('extractArticle', () => {
  it('takes the feed when there is no page, and says why', () => {
    const result = extract({ item: { ...item, contentHtml: PARAGRAPHS }, failureCode: 'http/timeout' });
    expect(result).toEqual({
      ok: true,
      value: {
        canonicalUrl: 'https://paper.example/a',
        title: 'Council closes pier',
        text: SENTENCES.join('\n'),
        byline: 'Ann Lee',
        publishedAt: Date.UTC(2025, 10, 6),
        datePrecision: 'day',
        language: 'en',
        imageUrl: null,
        siteName: null,
        details: {
          kind: { kind: 'news', source: 'default', evidence: '' },
          entries: [],
          imageCaption: null,
          imageCredit: null,
          notes: [],
        },
        origin: 'feed',
        truncated: false,
        warnings: ['text is from the feed: http/timeout'],
      },
    });
  });

  it('marks a summary as part of a text', () => {
    const summaryHtml = `<p>${SENTENCES.join(' ')}</p><a href="/a">Read more</a>`;
    const result = extract({ item: { ...item, summaryHtml } });
    expect(result.ok && [result.value.text, result.value.truncated]).toEqual([SENTENCES.join(' '), true]);
  });

  it('keeps the line breaks of plain feed text', () => {
    const result = extract({ item: { ...item, contentHtml: SENTENCES.join('\n\n') } });
    expect(result.ok && result.value.text).toBe(SENTENCES.join('\n'));
  });

  it.each([
    ['extract/no-content', { html: '' }],
    ['extract/no-content', { html: '   ' }],
    ['extract/no-content', { html: '<p></p>' }],
    ['extract/no-content', {}],
    ['extract/too-short', { html: '<html><body><p>Only a few words here.</p></body></html>' }],
    ['extract/too-short', { item: { ...item, summaryHtml: 'Only a few words here.' } }],
    ['extract/not-html', { html: '%PDF-1.7' }],
    ['extract/too-deep', { html: '<div>'.repeat(20_000) + PARAGRAPHS }],
  ])('says %s', (code, page) => {
    const result = extract(page);
    expect(result.ok ? result.value : result.error.code).toBe(code);
  });

  it('falls back on the feed when the page is too deep', () => {
    const html = '<div>'.repeat(20_000) + PARAGRAPHS;
    const result = extract({ html, item: { ...item, contentHtml: PARAGRAPHS } });
    expect(result.ok && result.value.warnings).toEqual(['text is from the feed: extract/too-deep']);
  });

  it('reads a page with five million characters of comment in under a second', () => {
    const html = `<html><body><article>${PARAGRAPHS}</article><!--${'x'.repeat(5_000_000)}--></body></html>`;
    const start = performance.now();
    const result = extract({ html });
    expect(result.ok && result.value.text).toBe(SENTENCES.join('\n'));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['a megabyte of preformatted lines', `<pre>${'a line of text\n'.repeat(60_000)}</pre>`],
    ['fifty thousand line breaks', `<div>${'text here<br>'.repeat(50_000)}</div>`],
    [
      'unclosed markup in the JSON-LD body',
      `<script type="application/ld+json">{"@type":"Article","articleBody":"${'<p'.repeat(400_000)}"}</script>`,
    ],
    [
      'ten thousand teasers',
      `<ul>${'<li><h3><a href="/a">Another story</a></h3> of the town</li>'.repeat(10_000)}</ul>`,
    ],
    ['a byline of half a megabyte', `<meta name="author" content="${'a'.repeat(500_000)}">`],
  ])('reads %s in time that grows with its length', (_, markup) => {
    const start = performance.now();
    extract({ html: `${markup}${PARAGRAPHS}` });
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('takes the body of the JSON-LD when the markup has no text', () => {
    const json = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Pier',
      articleBody: SENTENCES.join('\n\n'),
    });
    const result = extract({
      html: `<script type="application/ld+json">${json}</script><div id="app"></div>`,
    });
    expect(result.ok && result.value.text).toBe(SENTENCES.join('\n'));
  });

  it('gives an untitled article its first words as title', () => {
    const result = extract({ html: `<html><body>${PARAGRAPHS}</body></html>` });
    expect(result.ok && result.value.title).toBe(SENTENCES[0]);
  });

  it('does not fail on a tree whose text stands outside of any body', () => {
    const whole = `<!doctype html><html lang="en"><head><title>Pier | Paper</title><meta property="og:title" content="Pier"><script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body><article><h1>Pier</h1>${PARAGRAPHS}</article></body></html>`;
    // Found by the property below: an <svg> in the head, a script and the body's own tag cut in two.
    const cuts = [
      { at: 256, remove: 37, insert: '<' },
      { at: 57, remove: 8, insert: '<svg><p>' },
      { at: 184, remove: 40, insert: '' },
    ];
    const html = cuts.reduce(
      (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
      whole,
    );
    expect(() => extract({ html })).not.toThrow();
  });

  it('never throws on damaged pages, and its text is one clean line per block', () => {
    const whole = `<!doctype html><html lang="en"><head><title>Pier | Paper</title><meta property="og:title" content="Pier"><script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body><article><h1>Pier</h1>${PARAGRAPHS}<ul><li><a href="/b">More</a></li></ul></article></body></html>`;
    const damage = fc.array(
      fc.record({
        at: fc.nat(whole.length),
        remove: fc.nat(40),
        insert: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom(
            '<',
            '">',
            '<!--',
            '</body>',
            '<table>',
            '&#0;',
            '&nbsp;',
            '<p',
            '\0',
            '<svg><p>',
            '<br><br>',
            '<html>',
          ),
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(damage, (cuts) => {
        let html = whole;
        for (const { at, remove, insert } of cuts)
          html = html.slice(0, at) + insert + html.slice(at + remove);
        const result = extract({ html });
        if (!result.ok) return true;
        const { text } = result.value;
        return (
          text
            .split('\n')
            .every((line) => line === line.trim() && line !== '' && !/[\p{Cc}\u00a0]| {2}/u.test(line)) &&
          text.isWellFormed()
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on arbitrary input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl(), (html, url) => {
        extract({ html, url });
        extract({ html: `<p>${html}`, url: html });
        return true;
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same answer for the same page', () => {
    const html = `<html><body><article>${PARAGRAPHS}</article></body></html>`;
    expect(extract({ html })).toEqual(extract({ html }));
  });
});
