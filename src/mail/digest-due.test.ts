import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../core/subscription.ts';
import { dueDay, localTime } from './digest-due.ts';

const OSLO: Subscriber = {
  id: 'a',
  email: 'a@example.org',
  frequency: 'daily',
  hour: 7,
  weekday: 1,
  timeZone: 'Europe/Oslo',
  topics: [],
  state: 'active',
  createdAt: 0,
  confirmedAt: 0,
  sentFor: null,
  sentAt: null,
  failures: 0,
  nextTryAt: 0,
  lastError: null,
};

describe('dueDay', () => {
  it.each<[string, Partial<Subscriber>, string, string | null]>([
    ['before the hour', {}, '2025-01-10T05:59:00Z', null],
    ['at the hour', {}, '2025-01-10T06:00:00Z', '2025-01-10'],
    ['at the hour in summer', {}, '2025-07-10T05:00:00Z', '2025-07-10'],
    ['after an outage of some hours', {}, '2025-01-10T12:00:00Z', '2025-01-10'],
    ['too late for that day', {}, '2025-01-10T18:30:00Z', null],
    ['when it was sent', { sentFor: '2025-01-10' }, '2025-01-10T06:30:00Z', null],
    ['the day after', { sentFor: '2025-01-09' }, '2025-01-10T06:30:00Z', '2025-01-10'],
    [
      'before the next attempt',
      { nextTryAt: Date.parse('2025-01-10T06:45:00Z') },
      '2025-01-10T06:30:00Z',
      null,
    ],
    ['to an address that bounced', { state: 'bounced' }, '2025-01-10T06:30:00Z', null],
    ['on another weekday', { frequency: 'weekly', weekday: 1 }, '2025-01-10T06:30:00Z', null],
    ['on its weekday', { frequency: 'weekly', weekday: 5 }, '2025-01-10T06:30:00Z', '2025-01-10'],
    [
      'on the far side of the date line',
      { timeZone: 'Pacific/Auckland' },
      '2025-01-09T18:10:00Z',
      '2025-01-10',
    ],
    ['at an hour that the clocks leave out', { hour: 2 }, '2025-03-30T01:10:00Z', '2025-03-30'],
  ])('%s', (_, more, now, day) => {
    expect(dueDay({ ...OSLO, ...more }, Date.parse(now))).toBe(day);
  });

  it('is due exactly once on each local day, whatever the zone and the hour', () => {
    const zones = [
      'Europe/Oslo',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 360 }),
        (timeZone, hour, offset) => {
          const start = Date.UTC(2025, 0, 1) + offset * 86_400_000;
          let subscriber = { ...OSLO, timeZone, hour };
          const sent: string[] = [];
          for (let at = start; at < start + 5 * 86_400_000; at += 600_000) {
            const day = dueDay(subscriber, at);
            if (day === null) continue;
            sent.push(day);
            subscriber = { ...subscriber, sentFor: day };
          }
          expect(new Set(sent).size).toBe(sent.length);
          expect(sent.length).toBeGreaterThanOrEqual(4);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('localTime', () => {
  it('knows the weekday', () => {
    expect(localTime(Date.parse('2025-01-12T23:30:00Z'), 'Europe/Oslo')).toEqual({
      day: '2025-01-13',
      hour: 0,
      weekday: 1,
    });
  });
});
