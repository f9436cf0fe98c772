import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureType } from './picture-type.ts';
import { readEntity } from './read-entity.ts';
import { readImageInfo } from './read-image-info.ts';
import { readSearch } from './read-search.ts';
import { readSummary } from './read-summary.ts';

const PREFIX = 'https://upload.example/';

function imageAnswer(info: object, metadata: object = {}) {
  const field = (value: string) => ({ value });
  return {
    query: {
      pages: [
        {
          imageinfo: [
            {
              thumburl: `${PREFIX}330px-a.jpg`,
              thumbwidth: 330,
              thumbheight: 220,
              descriptionurl: 'https://files.example/File:a.jpg',
              extmetadata: { Artist: field('A'), LicenseShortName: field('CC0'), ...metadata },
              ...info,
            },
          ],
        },
      ],
    },
  };
}

describe('answers of foreign servers', () => {
  it('never make a reader throw, whatever they hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        for (const answer of [a, { search: a }, { search: [a, b] }])
          expect(() => readSearch(answer)).not.toThrow();
        for (const answer of [
          a,
          { entities: a },
          { entities: { Q1: a } },
          { entities: { Q1: { id: 'Q1', type: 'item', claims: a, sitelinks: b } } },
        ])
          expect(() => readEntity(answer, 'en')).not.toThrow();
        for (const answer of [a, { type: 'standard', extract: a, content_urls: b }])
          expect(() => readSummary(answer, 'Q1', 'en')).not.toThrow();
        for (const answer of [
          a,
          { query: { pages: [a] } },
          imageAnswer({ extmetadata: a }),
          imageAnswer({ thumburl: a, descriptionurl: b }),
        ])
          expect(() => readImageInfo(answer, PREFIX)).not.toThrow();
      }),
    );
  });
});

describe('readSummary', () => {
  const page = (extract: string, more: object = {}) => ({
    type: 'standard',
    wikibase_item: 'Q1',
    extract,
    content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/A' } },
    ...more,
  });

  it('cuts a long opening behind a whole sentence', () => {
    const sentence = 'Quellmouth is a port of the northern coast. ';
    const text = readSummary(page(sentence.repeat(40)), 'Q1', 'en')?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(900);
    expect(text.length).toBeGreaterThan(800);
    expect(text.endsWith('coast.')).toBe(true);
  });

  it.each([
    ['about something else', page('Text.', { wikibase_item: 'Q2' })],
    ['without an address', page('Text.', { content_urls: {} })],
    [
      'with a script for an address',
      page('Text.', { content_urls: { desktop: { page: 'javascript:alert(1)' } } }),
    ],
  ])('takes nothing from a page %s', (_, answer) => {
    expect(readSummary(answer, 'Q1', 'en')).toBeNull();
  });
});

describe('readImageInfo', () => {
  it('reads markup in a credit as text', () => {
    const artist = { value: '<script>x()</script><p>Ada <b>Bo</b> &amp; Co</p>\n<br>' };
    expect(readImageInfo(imageAnswer({}, { Artist: artist }), PREFIX)?.credit).toBe('Ada Bo & Co');
  });

  it.each([
    ['is not free', imageAnswer({}, { NonFree: { value: 'true' } })],
    ['has no licence', imageAnswer({}, { LicenseShortName: { value: ' ' } })],
    ['lies elsewhere', imageAnswer({ thumburl: 'https://elsewhere.example/a.jpg' })],
    ['has no page', imageAnswer({ descriptionurl: 'data:text/html,x' })],
    ['has no size', imageAnswer({ thumbwidth: -1 })],
  ])('takes nothing that %s', (_, answer) => {
    expect(readImageInfo(answer, PREFIX)).toBeNull();
  });
});

describe('pictureType', () => {
  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
    [[...Buffer.from('GIF89a')], 'image/gif'],
    [[...Buffer.from('RIFF????WEBPVP8 ')], 'image/webp'],
    [[...Buffer.from('<svg xmlns=')], null],
    [[...Buffer.from('<html>')], null],
    [[0xff, 0xd8], null],
    [[], null],
  ])('tells %j', (bytes, type) => {
    expect(pictureType(Uint8Array.from(bytes))).toBe(type);
  });
});
