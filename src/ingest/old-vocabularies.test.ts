import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCurrentTerms } from './old-vocabularies.ts';
import { atom, entry, item, read, rss } from './sample-feeds.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('feeds of older vocabularies', () => {
  it.each([
    [
      'a title in base64',
      `<title mode="base64" type="text/html">${base64('Tram <b>stops</b>')}</title>`,
      'Tram stops',
    ],
    [
      'a title of unnamed data',
      `<title type="application/octet-stream">${base64('Trams &amp; buses')}</title>`,
      'Trams & buses',
    ],
    ['data that is no text', '<title type="application/octet-stream">/////w==</title>', '/////w=='],
    ['markup that stands unescaped', '<title>Tram <em>stops</em> here</title>', 'Tram stops here'],
    ['escaped markup of plain text', '<title>Use &lt;em&gt; here</title>', 'Use <em> here'],
  ])('read %s', (_, title, expected) => {
    const text = atom(
      `<entry>${title}<id>tag:paper.example,2026:7</id><link href="https://paper.example/7"/></entry>`,
    );
    expect(read(text).items[0]?.title).toBe(expected);
  });

  it.each([
    ['its own', '<entry xml:lang="de">', ' xml:lang="fr"', 'fr'],
    ['that of the entry', '<entry xml:lang="de">', '', 'de'],
    ['that of the feed', '<entry>', '', 'en'],
    ['none where it is taken back', '<entry xml:lang="">', '', null],
    ["none where the text's is taken back", '<entry xml:lang="de">', ' xml:lang=""', null],
  ])('give a text %s for language', (_, start, attribute, expected) => {
    const text = atom(entry(1, `<content type="text"${attribute}>Text</content>`).replace('<entry>', start));
    expect(read(text).items[0]?.language).toBe(expected);
  });

  it.each([
    [
      'an XHTML body',
      '<body xmlns="http://www.w3.org/1999/xhtml"><p>All of it</p></body>',
      '<p>All of it</p>',
    ],
    ['a prefixed one', '<xhtml:body><p>All of it</p></xhtml:body>', '<p>All of it</p>'],
    ['fullitem', '<fullitem>&lt;p>All of it&lt;/p></fullitem>', '<p>All of it</p>'],
  ])('give the text of an item in %s', (_, element, expected) => {
    expect(read(rss(item(1, element))).items[0]?.contentHtml?.trim()).toBe(expected);
  });

  it('know the author, language and picture of an item under old names', () => {
    const more =
      '<dc:author>Jane Roe (jane@paper.example)</dc:author><content:encoded xml:lang="pt">x</content:encoded>' +
      '<itunes:image url="/1.png"/>';
    expect(read(rss(item(1, more))).items[0]).toMatchObject({
      authors: ['Jane Roe'],
      language: 'pt',
      imageUrl: 'https://paper.example/1.png',
    });
  });

  it('may have a prefix of their own', () => {
    const text = rss(item(1)).replace(/<(\/?)(rss|channel|item|title|link)\b/g, '<$1r:$2');
    expect(read(text.replace('<r:rss', '<r:rss xmlns:r="http://backend.example/rss2"'))).toMatchObject({
      title: 'The Paper',
      items: [{ url: 'https://paper.example/1', title: 'Item 1' }],
    });
  });

  it('leave any other text as it is', () => {
    const pieces = fc.constantFrom(
      '<title>',
      '</title>',
      '<b>',
      '<![CDATA[',
      ']]>',
      '<content type="html">',
      'x ',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = `<feed>${parts.join('')}`;
        expect(inCurrentTerms(text, 'feed').replaceAll(' type="xhtml"', '')).toBe(text);
        expect(inCurrentTerms(text, 'rss')).toBe(text);
      }),
    );
  });
});
