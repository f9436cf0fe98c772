import { describe, expect, it } from 'vitest';
import { atom, entry, item, rdf, read, rss } from './sample-feeds.ts';

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
