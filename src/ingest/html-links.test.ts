import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteLinks } from './html-links.ts';
import { atom, entry, item, read, rss } from './sample-feeds.ts';

describe('links of a text', () => {
  it.each([
    ['<a href="/x?a=1&amp;b=2">', '<a href="https://paper.example/x?a=1&amp;b=2">'],
    ["<img alt='a' src=' p.png '>", '<img alt=\'a\' src="https://paper.example/news/p.png">'],
    ['<a href=../x class=y>', '<a href="https://paper.example/x" class=y>'],
    ['<a href="//cdn.example/x">', '<a href="https://cdn.example/x">'],
    ['<a href="#note">', '<a href="#note">'],
    ['<a href="mailto:desk@paper.example">', '<a href="mailto:desk@paper.example">'],
    ['<a href="https://other.example/">', '<a href="https://other.example/">'],
    ['<a data-href="/x">', '<a data-href="/x">'],
    ['href="/x"', 'href="/x"'],
  ])('%s', (html, expected) => expect(absoluteLinks(html, 'https://paper.example/news/')).toBe(expected));

  it('are resolved once and for all', () => {
    const pieces = fc.constantFrom(
      '<a href="',
      '/x',
      '">',
      "'",
      '<img src=',
      ' ',
      '#',
      'https://a.example/',
      '<',
      '>',
      '&quot;',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const once = absoluteLinks(parts.join(''), 'https://paper.example/');
        expect(absoluteLinks(once, 'https://other.example/')).toBe(once);
      }),
    );
  });

  it.each([
    [
      'the channel',
      rss(item(1, '<description>&lt;a href="a">a&lt;/a></description>')),
      'https://paper.example/a',
    ],
    [
      'xml:base around xml:base',
      atom(
        entry(1, '<summary type="html" xml:base="b/">&lt;a href="c">a&lt;/a></summary>').replace(
          '<entry>',
          '<entry xml:base="https://other.example/a/">',
        ),
      ),
      'https://other.example/a/b/c',
    ],
  ])('are relative to %s', (_, feed, expected) => {
    expect(read(feed).items[0]?.summaryHtml).toBe(`<a href="${expected}">a</a>`);
  });
});
