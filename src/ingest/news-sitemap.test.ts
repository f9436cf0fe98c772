import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNewsSitemap, sitemapKind, sitemapsOfIndex, unpackedGzip } from './news-sitemap.ts';

const URL_OF_MAP = 'https://paper.example/news-sitemap.xml';
const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made daily -->\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">';
const news = (n: number, title = `Storm number ${n}`) =>
  `<url><loc>https://paper.example/2026/${n}</loc><lastmod>2026-11-23T09:00:00Z</lastmod><news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-23T0${n}:00:00+00:00</news:publication_date><news:title>${title}</news:title><news:keywords>weather, coast</news:keywords></news:news><image:image><image:loc>/p/${n}.jpg</image:loc></image:image></url>`;
const map = (entries: string) => `${HEAD}${entries}</urlset>`;
const titles = (xml: string) => {
  const read = parseNewsSitemap(xml, URL_OF_MAP);
  return read.ok ? read.value.items.map(({ title }) => title) : read.error.code;
};

describe('parseNewsSitemap', () => {
  it('reads every field', () => {
    const read = parseNewsSitemap(map(news(1)), URL_OF_MAP);
    expect(read).toMatchObject({
      ok: true,
      value: { format: 'news-sitemap', title: 'The Paper', language: 'en' },
    });
    expect(read.ok && read.value.items).toEqual([
      {
        url: 'https://paper.example/2026/1',
        guid: 'https://paper.example/2026/1',
        title: 'Storm number 1',
        contentHtml: null,
        summaryHtml: null,
        publishedAt: Date.UTC(2026, 10, 23, 1),
        updatedAt: Date.UTC(2026, 10, 23, 9),
        authors: [],
        categories: ['weather', 'coast'],
        imageUrl: 'https://paper.example/p/1.jpg',
        language: 'en',
      },
    ]);
  });

  it.each([
    ['CDATA', map(news(1, '<![CDATA[Rain & <b>wind</b>]]>')), ['Rain & <b>wind</b>']],
    ['references', map(news(1, 'Rain &amp; wind &#8211; all day')), ['Rain & wind – all day']],
    ['other prefixes', map(news(1)).replaceAll('news:', 'n:'), ['Storm number 1']],
    [
      'a prefix of the site map itself',
      map(news(1)).replaceAll(/<(\/?)(urlset|url|loc)\b/g, '<$1sm:$2'),
      ['Storm number 1'],
    ],
    ['an address twice', map(news(1) + news(1, 'Again')), ['Storm number 1']],
    [
      'pages that are no news',
      map(`<url><loc>https://paper.example/about</loc></url>${news(2)}`),
      ['Storm number 2'],
    ],
    ['a document that is cut off', map(news(1) + news(2)).slice(0, -200), ['Storm number 1']],
    ['a map of pages only', map('<url><loc>https://paper.example/about</loc></url>'), 'feed/not-a-feed'],
    ['no entries at all', map(''), []],
    [
      'an address that is none',
      map(news(1).replace('https://paper.example/2026/1', 'javascript:alert(1)')),
      'feed/not-a-feed',
    ],
  ])('%s', (_, xml, expected) => expect(titles(xml)).toEqual(expected));

  it('takes any text', () => {
    const pieces = fc.constantFrom(
      '<url>',
      '</url>',
      '<news:title>',
      '</news:title>',
      '<loc>',
      '</loc>',
      '<![CDATA[',
      ']]>',
      'x',
      '&',
      '<',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        parseNewsSitemap(text, URL_OF_MAP);
        sitemapsOfIndex(text, URL_OF_MAP);
        return ['urls', 'index', null].includes(sitemapKind(text));
      }),
    );
  });

  it('reads as many entries as a site map may have', () => {
    const xml = map(
      Array.from({ length: 50_000 }, (_, n) => news(1).replace('2026/1', `2026/${n}`)).join(''),
    );
    expect(titles(xml)).toHaveLength(50_000);
  });
});

describe('site maps of an index', () => {
  it('gives those of news first, then the newest', () => {
    const entry = (path: string, day: string) =>
      `<sitemap><loc>https://paper.example${path}</loc>${day && `<lastmod>${day}</lastmod>`}</sitemap>`;
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entry('/pages-1.xml', '2026-11-20')}${entry('/pages-2.xml', '2026-11-22')}${entry('/tags.xml', '')}${entry('/news.xml.gz', '2026-11-01')}</sitemapindex>`;
    expect(sitemapKind(index)).toBe('index');
    expect(sitemapsOfIndex(index, URL_OF_MAP).map(({ url }) => new URL(url).pathname)).toEqual([
      '/news.xml.gz',
      '/pages-2.xml',
      '/pages-1.xml',
      '/tags.xml',
    ]);
  });
});

describe('unpackedGzip', () => {
  it.each([
    ['a gzip file', gzipSync('<urlset/>'), '<urlset/>'],
    ['a plain one', Buffer.from('<urlset/>'), '<urlset/>'],
    ['one that is broken', gzipSync('<urlset/>').subarray(0, 12), null],
    ['one that unpacks to more than is read', gzipSync(Buffer.alloc(11_000_000)), null],
  ])('%s', (_, bytes, expected) => {
    expect(Buffer.from(unpackedGzip(bytes)).toString()).toBe(expected ?? bytes.toString());
  });
});
