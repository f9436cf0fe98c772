import { expect, it } from 'vitest';
import { freshForMs } from './freshness.ts';

const DATE = 'Mon, 23 Nov 2026 10:00:00 GMT';
const LATER = 'Mon, 23 Nov 2026 10:15:00 GMT';

it.each([
  ['max-age=300', null, 300_000],
  ['public, s-maxage=10, Max-Age="60"', null, 60_000],
  ['s-maxage=10', null, null],
  ['max-age=60, no-cache', null, 0],
  ['no-store', LATER, 0],
  ['max-age=60', LATER, 60_000],
  [null, LATER, 900_000],
  [null, DATE, 0],
  [null, '0', 0],
  ['max-age=soon', null, null],
  [null, null, null],
])('Cache-Control %s with Expires %s is fresh for %s ms', (cacheControl, expires, expected) => {
  expect(freshForMs({ cacheControl, expires, date: DATE })).toBe(expected);
});

it('counts from nothing without a date', () => {
  expect(freshForMs({ cacheControl: null, expires: LATER, date: null })).toBeNull();
});
