import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedFeed } from '../core/feed-item.ts';
import { parseFeed } from './parse-feed.ts';

const URL_OF_FEED = 'https://paper.example/feeds/news.xml';

function read(text: string, contentType: string | null = null): ParsedFeed {
  const result = parseFeed(text, { url: URL_OF_FEED, contentType });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const rss = (items: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Paper</title><link>https://paper.example/</link><description>News</description>${head}${items}</channel></rss>`;
const atom = (entries: string, head = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title type="html">The &amp;amp; Paper</title><id>tag:paper.example,2026:feed</id><link rel="alternate" href="https://paper.example/"/><link rel="hub" href="https://hub.example/"/>${head}${entries}</feed>`;
const rdf = (items: string) =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://paper.example/"><title>The Paper</title><link>https://paper.example/</link><description/><dc:language>fr-CA</dc:language><items><rdf:Seq><rdf:li rdf:resource="https://paper.example/1"/></rdf:Seq></items></channel>${items}</rdf:RDF>`;
const item = (n: number, more = '') =>
  `<item><title>Item ${n}</title><link>https://paper.example/${n}</link>${more}</item>`;
const entry = (n: number, more = '') =>
  `<entry><title>Entry ${n}</title><id>tag:paper.example,2026:${n}</id><link href="https://paper.example/${n}"/>${more}</entry>`;

describe('RSS', () => {
  it('reads every field', () => {
    const feed = read(
      rss(
        `<item><title>Storm &amp;amp; flood</title><link>/2026/storm?utm_source=rss</link><guid isPermaLink="false">storm-1</guid>
        <pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Jane Roe</dc:creator><author>desk@paper.example (John Doe)</author>
        <category>World</category><category>Weather</category><category>World</category>
        <description><![CDATA[<p>Rain &amp; wind</p>]]></description><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>
        <media:content url="https://img.example/small.jpg" medium="image" width="100"/><media:content url="/large.jpg" medium="image" width="900"/></item>`,
        '<language>en-us</language><atom:link rel="hub" href="https://hub.example/"/>',
      ),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'The Paper',
      homeUrl: 'https://paper.example/',
      language: 'en',
      hubUrl: 'https://hub.example/',
      warnings: [],
      items: [
        {
          url: 'https://paper.example/2026/storm?utm_source=rss',
          guid: 'storm-1',
          title: 'Storm & flood',
          contentHtml: '<p>All of it</p>',
          summaryHtml: '<p>Rain &amp; wind</p>',
          publishedAt: Date.UTC(2026, 10, 23, 9),
          updatedAt: null,
          authors: ['Jane Roe', 'John Doe'],
          categories: ['World', 'Weather'],
          imageUrl: 'https://paper.example/large.jpg',
          language: 'en',
        },
      ],
    });
  });

  it.each([
    ['<title>Q&amp;A</title>', 'Q&A'],
    ['<title>Q&amp;amp;A</title>', 'Q&A'],
    ['<title><![CDATA[Q&amp;A]]></title>', 'Q&A'],
    ['<title><![CDATA[Q & A]]></title>', 'Q & A'],
    ['<title>It&#8217;s &quot;here&quot;</title>', 'It’s "here"'],
    ['<title>&lt;b&gt;Bold&lt;/b&gt; claims</title>', 'Bold claims'],
    ['<title>1 &lt; 2 and 3 &gt; 2</title>', '1 < 2 and 3 > 2'],
    ['<title>Fish & chips</title>', 'Fish & chips'],
    ['<title>Caf&eacute;&nbsp;society</title>', 'Café society'],
    ['<title>\n  Two\n  lines </title>', 'Two lines'],
    ['', ''],
  ])('reads the title %s as %j', (title, expected) => {
    expect(read(rss(`<item>${title}<link>https://paper.example/1</link></item>`)).items[0]?.title).toBe(
      expected,
    );
  });

  it.each([
    ['its link', '<link>https://a.example/1</link><guid>https://b.example/2</guid>', 'https://a.example/1'],
    ['a guid', '<guid>https://b.example/2</guid>', 'https://b.example/2'],
    [
      'a guid that says it is none',
      '<guid isPermaLink="false">https://b.example/2</guid>',
      'https://b.example/2',
    ],
    ['an Atom link', '<atom:link href="https://c.example/3"/>', 'https://c.example/3'],
    ['a relative link', '<link>3.html</link>', 'https://paper.example/3.html'],
    ['a link without scheme', '<link>//d.example/4</link>', 'https://d.example/4'],
    [
      'a link in CDATA',
      '<link><![CDATA[ https://a.example/1?a=1&b=2 ]]></link>',
      'https://a.example/1?a=1&b=2',
    ],
    ['xml:base', '<link xml:base="https://x.example/">5</link>', 'https://paper.example/5'],
  ])('takes the address from %s', (_, fields, expected) => {
    expect(read(rss(`<item><title>x</title>${fields}</item>`)).items[0]?.url).toBe(expected);
  });

  it('resolves links against xml:base before the channel link', () => {
    const text = rss('<item xml:base="sub/"><title>x</title><link>1</link></item>').replace(
      '<rss ',
      '<rss xml:base="https://base.example/a/" ',
    );
    expect(read(text).items[0]?.url).toBe('https://base.example/a/sub/1');
  });

  it('drops entries without an address and repeated ones, with a warning', () => {
    const feed = read(
      rss(`${item(1)}<item><title>none</title></item><item><title>odd</title><link>javascript:alert(1)</link></item>
        <item><title>again</title><link>https://paper.example/1?utm_medium=feed#top</link></item>${item(2)}`),
    );
    expect(feed.items.map((entry) => entry.title)).toEqual(['Item 1', 'Item 2']);
    expect(feed.warnings).toEqual([
      '2 entries without an address dropped',
      '1 entries with the address of another dropped',
    ]);
  });

  it('keeps entries whose date is missing, unreadable or ahead', () => {
    const dates = [
      '',
      '<pubDate>soon</pubDate>',
      '<pubDate>Sat, 23 Nov 2126 00:00:00 GMT</pubDate>',
      '<dc:date>2026-11-23</dc:date>',
    ];
    const feed = read(rss(dates.map((date, i) => item(i, date)).join('')));
    expect(feed.items.map((entry) => entry.publishedAt)).toEqual([
      null,
      null,
      Date.UTC(2126, 10, 23),
      Date.UTC(2026, 10, 23),
    ]);
  });

  it('reads version 0.91 with its document type', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="0.91"><channel><title>Old</title>${item(1)}</channel></rss>`;
    expect(read(text)).toMatchObject({ title: 'Old', warnings: [], items: [{ title: 'Item 1' }] });
  });
});

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

describe('mending', () => {
  const three = rss(item(1) + item(2) + item(3));

  it.each([
    ['a byte order mark', `\ufeff${three}`, []],
    ['blank lines', `\n\n  ${three}`, []],
    [
      'a server warning',
      `<br />\n<b>Warning</b>: cannot modify header in <b>/x.php</b><br />\n${three}`,
      ['text before the document was skipped'],
    ],
    [
      'control characters',
      three.replace('Item 1', 'Item\u0000\u0008 1'),
      ['control characters were removed'],
    ],
    ['bare ampersands', three.replaceAll('Item', 'R&D &'), []],
    ['entities nobody declared', three.replaceAll('Item', '&foo;&hellip;'), []],
    [
      'a stray element',
      three.replace('</title>', '</title>\n<bad & unescaped <stray>'),
      ['document that is not well-formed mended'],
    ],
    ['a missing end of the root', three.replace('</channel></rss>', ''), ['truncated document closed']],
    [
      'both of these',
      three.replace('</title>', '</title>\n<bad & unescaped <stray>').replace('</channel></rss>', ''),
      ['truncated document closed'],
    ],
    [
      'an entry that is not closed',
      three.replace('</item><item>', '<item>'),
      ['document that is not well-formed mended'],
    ],
    ['tags of entries crossed', three.replace('</title></item>', '</item></title>'), null],
    ['junk after the end', `${three}\n<!-- cached -->\n<script>x()</script>`, null],
  ])('reads all entries past %s', (_, text, warnings) => {
    const feed = read(text);
    expect(feed.items.map((entry) => entry.url)).toEqual([1, 2, 3].map((n) => `https://paper.example/${n}`));
    if (warnings !== null) expect(feed.warnings).toEqual(warnings);
  });

  it.each([
    ['RSS', three, /<item>/g],
    ['Atom', atom(entry(1) + entry(2) + entry(3)), /<entry>/g],
    ['RDF', rdf(item(1) + item(2) + item(3)), /<item>/g],
  ])('reads the whole entries of %s cut off anywhere', (_, text, start) => {
    const starts = [...text.matchAll(start)].map((match) => match.index);
    const ends = [...text.matchAll(/<\/(?:item|entry)>/g)].map((match) => match.index + match[0].length);
    for (let cut = starts[0] ?? 0; cut < text.length; cut++) {
      const feed = read(text.slice(0, cut));
      expect(feed.items.length).toBe(ends.filter((end) => end <= cut).length);
      expect(feed.items.every((entry) => /^(?:Item|Entry) \d$/.test(entry.title))).toBe(true);
      expect(feed.title).toMatch(/^The/);
    }
  });

  it('keeps title, home and language of a broken feed', () => {
    const feed = read(
      rss(item(1), '<language>en</language>')
        .replace('</title>', '</title><bad & <stray>')
        .replace('</rss>', ''),
    );
    expect(feed).toMatchObject({ title: 'The Paper', homeUrl: 'https://paper.example/', language: 'en' });
  });

  it('takes a feed without entries for what it is', () => {
    expect(read(rss(''))).toMatchObject({ title: 'The Paper', items: [], warnings: [] });
    expect(read('<rss version="2.0"><channel></channel></rss>').items).toEqual([]);
  });
});

describe('what is no feed', () => {
  it.each([
    [
      'an HTML page',
      '<!doctype html><html><head><title>News</title><link rel="alternate" href="/rss"></head></html>',
      'feed/not-a-feed',
      'web page',
    ],
    [
      'an HTML page that quotes a feed',
      '<html><body><pre><rss version="2.0"></pre></body></html>',
      'feed/not-a-feed',
      'web page',
    ],
    ['text', 'Service unavailable', 'feed/not-a-feed', 'neither'],
    ['other XML', '<sitemap><url/></sitemap>', 'feed/not-a-feed', 'neither'],
    ['other JSON', '{"error": 1}', 'feed/not-a-feed', 'neither'],
    ['broken JSON', '{"version": ', 'feed/not-a-feed', 'neither'],
    ['nothing', ' \n\ufeff', 'feed/empty', 'nothing'],
  ])('refuses %s', (_, text, code, words) => {
    const result = parseFeed(text, { url: URL_OF_FEED, contentType: 'text/html' });
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(result.ok ? '' : result.error.message).toContain(words);
  });
});

describe('any input', () => {
  const valid = fc.constantFrom(
    rss(
      item(1) +
        item(
          2,
          '<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description>',
        ),
    ),
    atom(
      entry(1, '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content>') +
        entry(2),
    ),
    rdf(item(1)),
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [{ id: '1', url: '/1', content_text: 'x' }],
    }),
  );
  const shape = (text: string) => {
    const result = parseFeed(text, { url: URL_OF_FEED, contentType: null });
    if (!result.ok) return /^feed\//.test(result.error.code);
    return result.value.items.every(
      (entry) => /^https?:/.test(entry.url) && entry.guid !== '' && !/\s{2}/.test(entry.title),
    );
  };

  it('is read or refused, never thrown on', () => {
    fc.assert(fc.property(fc.string(), shape));
    const pieces = fc.constantFrom(
      '<rss>',
      '<feed>',
      '<rdf:RDF>',
      '<item',
      '<entry>',
      '</item>',
      '</entry>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<link href="',
      '"/>',
      '>',
      '&',
      '<title>',
      '</title>',
      'x',
      '<link>',
      'http://a.example/',
      '</link>',
      '__proto__',
      '<constructor>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => shape(parts.join(''))),
      { numRuns: 1_000 },
    );
  });

  it('is read or refused when a valid feed is cut, repeated or overwritten anywhere', () => {
    const mutated = fc
      .tuple(
        valid,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(60),
            fc.oneof(fc.string(), fc.constantFrom('<', '>', '&', '<item>', ']]>', '<!--', '</title>', '}')),
          ),
          { maxLength: 6 },
        ),
      )
      .map(([text, edits]) =>
        edits.reduce((now, [at, length, put]) => {
          const start = at % (now.length + 1);
          return now.slice(0, start) + put + now.slice(start + length);
        }, text),
      );
    fc.assert(fc.property(mutated, shape), { numRuns: 1_000 });
  });

  it.each([
    ['open tags', `<rss><channel>${'<item><title>'.repeat(60_000)}`],
    ['open brackets', `<rss version="2.0">${'<'.repeat(200_000)}`],
    ['open sections', `<rss version="2.0"><channel>${'<item><![CDATA['.repeat(30_000)}`],
    ['deep nesting', `<rss version="2.0"><channel>${'<a>'.repeat(30_000)}${item(1)}`],
    ['JSON brackets', `{"items":${'[{'.repeat(100_000)}`],
    ['quotation marks', `{${'"'.repeat(200_000)}`],
  ])('takes no more than a moment for %s', (_, text) => {
    const start = performance.now();
    expect(shape(text)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
