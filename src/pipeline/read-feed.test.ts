import { describe, expect, it } from 'vitest';
import { item, rss, URL_OF_FEED } from '../ingest/sample-feeds.ts';
import { type PolledFeed, readFeed } from './read-feed.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const validators = { etag: '"x"', lastModified: null };
const hourly = Array.from({ length: 20 }, (_, n) => NOW - (n + 1) * 60 * MINUTE);

const FEED = { links: [], kind: 'feed', sitemaps: [] } as const;

const answered = (answer: PolledFeed['answer'], isPushed = false) => {
  const reading = readFeed({
    outletId: 'paper.example',
    failures: 0,
    knownTimes: hourly,
    seenAt: NOW,
    polledAt: NOW,
    isPushed,
    answer,
  });
  return { ...reading, delay: reading.nextPollAt - NOW };
};
const body = (text: string, more: Partial<Extract<PolledFeed['answer'], { kind: 'body' }>> = {}) =>
  answered({
    kind: 'body',
    status: 200,
    validators,
    freshForMs: null,
    permanentUrl: null,
    body: { url: URL_OF_FEED, contentType: null, bytes: Buffer.from(text), ...FEED },
    ...more,
  });
const unchanged = (freshForMs: number | null) =>
  answered({ kind: 'unchanged', validators, freshForMs, permanentUrl: null });

const recent = item(1, '<pubDate>Mon, 23 Nov 2026 11:56:00 GMT</pubDate>');

describe('when a feed is asked again', () => {
  it.each([
    ['by its own items', body(rss(recent)), 2 * MINUTE],
    ['not before its ttl is over', body(rss(recent, '<ttl>20</ttl>')), 20 * MINUTE],
    ['not before the server lets it go stale', body(rss(recent), { freshForMs: 7 * MINUTE }), 7 * MINUTE],
    ['by the entries known, when nothing is new', unchanged(null), 30 * MINUTE],
    ['later, when nothing is new and it is fresh for longer', unchanged(45 * MINUTE), 45 * MINUTE],
    ['more slowly after it could not be read', body('Service unavailable'), 60 * MINUTE],
    [
      'when the server said so',
      answered({
        kind: 'failed',
        failure: { code: 'http/status', message: '503', retryable: true, retryAfterMs: 180 * MINUTE },
      }),
      180 * MINUTE,
    ],
  ])('%s', (_, { delay }, expected) => expect(delay).toBe(expected));
});

describe('where a feed is asked next', () => {
  const permanentUrl = 'https://paper.example/moved.xml';

  it('is the address it moved to for good, once it is read there', () => {
    expect(body(rss(recent), { permanentUrl }).movedTo).toBe(permanentUrl);
    expect(body('<html></html>', { permanentUrl }).movedTo).toBeNull();
    expect(answered({ kind: 'unchanged', validators, freshForMs: null, permanentUrl }).movedTo).toBe(
      permanentUrl,
    );
  });

  it('is nowhere when it is gone for good', () => {
    const gone = { code: 'http/gone', message: '410', retryable: false, status: 410 } as const;
    expect(answered({ kind: 'failed', failure: gone }).status).toBe(410);
    const passing = { ...gone, code: 'http/status', status: 503 } as const;
    expect(answered({ kind: 'failed', failure: passing }).status).toBe(503);
  });
});

describe('which hub a feed names', () => {
  const HUB = 'https://hub.example/';
  const SELF = 'https://paper.example/all.xml';
  const inFeed = `<atom:link rel="hub" href="${HUB}"/><atom:link rel="self" href="${SELF}"/>`;
  const linked = (links: readonly (readonly [string, string])[]) => ({
    body: {
      url: URL_OF_FEED,
      contentType: null,
      bytes: Buffer.from(rss(recent, inFeed)),
      ...FEED,
      links: links.map(([relation, url]) => ({ url, relations: [relation] })),
    },
  });

  it.each([
    ['that of the document', body(rss(recent, inFeed)), { hubUrl: HUB, topicUrl: SELF }],
    [
      'that of the Link header before it',
      body(
        '',
        linked([
          ['hub', 'https://other.example/'],
          ['self', 'https://paper.example/topic'],
        ]),
      ),
      { hubUrl: 'https://other.example/', topicUrl: 'https://paper.example/topic' },
    ],
    [
      'with the feed itself as topic where it names none',
      body(rss(recent, `<atom:link rel="hub" href="${HUB}"/>`)),
      { hubUrl: HUB, topicUrl: URL_OF_FEED },
    ],
    ['none', body(rss(recent)), null],
    ['as before, when nothing was read', unchanged(null), undefined],
    ['as before, when it could not be read', body('Service unavailable'), undefined],
  ])('%s', (_, { offer }, expected) => expect(offer).toEqual(expected));

  it('makes asking rare, and no rarer than a slow feed is asked anyway', () => {
    const answer = { kind: 'unchanged', validators, freshForMs: null, permanentUrl: null } as const;
    expect(answered(answer, true).delay).toBe(60 * MINUTE);
    const asked = answered({ ...answer, freshForMs: 300 * MINUTE }, true);
    expect(asked.delay).toBe(300 * MINUTE);
  });
});
