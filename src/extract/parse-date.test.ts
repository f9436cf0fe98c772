import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['2025-12-14T09:30:00Z', '2025-12-14T09:30:00.000Z', 'minute'],
    ['2025-12-14T09:30:00.123+02:00', '2025-12-14T07:30:00.000Z', 'minute'],
    ['2025-12-14T09:30:00-0500', '2025-12-14T14:30:00.000Z', 'minute'],
    ['2025-12-14 09:30', '2025-12-14T09:30:00.000Z', 'minute'],
    ['2025-12-14', '2025-12-14T00:00:00.000Z', 'day'],
    ['2025-12-14T00:00:00Z', '2025-12-14T00:00:00.000Z', 'day'],
    ['2025-12-14T00:00:00+01:00', '2025-12-13T23:00:00.000Z', 'day'],
    ['20251214', '2025-12-14T00:00:00.000Z', 'day'],
    ['Sun, 14 Dec 2025 09:30:00 GMT', '2025-12-14T09:30:00.000Z', 'minute'],
    ['Sun, 14 Dec 2025 09:30:00 -0800', '2025-12-14T17:30:00.000Z', 'minute'],
    ['December 14, 2025', '2025-12-14T00:00:00.000Z', 'day'],
    ['Dec. 14, 2025, 3:05 p.m. EST', '2025-12-14T20:05:00.000Z', 'minute'],
    ['14th December 2025', '2025-12-14T00:00:00.000Z', 'day'],
    ['1765704600', '2025-12-14T09:30:00.000Z', 'minute'],
  ])('reads %s', (text, iso, precision) => {
    const date = parseDate(text);
    expect(date && [new Date(date.at).toISOString(), date.precision]).toEqual([iso, precision]);
  });

  it.each([[''], [null], ['yesterday'], ['2025-13-40'], ['1969-01-01'], ['0000-00-00'], ['14 Foo 2025']])(
    'gives null for %j',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it('never throws, and what it reads is a time', () => {
    fc.assert(fc.property(fc.string(), (text) => Number.isFinite(parseDate(text)?.at ?? 0)));
  });
});
