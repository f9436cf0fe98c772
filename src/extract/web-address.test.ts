import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteUrl, canonicalUrl, withoutTracking } from './web-address.ts';

describe('canonicalUrl', () => {
  const page = 'https://news.example.co.uk/world/story?id=7&utm_source=feed#top';
  it.each([
    ['the declared address', 'https://www.example.co.uk/world/a', 'https://www.example.co.uk/world/a'],
    ['a relative one', '/world/b', 'https://news.example.co.uk/world/b'],
    [
      'its own when another site is declared',
      'https://other.co.uk/world/a',
      'https://news.example.co.uk/world/story?id=7',
    ],
    [
      'its own when the front page is declared',
      'https://news.example.co.uk/',
      'https://news.example.co.uk/world/story?id=7',
    ],
    ['its own when nothing is declared', null, 'https://news.example.co.uk/world/story?id=7'],
    [
      'its own when the declared one is no web address',
      'javascript:void(0)',
      'https://news.example.co.uk/world/story?id=7',
    ],
  ])('takes %s', (_, declared, expected) => {
    expect(canonicalUrl(page, [declared])).toBe(expected);
  });

  it('tells hosts without a domain apart by address and port', () => {
    expect(canonicalUrl('http://127.0.1.1:80/a', ['http://127.0.1.2/b'])).toBe('http://127.0.1.1/a');
    expect(canonicalUrl('http://127.0.1.1:8070/a', ['http://127.0.1.1:8070/b'])).toBe(
      'http://127.0.1.1:8070/b',
    );
  });

  it('is stable when applied to its own answer', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url, []);
        return canonicalUrl(once, [once]) === once;
      }),
    );
  });
});

describe('withoutTracking', () => {
  it('keeps the parameters that choose the page', () => {
    expect(withoutTracking('https://a.example/x?id=3&fbclid=z&page=2#c')).toBe(
      'https://a.example/x?id=3&page=2',
    );
  });
});

describe('absoluteUrl', () => {
  it.each([
    ['data:image/png;base64,AA', null],
    ['//cdn.example/x.jpg', 'https://cdn.example/x.jpg'],
    [' /x.jpg ', 'https://a.example/x.jpg'],
    ['http://[', null],
    ['', null],
  ])('resolves %j', (link, expected) => {
    expect(absoluteUrl(link, 'https://a.example/b/c')).toBe(expected);
  });
});
