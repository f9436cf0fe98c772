import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPollDelay } from './poll-schedule.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const every = (gap: number, count = 30) => Array.from({ length: count }, (_, i) => NOW - (i + 1) * gap);
const delay = (more: Partial<Parameters<typeof nextPollDelay>[0]>) =>
  nextPollDelay({ itemTimes: [], now: NOW, failures: 0, ...more });

describe('nextPollDelay', () => {
  it.each([
    ['a busy wire', { itemTimes: every(2 * MINUTE) }, 2 * MINUTE],
    ['a feed of every ten minutes', { itemTimes: every(10 * MINUTE) }, 5 * MINUTE],
    ['an item every hour', { itemTimes: every(HOUR) }, 30 * MINUTE],
    ['an item every day', { itemTimes: every(24 * HOUR) }, 12 * HOUR],
    ['no dates', {}, HOUR],
    ['only dates ahead', { itemTimes: [NOW + HOUR] }, HOUR],
    [
      'a feed asleep for a year',
      { itemTimes: every(MINUTE).map((time) => time - 365 * 24 * HOUR) },
      24 * HOUR,
    ],
    ['two failures', { itemTimes: every(HOUR), failures: 2 }, 2 * HOUR],
    ['many failures', { failures: 500 }, 24 * HOUR],
    [
      'a server that says how long it keeps',
      { itemTimes: every(2 * MINUTE), maxAgeMs: 15 * MINUTE },
      15 * MINUTE,
    ],
    ['a server that keeps for a month', { maxAgeMs: 30 * 24 * HOUR }, 24 * HOUR],
    ['a feed with a ttl', { itemTimes: every(2 * MINUTE), ttlMinutes: 30 }, 30 * MINUTE],
    ['a feed with a ttl of a day', { itemTimes: every(2 * MINUTE), ttlMinutes: 1440 }, HOUR],
    ['a ttl below its own pace', { itemTimes: every(HOUR), ttlMinutes: 5 }, 30 * MINUTE],
    ['a server that asks to wait', { itemTimes: every(2 * MINUTE), retryAfterMs: 20 * HOUR }, 20 * HOUR],
    ['a server that asks to wait for years', { retryAfterMs: 1e12 }, 24 * HOUR],
  ])('for %s', (_, pace, expected) => {
    expect(delay(pace)).toBe(expected);
  });

  it('stays within its bounds and never shortens with failures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: NOW + 1e9 })), fc.nat(50), (itemTimes, failures) => {
        const now = delay({ itemTimes, failures });
        expect(now).toBeGreaterThanOrEqual(2 * MINUTE);
        expect(now).toBeLessThanOrEqual(24 * HOUR);
        expect(delay({ itemTimes, failures: failures + 1 })).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
