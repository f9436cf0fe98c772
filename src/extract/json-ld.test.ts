import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonLd } from './json-ld.ts';

const PAGE = 'https://paper.example/a';
const read = (...values: unknown[]) =>
  readJsonLd(
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    PAGE,
  );

describe('readJsonLd', () => {
  it('reads sections, the picture’s caption and credit, and the entries of a live blog', () => {
    const image = {
      '@type': 'ImageObject',
      url: '/i.jpg',
      caption: 'The dam at dawn. (Photo: Ann Lee)',
    };
    const article = {
      '@type': ['LiveBlogPosting', 'Thing'],
      headline: 'Dam: live',
      articleSection: ['Town', 'Water'],
      genre: 'Live',
      image: [image],
      liveBlogUpdate: [
        {
          headline: 'Gates open',
          articleBody: 'The gates are open.\nAll is well.',
          datePublished: '2026-11-03T10:00:00Z',
        },
        { name: 'Gates shut' },
      ],
    };
    expect(read(article)).toMatchObject({
      types: ['LiveBlogPosting', 'Thing'],
      sections: ['Town', 'Water', 'Live'],
      image: { caption: 'The dam at dawn.', credit: 'Ann Lee' },
      updates: [
        {
          at: Date.parse('2026-11-03T10:00:00Z'),
          lines: ['Gates open', 'The gates are open.', 'All is well.'],
        },
        { at: null, lines: ['Gates shut'] },
      ],
    });
    const credited = { ...article, image: { ...image, creator: { name: 'Bo Kay' } } };
    expect(read(credited).image.credit).toBe('Bo Kay');
  });

  it('reads a news article', () => {
    expect(
      read({
        '@type': 'NewsArticle',
        headline: 'Dam &amp; bridge &#8217;safe&#8217;',
        author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Bo Ray'],
        datePublished: '2025-12-14T09:30:00Z',
        image: [{ '@type': 'ImageObject', url: '/i.jpg' }],
        publisher: { name: 'The Paper' },
        inLanguage: 'en-GB',
        isAccessibleForFree: 'False',
      }),
    ).toEqual({
      title: 'Dam & bridge ’safe’',
      name: null,
      types: ['NewsArticle'],
      sections: [],
      image: { caption: null, credit: null },
      updates: [],
      byline: 'Ann Lee, Bo Ray',
      date: { at: Date.UTC(2025, 11, 14, 9, 30), precision: 'minute' },
      language: 'en-GB',
      imageUrl: '/i.jpg',
      canonicalUrl: null,
      siteName: 'The Paper',
      accessibleForFree: false,
      articleBody: null,
    });
  });

  it('follows references inside a graph', () => {
    const graph = [
      { '@type': 'Article', headline: 'H', author: { '@id': '#p' }, publisher: { '@id': '#o' } },
      { '@type': 'Person', '@id': '#p', name: 'Ann Lee' },
      { '@type': 'Organization', '@id': '#o', name: 'Org' },
    ];
    expect(read({ '@graph': graph })).toMatchObject({ title: 'H', byline: 'Ann Lee', siteName: 'Org' });
  });

  it('takes the article whose address is the page', () => {
    const other = { '@type': 'NewsArticle', headline: 'Other', url: 'https://paper.example/b' };
    const own = {
      '@type': 'NewsArticle',
      headline: 'Own',
      mainEntityOfPage: { '@id': 'https://paper.example/a?utm_source=x' },
    };
    expect(read([other, own]).title).toBe('Own');
  });

  it('leaves the entries of lists of other articles alone', () => {
    expect(
      read({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Other' }] }).title,
    ).toBeNull();
  });

  it('splits the article body into lines', () => {
    expect(read({ '@type': 'Report', articleBody: 'One.\n\nTwo <b>x</b>.<br/>Three' }).articleBody).toBe(
      'One.\nTwo x.\nThree',
    );
  });

  it.each([
    ['raw line breaks', '{"@type":"NewsArticle","headline":"a\nb"}', 'a b'],
    ['a trailing comma', '{"@type":"NewsArticle","headline":"a",}', 'a'],
    ['a trailing semicolon', '{"@type":"NewsArticle","headline":"a"};', 'a'],
    ['CDATA marks', '//<![CDATA[\n{"@type":"NewsArticle","headline":"a"}\n//]]>', 'a'],
    ['broken JSON', '{"@type":"NewsArticle","headline":', null],
  ])('reads a script with %s', (_, script, title) => {
    expect(read(script).title).toBe(title);
  });

  it('never throws on any JSON', () => {
    const node = fc.record(
      {
        '@type': fc.constant('NewsArticle'),
        headline: fc.jsonValue(),
        author: fc.jsonValue(),
        image: fc.jsonValue(),
        publisher: fc.jsonValue(),
        datePublished: fc.jsonValue(),
        '@id': fc.jsonValue(),
      },
      { requiredKeys: ['@type'] },
    );
    fc.assert(fc.property(fc.oneof(node, fc.jsonValue()), (value) => typeof read(value) === 'object'));
  });
});
