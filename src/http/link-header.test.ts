import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLinkHeader } from './link-header.ts';

const BASE = 'https://paper.example/feeds/all.xml';

describe('parseLinkHeader', () => {
  it.each([
    ['one link', '<https://hub.example/>; rel="hub"', [['https://hub.example/', ['hub']]]],
    [
      'several, of one line or joined from many',
      '<https://hub.example/>; rel="hub", </feeds/all.xml>; rel=self',
      [
        ['https://hub.example/', ['hub']],
        ['https://paper.example/feeds/all.xml', ['self']],
      ],
    ],
    [
      'commas within an address',
      '<https://hub.example/a,b>; rel="hub"',
      [['https://hub.example/a,b', ['hub']]],
    ],
    [
      'quoted parameters with signs that part links',
      '<https://a.example/>; title="one, \\"two\\"; rel=x"; rel="hub self"',
      [['https://a.example/', ['hub', 'self']]],
    ],
    ['relations in capitals', '<https://hub.example/>;REL=HUB', [['https://hub.example/', ['hub']]]],
    ['a link without a relation', '<https://hub.example/>', []],
    ['an address of another kind', '<mailto:a@paper.example>; rel="hub"', []],
    ['nothing', null, []],
  ])('reads %s', (_, header, expected) => {
    expect(parseLinkHeader(header, BASE).map(({ url, relations }) => [url, relations])).toEqual(expected);
  });

  it('takes any text and ends in time', () => {
    const signs = fc.string({
      unit: fc.constantFrom('<', '>', ';', ',', '"', '\\\\', '=', 'rel', ' ', 'a'),
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const start = performance.now();
        parseLinkHeader(text, BASE);
        return performance.now() - start < 1_000;
      }),
    );
  });
});
