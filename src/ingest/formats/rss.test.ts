import { describe, expect, it } from 'vitest';
import { item, read, rss } from '../sample-feeds.ts';

describe('RSS', () => {
  it('reads every field', () => {
    const feed = read(
      rss(
        `<item><title>Storm &amp;amp; flood</title><link>/2026/storm?utm_source=rss</link><guid isPermaLink="false">storm-1</guid>
        <pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Jane Roe</dc:creator><author>desk@paper.example (John Doe)</author>
        <category>World</category><category>Weather</category><category>World</category>
        <description><![CDATA[<p>Rain &amp; wind</p>]]></description><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>
        <media:content url="https://img.example/small.jpg" medium="image" width="100"/><media:content url="/large.jpg" medium="image" width="900"/></item>`,
        '<language>en-us</language><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/all.xml"/>',
      ),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'The Paper',
      homeUrl: 'https://paper.example/',
      language: 'en',
      hubUrl: 'https://hub.example/',
      selfUrl: 'https://paper.example/all.xml',
      ttlMinutes: null,
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

describe('names and titles', () => {
  it.each([
    ['Jane Roe', ['Jane Roe']],
    ['Jane Roe (jane@paper.example)', ['Jane Roe']],
    ['jane@paper.example (Jane Roe)', ['Jane Roe']],
    ['Jane Roe &lt;jane@paper.example&gt;', ['Jane Roe']],
    ['jane@paper.example', []],
    ['Jane Roe (Halvik)', ['Jane Roe (Halvik)']],
  ])('the author of %s', (creator, expected) => {
    expect(read(rss(item(1, `<dc:creator>${creator}</dc:creator>`))).items[0]?.authors).toEqual(expected);
  });

  it.each([
    ['Tram &lt;script&gt;alert("x")&lt;/script&gt;stops', 'Tram stops'],
    ['Tram &lt;style&gt;b { color: red }&lt;/style&gt; stops', 'Tram stops'],
    ['Tram stops&lt;!-- no end', 'Tram stops'],
    ['&lt;!DOCTYPE html&gt;Tram stops', 'Tram stops'],
    ['1 &lt; 2 and 3 &gt; 2', '1 < 2 and 3 > 2'],
    ['Don\u0092t stop', 'Don’t stop'],
  ])('the title %j', (title, expected) => {
    const text = rss(item(1).replace('Item 1', title));
    expect(read(text).items[0]?.title).toBe(expected);
  });

  it('categories of Media RSS count, and the summary of an episode is text', () => {
    const more = '<media:category label="Tools">t</media:category><media:category>Work</media:category>';
    const podcast = '<itunes:summary>Fish &amp; chips</itunes:summary>';
    expect(read(rss(item(1, more + podcast))).items[0]).toMatchObject({
      categories: ['Tools', 'Work'],
      summaryHtml: '<p>Fish &amp; chips</p>',
    });
  });
});
