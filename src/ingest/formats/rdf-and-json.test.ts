import { describe, expect, it } from 'vitest';
import { rdf, read } from '../sample-feeds.ts';

describe('RDF and JSON Feed', () => {
  it('reads RSS 1.0', () => {
    const feed = read(
      rdf(
        '<item rdf:about="https://paper.example/1"><title>One</title><link>https://paper.example/1</link><dc:date>2026-11-23T10:00:00+01:00</dc:date><dc:creator>Jane</dc:creator></item>',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rdf',
      title: 'The Paper',
      language: 'fr',
      items: [
        {
          url: 'https://paper.example/1',
          title: 'One',
          publishedAt: Date.UTC(2026, 10, 23, 9),
          authors: ['Jane'],
          language: 'fr',
        },
      ],
    });
  });

  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Paper',
    home_page_url: 'https://paper.example/',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: '1',
        url: '/1',
        title: 'A & B',
        content_text: 'One\n\nTwo & three',
        date_published: '2026-11-23T10:00:00Z',
        tags: ['x'],
      },
      {
        id: 'https://paper.example/2',
        content_html: '<p>{"not": "a bracket ]}"}</p>',
        authors: [{ name: 'Jane' }],
      },
    ],
  });

  it('reads JSON Feed', () => {
    expect(read(json)).toMatchObject({
      format: 'json',
      hubUrl: 'https://hub.example/',
      items: [
        {
          url: 'https://paper.example/1',
          title: 'A & B',
          contentHtml: '<p>One</p><p>Two &amp; three</p>',
          categories: ['x'],
        },
        { url: 'https://paper.example/2', title: '', authors: ['Jane'] },
      ],
    });
  });

  it('closes a JSON Feed that was cut off', () => {
    const feed = read(json.slice(0, json.indexOf('"Jane"')));
    expect(feed.items.map((entry) => entry.url)).toEqual(['https://paper.example/1']);
    expect(feed.warnings).toEqual(['truncated document closed']);
  });
});
