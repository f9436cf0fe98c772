import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeedHealth } from '../../core/library.ts';
import { agoWords, byAttention, feedHealth, feedHealthSums } from './feed-health.ts';

/** A Friday. */
const NOW = Date.parse('2025-12-19T14:30:00Z');
const at = (iso: string) => Date.parse(iso);

function feed(more: Partial<FeedHealth> = {}): FeedHealth {
  return {
    id: 'f',
    url: 'https://paper.example/feed',
    title: null,
    nextPollAt: at('2025-12-19T15:05:00Z'),
    lastPolledAt: at('2025-12-19T14:10:00Z'),
    lastStatus: 200,
    failures: 0,
    lastError: null,
    failingSince: null,
    pausedAt: null,
    lastItemAt: null,
    ...more,
  };
}

const failing = (code: string, status: number | null = null, more: Partial<FeedHealth> = {}) =>
  feed({
    failures: 3,
    lastStatus: status,
    lastError: `${code}: whatever a programmer is told`,
    failingSince: at('2025-12-15T09:00:00Z'),
    ...more,
  });

describe('the health of a feed in words', () => {
  it.each<[string, FeedHealth, string, string]>([
    ['new', feed({ lastPolledAt: null, lastStatus: null }), 'unasked', 'never asked yet'],
    [
      'in order',
      feed({ lastItemAt: at('2025-12-19T12:30:00Z') }),
      'in-order',
      'in order, last article 2 hours ago',
    ],
    ['without dated items', feed(), 'in-order', 'in order, asked 20 minutes ago'],
    [
      'silent',
      feed({ lastItemAt: at('2025-11-19T12:30:00Z') }),
      'quiet',
      'answers, but has had nothing new for 30 days',
    ],
    [
      'failing',
      failing('http/status', 503),
      'failing',
      'has answered that its own server is out of order since Monday; it is asked again at 15:05',
    ],
    [
      'failing as of today',
      failing('http/timeout', null, { failingSince: at('2025-12-19T09:12:00Z') }),
      'failing',
      'has not answered in time since 09:12 today; it is asked again at 15:05',
    ],
    [
      'failing for long, due on another day',
      failing('http/network', null, {
        failingSince: at('2025-11-03T01:00:00Z'),
        nextPollAt: at('2025-12-20T03:00:00Z'),
      }),
      'failing',
      'could not be reached since 3 Nov 2025; it is asked again at 03:00 on Saturday',
    ],
    [
      'due',
      failing('feed/not-a-feed', null, { nextPollAt: 0 }),
      'failing',
      'has answered with something that is no feed since Monday; it is asked again in a moment',
    ],
    [
      'not found',
      failing('http/status', 404),
      'failing',
      'has not been found at its address since Monday; it is asked again at 15:05',
    ],
    [
      'of an unknown trouble',
      failing('new/trouble'),
      'failing',
      'could not be read since Monday; it is asked again at 15:05',
    ],
    [
      'gone',
      failing('http/status', 410),
      'gone',
      'gone: the outlet took the feed away (Monday); it is not asked again',
    ],
    [
      'paused',
      failing('http/status', 410, { pausedAt: at('2025-12-18T09:00:00Z') }),
      'paused',
      'paused by those who run this site since Thursday',
    ],
  ])('%s', (_, state, condition, words) => {
    expect(feedHealth(state, NOW)).toMatchObject({ condition, words });
  });

  const codes = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `((?:http|feed)\/[\w-]+)`/gm)].map(
    ([, code]) => code ?? '',
  );
  const troubles = [
    ...codes
      .filter((code) => code !== 'http/status' && code !== 'http/gone')
      .map((code) => [code, null] as const),
    ...[400, 401, 402, 403, 404, 410, 429, 451, 500, 502, 503].map(
      (status) => ['http/status', status] as const,
    ),
  ];

  it.each(troubles)('has words and advice of its own for %s %s', (code, status) => {
    const { words, advice } = feedHealth(failing(code, status), NOW);
    expect(words).not.toMatch(/could not be read since|undefined|null|https?:|\d{3} /);
    expect(advice).toMatch(/^[a-z].{10,}[^.]$/);
  });

  it.each([
    [30_000, 'just now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [72 * 3_600_000, '3 days ago'],
    [342 * 24 * 3_600_000, '11 months ago'],
  ])('%i ms is %s', (past, words) => {
    expect(agoWords(NOW - past, NOW)).toBe(words);
  });

  it('puts what needs attention first and counts each condition', () => {
    const feeds = [
      feed({ id: 'well' }),
      failing('http/network', null, { id: 'late' }),
      failing('http/network', null, { id: 'later', failingSince: NOW }),
      failing('http/status', 410, { id: 'gone' }),
    ].map((one) => ({ feed: one }));
    const sorted = byAttention(feeds, NOW);
    expect(sorted.map((one) => one.feed.id)).toEqual(['gone', 'late', 'later', 'well']);
    expect(feedHealthSums(sorted.map(({ health }) => health))).toEqual({
      total: 4,
      counts: [
        ['gone', 1],
        ['failing', 2],
        ['in-order', 1],
      ],
    });
  });
});
