import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOpml } from '../publish/feeds/write-opml.ts';
import { type OpmlOutlet, parseOpml } from './opml.ts';

const outletsOf = (text: string): OpmlOutlet[] => {
  const result = parseOpml(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('parseOpml', () => {
  it('reads nested folders, once per feed', () => {
    const text = `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
      <outline text="World"><outline text="Europe">
        <outline type="rss" text="t" title="Paper &amp; Co" xmlUrl="https://paper.example/feed" htmlUrl="https://paper.example/"/></outline></outline>
      <outline xmlUrl="https://bare.example/rss?a=1&amp;b=2" category="/Sport"/>
      <outline text="Again" xmlUrl="https://paper.example/feed"/>
      <outline text="Bad" xmlUrl="ftp://bad.example/"/><outline text="No feed"/></body></opml>`;
    expect(outletsOf(text)).toEqual([
      {
        name: 'Paper & Co',
        feedUrl: 'https://paper.example/feed',
        homeUrl: 'https://paper.example/',
        category: 'World / Europe',
      },
      {
        name: 'bare.example',
        feedUrl: 'https://bare.example/rss?a=1&b=2',
        homeUrl: null,
        category: '/Sport',
      },
    ]);
  });

  it.each(['', 'text', '<html></html>', '<rss version="2.0"/>'])('refuses %j', (text) => {
    expect(parseOpml(text)).toMatchObject({ ok: false, error: { code: 'feed/not-a-feed' } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (inner) => typeof parseOpml(`<opml><body>${inner}</body></opml>`).ok === 'boolean',
      ),
    );
  });

  it('reads back what the site writes', () => {
    const word = fc
      .stringMatching(/^[A-Za-z&<>"' é]{0,8}[a-z]$/)
      .map((text) => text.replace(/\s+/g, ' ').trim());
    const outlet = fc.record({
      name: word,
      feedUrl: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      homeUrl: fc.option(fc.webUrl().map((url) => new URL(url).href)),
      category: fc.option(word),
    });
    fc.assert(
      fc.property(fc.uniqueArray(outlet, { selector: (entry) => entry.feedUrl, maxLength: 6 }), (outlets) => {
        const byFeed = (list: readonly OpmlOutlet[]) =>
          [...list].sort((a, b) => (a.feedUrl < b.feedUrl ? -1 : 1));
        const written = writeOpml(outlets, 'Outlets');
        expect(byFeed(outletsOf(written))).toEqual(byFeed(outlets));
      }),
    );
  });
});
