import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://News.Example:80/A?utm_source=rss&b=2&a=1#top', 'http://news.example/A?a=1&b=2'],
    ['https://news.example:443/', 'https://news.example/'],
    ['https://news.example:8443/', 'https://news.example:8443/'],
    ['https://news.example./a', 'https://news.example/a'],
    ['https://user:pw@news.example/a', 'https://news.example/a'],
    ['https://news.example/a?', 'https://news.example/a'],
    [
      'https://news.example/a?utm_source=x&UTM_Medium=y&fbclid=1&gclid=2&mc_cid=3&cmpid=4',
      'https://news.example/a',
    ],
    ['https://news.example/a?ref=rss', 'https://news.example/a'],
    ['https://news.example/a?ref=home_feed&id=7', 'https://news.example/a?id=7'],
    ['https://news.example/a?ref=main', 'https://news.example/a?ref=main'],
    ['https://news.example/a?q=a+b%20c', 'https://news.example/a?q=a+b%20c'],
    ['https://news.example/?p=12', 'https://news.example/?p=12'],
    ['https://news.example/?article', 'https://news.example/?article'],
    ['https://news.example/a?b=2&b=1&&a', 'https://news.example/a?a&b=2&b=1'],
    ['  https://news.example/ä b ', 'https://news.example/%C3%A4%20b'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['mailto:a@b.example', null],
    ['/a', null],
    ['', null],
  ])('writes %j as %j', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it('resolves against a base', () => {
    expect(canonicalUrl('../b?utm_term=1', 'https://news.example/x/y/')).toBe('https://news.example/x/b');
    expect(canonicalUrl('a', 'no base')).toBeNull();
  });

  it('is idempotent, and does not depend on the order of differing parameters', () => {
    const pair = fc
      .tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }))
      .map(([a, b]) => `${a}=${b}`);
    const urls = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .tuple(fc.webUrl(), fc.array(pair, { maxLength: 5 }))
        .map(([url, pairs]) => `${url}?${pairs.join('&')}`),
      fc.string().map((rest) => `http://a.example${rest}`),
    );
    fc.assert(
      fc.property(urls, (url) => {
        const once = canonicalUrl(url);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 6 }), (names) => {
        const write = (order: readonly string[]) =>
          canonicalUrl(`https://a.example/?${order.map((name) => `${name}=1`).join('&')}`);
        expect(write(names)).toBe(write(names.toReversed()));
      }),
    );
  });
});
