import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArticlePage, isArticlePath, readSectionPage } from './section-page.ts';

const PAGE = 'https://www.paper.example/world/';

const teaser = (path: string, title: string, more = '') =>
  `<article><a href="${path}"><img src="p.jpg" alt=""></a><h3><a href="${path}#top">${title}</a></h3>${more}</article>`;
const FILL = ['/2026/11/23/a', '/2026/11/23/b', '/2026/11/23/c']
  .map((path, n) => teaser(path, `A headline that fills the page ${n}`))
  .join('');
const read = (body: string) =>
  readSectionPage(
    `<html lang="en-GB"><head><title>World | The Paper</title></head><body>${body}</body></html>`,
    PAGE,
  );
/** What is found beside the three that fill the page. */
const found = (body: string) => {
  const section = read(FILL + body);
  if (!section.ok) throw new Error(section.error.message);
  return section.value.items.slice(3).map(({ url, title }) => [new URL(url).pathname, title]);
};

describe('isArticlePath', () => {
  it.each([
    ['/2026/11/23/storm', true],
    ['/news/2026-11-23/storm', true],
    ['/world/harbour-closed-after-storm', true],
    ['/world/harbour_closed_after_storm.html', true],
    ['/a/1234567', true],
    ['/artikel-98765.html', true],
    ['/news/%D0%B2-%D0%BF%D0%BE%D1%80%D1%82%D1%83-%D0%B1%D1%8B%D0%BB-%D1%88%D1%82%D0%BE%D1%80%D0%BC', true],
    ['/', false],
    ['/world/', false],
    ['/world/middle-east', false],
    ['/topics/climate-change', false],
    ['/authors/mira-talvik', false],
    ['/page/12', false],
    ['/%E0%A4%A', false],
  ])('%s: %s', (path, expected) => expect(isArticlePath(path)).toBe(expected));
});

describe('readSectionPage', () => {
  it('reads what the page says of itself and of an article', () => {
    const section = read(
      FILL +
        teaser(
          '/world/storm-closes-old-harbour',
          'Storm closes the old harbour',
          '<time datetime="2026-11-23T09:00Z">now</time>',
        ),
    );
    expect(section).toMatchObject({
      ok: true,
      value: {
        format: 'section-page',
        title: 'World | The Paper',
        language: 'en',
        homeUrl: 'https://www.paper.example/',
      },
    });
    expect(section.ok && section.value.items.at(-1)).toMatchObject({
      url: 'https://www.paper.example/world/storm-closes-old-harbour',
      title: 'Storm closes the old harbour',
      publishedAt: Date.UTC(2026, 10, 23, 9),
      language: 'en',
    });
  });

  it.each([
    [
      'one article of two links once',
      teaser('/x/one-two-three-four', 'The same story twice'),
      [['/x/one-two-three-four', 'The same story twice']],
    ],
    [
      'the headline, not the whole teaser',
      '<a href="/x/one-two-three-four"><h2>Only this is the headline</h2><p>And this is what it is about, at length.</p></a>',
      [['/x/one-two-three-four', 'Only this is the headline']],
    ],
    [
      'another spelling of its host',
      '<a href="https://PAPER.example/2026/11/23/x">Two ferries race for the cup</a>',
      [['/2026/11/23/x', 'Two ferries race for the cup']],
    ],
    [
      'nothing of other sites',
      '<a href="https://other.example/2026/11/23/x">Somebody else’s headline here</a>',
      [],
    ],
    ['nothing of the navigation', '<nav><a href="/2026/11/23/x">All the news of this very day</a></nav>', []],
    [
      'nothing of the footer',
      '<footer><a href="/x/terms-and-conditions-of-use">Terms and conditions of use</a></footer>',
      [],
    ],
    ['no sections', '<a href="/world/europe">Everything about Europe and more</a>', []],
    ['nothing without a headline', '<a href="/2026/11/23/x">Read more</a>', []],
    ['nothing that is no page', '<a href="javascript:void(0)">A headline that opens nothing</a>', []],
  ])('takes %s', (_, body, expected) => expect(found(body)).toEqual(expected));

  it('gives no article the time of another', () => {
    const list = `<div><time datetime="2026-11-20">x</time>${teaser('/x/one-two-three-four', 'An article without its time')}${teaser('/x/five-six-seven-eight', 'Another one without its time')}</div>`;
    const section = read(FILL + list);
    expect(section.ok && section.value.items.map(({ publishedAt }) => publishedAt)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('says so when a page lists no articles', () => {
    expect(read('<div id="app"></div><script>draw()</script>')).toMatchObject({
      ok: false,
      error: { code: 'feed/empty' },
    });
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<a href=',
      '"/2026/11/2/x">',
      'a headline of some length',
      '</a>',
      '<nav>',
      '<time datetime=',
      '<base href="http://[">',
      '<article>',
      '</article>',
      '<html lang=>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        readSectionPage(parts.join(''), PAGE);
      }),
    );
  });
});

describe('isArticlePage', () => {
  it.each([
    ['<meta property="og:type" content="article">', true],
    ['<meta name="article:published_time" content="2026-11-23">', true],
    ['<meta property="og:type" content="website">', false],
    ['', false],
  ])('%s: %s', (head, expected) => {
    expect(isArticlePage(`<html><head>${head}</head><body></body></html>`)).toBe(expected);
  });
});
