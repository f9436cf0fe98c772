import { describe, expect, it } from 'vitest';
import { atom, entry, read } from '../sample-feeds.ts';

describe('Atom', () => {
  it('reads every field', () => {
    const feed = read(
      atom(
        `<entry><title type="html">AT&amp;amp;T &amp;lt;sells&amp;gt; &lt;i&gt;all&lt;/i&gt;</title><id>tag:1</id>
        <link rel="enclosure" type="image/jpeg" href="/i.jpg"/><link rel="alternate" type="text/html" href="one"/>
        <published>2026-11-23T10:00:00Z</published><updated>2026-11-23T11:00:00Z</updated><author><name>Jane Roe</name></author>
        <category term="w" label="World"/><summary>Plain &lt;text&gt;</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body <em>here</em></p></div></content></entry>`,
      ),
    );
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'The & Paper',
      homeUrl: 'https://paper.example/',
      hubUrl: 'https://hub.example/',
      language: 'en',
      items: [
        {
          url: 'https://paper.example/feeds/one',
          guid: 'tag:1',
          title: 'AT&T <sells> all',
          summaryHtml: '<p>Plain &lt;text&gt;</p>',
          contentHtml: '<p>Body <em>here</em></p>',
          publishedAt: Date.UTC(2026, 10, 23, 10),
          updatedAt: Date.UTC(2026, 10, 23, 11),
          authors: ['Jane Roe'],
          categories: ['World'],
          imageUrl: 'https://paper.example/i.jpg',
          language: 'en',
        },
      ],
    });
  });

  it.each([
    ['<title>A &amp;amp; B</title>', 'A &amp; B'],
    ['<title type="text">A &lt;b&gt; B</title>', 'A <b> B'],
    ['<title type="html">A &amp;amp; B</title>', 'A & B'],
    ['<title type="html"><![CDATA[A &amp; <b>B</b>]]></title>', 'A & B'],
    ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A &amp; <b>B</b></div></title>', 'A & B'],
  ])('decodes %s by its type', (title, expected) => {
    expect(read(atom(`<entry>${title}<link href="https://paper.example/1"/></entry>`)).items[0]?.title).toBe(
      expected,
    );
  });

  it('takes an id that is an address where there is no link, and the date of the update where there is no other', () => {
    const feed = read(
      atom('<entry><title>x</title><id>https://paper.example/9</id><updated>2026-11-23</updated></entry>'),
    );
    expect(feed.items[0]).toMatchObject({
      url: 'https://paper.example/9',
      publishedAt: Date.UTC(2026, 10, 23),
    });
  });

  it('is not fooled by other formats in its text', () => {
    expect(
      read(atom(entry(1, '<summary><![CDATA[<rss version="2.0"><channel><item>]]></summary>'))).format,
    ).toBe('atom');
  });

  it('leaves out content that is no text', () => {
    expect(
      read(atom(entry(1, '<content type="image/png">iVBORw0KGgo=</content>'))).items[0]?.contentHtml,
    ).toBeNull();
  });
});
