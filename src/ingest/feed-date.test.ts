import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedDate } from './feed-date.ts';

const at = (text: string) => Date.parse(text);

describe('parseFeedDate', () => {
  it.each([
    ['Mon, 23 Nov 2026 12:34:56 GMT', '2026-11-23T12:34:56Z'],
    ['Mon, 23 Nov 2026 12:34:56 +0100', '2026-11-23T11:34:56Z'],
    ['Mon, 23 Nov 2026 12:34:56 +01:00', '2026-11-23T11:34:56Z'],
    ['23 Nov 26 12:34 EST', '2026-11-23T17:34:00Z'],
    ['23 Nov 98 12:34 PDT', '1998-11-23T19:34:00Z'],
    ['Mon, 23 Nov 2026 12:34:56', '2026-11-23T12:34:56Z'],
    ['Mon, 23 Nov 2026 12:34:56 GMT+2', '2026-11-23T10:34:56Z'],
    ['Mon,23 November 2026 1:05 PM CET', '2026-11-23T12:05:00Z'],
    ['Mon, 23 Nov 2026 12:05 am UTC', '2026-11-23T00:05:00Z'],
    ['Tuesday, 23 Nov 2026 12:34:56 GMT', '2026-11-23T12:34:56Z'],
    ['Mon, 3 Nov 2026 24:00:00 GMT', '2026-11-04T00:00:00Z'],
    ['Mon, 23 Nov 2026', '2026-11-23T00:00:00Z'],
    ['23-Nov-2026 08:00 AEST', '2026-11-22T22:00:00Z'],
    ['Mon Nov 23 12:34:56 2026', '2026-11-23T12:34:56Z'],
    ['Mon Nov 23 12:34:56 EST 2026', '2026-11-23T17:34:56Z'],
    ['November 23, 2026', '2026-11-23T00:00:00Z'],
    ['Nov. 23rd, 2026 9:15 p.m.', '2026-11-23T21:15:00Z'],
    ['Sept 5, 2026 10:00', '2026-09-05T10:00:00Z'],
    ['Mon, 23 Nov 2026 12:34:56 (CET)', '2026-11-23T11:34:56Z'],
    ['Mon, 23 Nov 2026 12:34:56 XYZ', '2026-11-23T12:34:56Z'],
    ['2026-11-23T12:34:56Z', '2026-11-23T12:34:56Z'],
    ['2026-11-23T12:34:56.789+05:30', '2026-11-23T07:04:56Z'],
    ['2026-11-23 12:34:56 -0500', '2026-11-23T17:34:56Z'],
    ['2026-11-23T12:34Z', '2026-11-23T12:34:00Z'],
    ['2026-11-23', '2026-11-23T00:00:00Z'],
    ['2026-11', '2026-11-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
    ['20261123T123456Z', '2026-11-23T12:34:56Z'],
    ['20261123', '2026-11-23T00:00:00Z'],
    ['  2126-11-23T00:00:00Z ', '2126-11-23T00:00:00Z'],
    ['Thu, 29 Feb 2024 00:00:00 GMT', '2024-02-29T00:00:00Z'],
  ])('reads %j', (text, expected) => {
    expect(parseFeedDate(text)).toBe(at(expected));
  });

  it.each([
    '',
    '   ',
    'yesterday',
    'Mon, 31 Feb 2026 00:00:00 GMT',
    '2026-13-01',
    '0001-01-01T00:00:00Z',
    '23 Foo 2026',
    '25:00',
    '2026-11-23T99:00Z',
    '-',
  ])('reads %j as no date', (text) => {
    expect(parseFeedDate(text)).toBeNull();
  });

  it('reads nothing as nothing', () => {
    expect(parseFeedDate(null)).toBeNull();
    expect(parseFeedDate(undefined)).toBeNull();
  });

  it('reads back every second as RFC 822 and RFC 3339 write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2199-12-31T00:00:00Z') / 1_000 }), (seconds) => {
        const date = new Date(seconds * 1_000);
        expect(parseFeedDate(date.toUTCString())).toBe(date.getTime());
        expect(parseFeedDate(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('never throws and gives whole milliseconds or null', () => {
    const piece = fc.constantFrom(
      'Nov',
      '23',
      '2026',
      ':',
      '12:34',
      '+',
      '-',
      'Z',
      'T',
      ' ',
      ',',
      'EST',
      'pm',
      '9999999',
    );
    const dates = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(dates, (text) => {
        const time = parseFeedDate(text);
        expect(time === null || Number.isInteger(time)).toBe(true);
      }),
    );
  });
});
