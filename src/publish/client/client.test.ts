import { describe, expect, it } from 'vitest';
import { buildLibrary, fillerStory } from '../../../test/builders/library-builder.ts';
import type { NamedVersion } from '../../core/listings.ts';
import { createWebApp } from '../web-app.ts';
import type { WebDeps } from '../web-deps.ts';
import { ApiProblem, type Client, type ClientOptions, createClient } from './client.ts';

const NOW = Date.parse('2025-12-14T20:05:00Z');
const FILLERS = 7;

interface Site {
  readonly client: Client;
  readonly request: (path: string, headers?: Record<string, string>) => Promise<Response>;
}

/** A site with some stories, and a client that asks it. */
function open(deps: Partial<WebDeps> = {}, options: Partial<ClientOptions> = {}): Site {
  const app = createWebApp({
    asker: null,
    policyReader: null,
    library: buildLibrary({ extraStories: Array.from({ length: FILLERS }, (_, i) => fillerStory(i)) }),
    baseUrl: 'https://example.org/news',
    siteName: 'Variorum',
    notice: null,
    clock: { now: () => NOW },
    version: '0.1.0',
    ready: async () => true,
    ...deps,
  });
  const fetch = async (request: Request) => app.request(request);
  return {
    client: createClient({ baseUrl: 'https://example.org/news/', fetch, ...options }),
    request: async (path, headers = {}) => app.request(`/api/v1${path}`, { headers }),
  };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function refused(answer: Promise<unknown>): Promise<ApiProblem> {
  const error = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('the site did not refuse', { cause: error });
  return error;
}

describe('the client', () => {
  it('reads everything that there is', async () => {
    const slug = 'halvik-port-fire';
    const library = buildLibrary({
      mainStory: (page) => ({
        ...page,
        briefing: {
          ...page.briefing,
          quotes: [
            {
              speaker: 'Ingrid Solvang',
              text: 'We will search all night',
              citations: [{ articleId: 'nw1', start: 0, end: 24 }],
              outlets: ['north-wire.example'],
            },
          ],
        },
      }),
    });
    const { client } = open({ library });
    expect((await client.story(slug)).sections.whatHappened.length).toBeGreaterThan(0);
    expect((await client.briefing(slug, { version: 2 })).version).toBe(2);
    expect((await client.changes(slug, { since: 1 })).added.length).toBeGreaterThan(0);
    expect((await client.quotes(slug)).quotes[0]?.citations.length).toBeGreaterThan(0);
    expect((await client.figures(slug)).figures[0]?.reports.length).toBeGreaterThan(0);
    expect((await client.article('nw1')).outlet.name).toBe('North Wire');
    expect((await client.outlet('halvik-times.example')).country).toBe('NO');
    expect((await client.topic('halvik')).title).toBe('Halvik');
    expect((await client.topics({ q: 'in' })).topics.map((topic) => topic.slug)).toEqual(['ingrid-solvang']);
    expect((await client.question('who-owns-the-maren-star')).answer).toEqual([]);
    expect((await client.search({ q: 'fire', limit: 2 })).articles).toHaveLength(2);
    expect((await client.blindSpots()).by).toBe('country');
    expect((await client.status()).version).toBe('0.1.0');
  });

  it('gives for each claim what every outlet says of it', async () => {
    const { claims } = await open().client.claims('halvik-port-fire');
    for (const { coverage, statement } of claims) {
      expect(new Set(coverage.map(({ outletId }) => outletId)).size).toBe(coverage.length);
      for (const { says, citation } of coverage) expect(citation === null).toBe(says === 'nothing');
      expect(statement.citations.length).toBeGreaterThan(0);
    }
    expect(claims.flatMap(({ coverage }) => coverage.map(({ says }) => says))).toContain('nothing');
  });

  it.each([1, 2, 5, 100])('reads lists to their end in parts of %i, each item once', async (limit) => {
    const { client } = open();
    for (const order of ['rank', 'latest'] as const) {
      const stories = await collect(client.eachStory({ order, limit }));
      expect(new Set(stories.map(({ id }) => id)).size).toBe(FILLERS + 2);
      expect(stories).toHaveLength(FILLERS + 2);
    }
    const articles = await collect(client.eachArticle({ story: 'halvik-port-fire', limit }));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(articles.map(({ publishedAt }) => publishedAt)).toEqual(
      articles
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .toReversed(),
    );
  });

  it.each([1, 2, 3, 100])('reads what all stories say to its end in parts of %i', async (limit) => {
    const { client } = open();
    const [own, { figures }] = [
      await client.claims('halvik-port-fire'),
      await client.figures('halvik-port-fire'),
    ];
    const claims = await collect(client.eachClaim({ limit }));
    expect(claims.map(({ story, ...claim }) => claim)).toEqual(own.claims);
    expect(claims.length).toBeGreaterThan(2);
    expect(claims[0]?.story).toMatchObject({ slug: 'halvik-port-fire', version: 3 });
    const reported = await collect(client.eachFigure({ limit }));
    expect(reported.map(({ story, ...figure }) => figure)).toEqual(figures);
    const lacking = own.claims.flatMap(({ coverage }) => coverage).find(({ says }) => says === 'nothing');
    const outlet = lacking?.outletId ?? '';
    const carried = await collect(client.eachClaim({ limit, outlet }));
    expect(carried.map(({ id }) => id)).toEqual(
      own.claims
        .filter(({ coverage }) =>
          coverage.some(({ outletId, says }) => outletId === outlet && says !== 'nothing'),
        )
        .map(({ id }) => id),
    );
    expect(carried.length).toBeLessThan(claims.length);
    const { quotes } = await client.quotes('halvik-port-fire');
    expect(await collect(client.eachQuote({ limit }))).toHaveLength(quotes.length);
    expect(await collect(client.eachClaim({ limit, topic: 'nowhere' }))).toEqual([]);
    expect(await collect(client.eachClaim({ limit, to: '2025-12-13' }))).toEqual([]);
  });

  it('begins a story anew that is told otherwise while its claims are read', async () => {
    const before = open({ api: { keys: [], requestsPerMinute: null, cursorSecret: 's' } });
    const part = await before.client.allClaims({ limit: 2 });
    const library = buildLibrary({ mainStory: (page) => ({ ...page, version: 4 }) });
    const after = open({ library, api: { keys: [], requestsPerMinute: null, cursorSecret: 's' } });
    const rest = await after.client.allClaims({ limit: 2, cursor: part.next ?? '' });
    expect(rest.claims.map(({ id }) => id)).toEqual(part.claims.map(({ id }) => id));
  });

  it('says in words what the site refuses', async () => {
    const { client } = open();
    expect(await refused(client.story('nope'))).toMatchObject({
      status: 404,
      type: 'urn:variorum:problem:web:not-found',
      message: expect.stringContaining('No story has this slug'),
    });
    const { errors } = await refused(client.stories({ limit: 0 }));
    expect(errors.map(({ path }) => path)).toEqual(['limit']);
    expect(await refused(client.stories({ order: 'rank', topic: 'halvik' }))).toMatchObject({ status: 400 });
    expect(await refused(client.ask({ q: 'Who?' }))).toMatchObject({ status: 503 });
  });
});

describe('cursors', () => {
  it('go on in their own list only, and only as they were given', async () => {
    const { client } = open();
    const { next } = await client.stories({ order: 'latest', limit: 2 });
    const cursor = next ?? '';
    expect((await client.stories({ order: 'latest', limit: 3, cursor })).stories).toHaveLength(3);
    const bad = [
      { order: 'rank', cursor },
      { order: 'latest', section: 'national', cursor },
      { order: 'latest', cursor: `${cursor}A` },
      { order: 'latest', cursor: `${cursor}=` },
      { order: 'latest', cursor: cursor.slice(1) },
      { order: 'latest', cursor: `${cursor.startsWith('B') ? 'C' : 'B'}${cursor.slice(1)}` },
      { order: 'latest', cursor: Buffer.from('[9999999999999,"x"]').toString('base64url') },
      { order: 'latest', cursor: 'x' },
    ] as const;
    for (const query of bad)
      expect([query, (await refused(client.stories(query))).status]).toEqual([query, 400]);
    expect((await refused(client.articles({ cursor }))).message).toContain('not given by this list');
  });

  it('stay good over a restart with the same secret, and not with another', async () => {
    const api = { keys: [], requestsPerMinute: null, cursorSecret: 'one' };
    const cursor = (await open({ api }).client.articles({ limit: 1 })).next ?? '';
    expect((await open({ api }).client.articles({ limit: 1, cursor })).articles).toHaveLength(1);
    const other = open({ api: { ...api, cursorSecret: 'two' } }).client;
    expect((await refused(other.articles({ limit: 1, cursor }))).status).toBe(400);
  });

  it('are in a link too, for clients that follow links', async () => {
    const { request } = open();
    const first = await request('/articles?limit=2&story=halvik-port-fire');
    const link = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('Link') ?? '')?.[1] ?? '';
    expect(link).toContain('https://example.org/news/api/v1/articles?limit=2&story=halvik-port-fire&cursor=');
    const second = await request(link.replace('https://example.org/news/api/v1', ''));
    expect(await second.json()).not.toEqual(await first.json());
  });
});

describe('what has not changed', () => {
  it.each(['/stories', '/stories/halvik-port-fire', '/articles/nw1', '/openapi.json'])(
    '%s is not sent again',
    async (path) => {
      const { request } = open();
      const etag = (await request(path)).headers.get('ETag') ?? '';
      expect(etag).not.toBe('');
      expect((await request(path, { 'If-None-Match': etag })).status).toBe(304);
    },
  );
});

describe('limits', () => {
  it('tells how many requests are left, and when too many were made', async () => {
    let now = NOW;
    const api = { keys: [], requestsPerMinute: 2, cursorSecret: 's' };
    const { client, request } = open({ api, clock: { now: () => now } });
    const first = await request('/status');
    expect(first.headers.get('RateLimit-Policy')).toBe('"default";q=2;w=60');
    expect(first.headers.get('RateLimit')).toBe('"default";r=1;t=60');
    now += 20_500;
    expect((await request('/status')).headers.get('RateLimit')).toBe('"default";r=0;t=40');
    const problem = await refused(client.status());
    expect([problem.status, problem.retryAfter]).toEqual([429, 40]);
    // Another client behind the proxy of this machine has a count of its own.
    expect((await request('/status', { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(200);
    now += 40_000;
    expect((await request('/status')).status).toBe(200);
  });

  it('count a client once however it writes itself into the header', async () => {
    const api = { keys: [], requestsPerMinute: 1, cursorSecret: 's' };
    const { request } = open({ api });
    await request('/status', { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' });
    const again = await request('/status', { 'X-Forwarded-For': '198.51.100.2, 203.0.113.9' });
    expect(again.status).toBe(429);
    const first6 = await request('/status', { 'X-Forwarded-For': '2001:db8:1:2:3::4' });
    const second6 = await request('/status', { 'X-Forwarded-For': '2001:db8:1:2:9::9' });
    expect([first6.status, second6.status]).toEqual([200, 429]);
  });
});

describe('keys', () => {
  const api = {
    keys: ['a-key-of-the-analyst', 'another-key-for-you'],
    requestsPerMinute: 5,
    cursorSecret: 's',
  };

  it.each(['a-key-of-the-analyst', 'another-key-for-you'])('open the API: %s', async (key) => {
    expect((await open({ api }, { key }).client.status()).version).toBe('0.1.0');
  });

  it.each([undefined, 'wrong', 'a-key-of-the-analys', ''])('refuse %s', async (key) => {
    const { client } = open({ api }, key === undefined ? {} : { key });
    const problem = await refused(client.status());
    expect([problem.status, problem.type]).toEqual([401, 'urn:variorum:problem:web:key-needed']);
  });

  it('cannot be guessed at will', async () => {
    const { request } = open({ api });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await request('/status', { Authorization: `Bearer guess-${i}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('are not needed to learn how to ask', async () => {
    const { request } = open({ api });
    expect((await request('/docs')).status).toBe(200);
    const description = (await (await request('/openapi.json')).json()) as { security?: unknown };
    expect(description.security).toEqual([{ key: [] }]);
  });
});

describe('events', () => {
  const made = (storyId: string, version: number, madeAt: number): NamedVersion => ({
    storyId,
    version,
    madeAt,
    slug: `slug-${storyId}`,
    headline: `Story ${storyId}`,
  });
  const lastId = (storyId: string, version: number, madeAt: number) => `${madeAt}-${version}-${storyId}`;

  it('begin with what was missed', async () => {
    const versions = [made('a', 1, 10), made('b', 1, 20), made('c', 2, 20), made('d', 1, 30)];
    const { client } = open({ library: buildLibrary({ versions }) });
    const stop = new AbortController();
    const events = client.events({ lastEventId: lastId('b', 1, 20), signal: stop.signal });
    const first = await events.next();
    const second = await events.next();
    await events.return(undefined);
    expect([first.value, second.value]).toMatchObject([
      { kind: 'version', id: lastId('c', 2, 20), data: { story: 'slug-c', version: 2, headline: 'Story c' } },
      { kind: 'version', data: { story: 'slug-d', url: 'https://example.org/news/story/slug-d' } },
    ]);
  });

  it('say so when too much was missed', async () => {
    const versions = Array.from({ length: 2_500 }, (_, i) => made(`s${i}`, 1, i));
    const { client } = open({ library: buildLibrary({ versions }) });
    const events = client.events({ lastEventId: lastId('s0', 1, 0) });
    expect((await events.next()).value).toEqual({ kind: 'reset' });
    await events.return(undefined);
  });

  it('end when the server stops', async () => {
    const stopping = new AbortController();
    const { client } = open({ stopping: stopping.signal });
    const end = collect(client.events());
    stopping.abort();
    expect(await end).toEqual([]);
  });

  it('are bounded in number, and one that ends makes room', async () => {
    const stopping = new AbortController();
    const { request } = open({ stopping: stopping.signal });
    const streams = await Promise.all(Array.from({ length: 200 }, () => request('/events')));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const refusedOne = await request('/events');
    expect([refusedOne.status, refusedOne.headers.get('Retry-After')]).toEqual([503, '60']);
    expect(refusedOne.headers.get('Content-Type')).toContain('application/problem+json');
    await streams[0]?.body?.cancel();
    await expect.poll(async () => (await request('/events')).status).toBe(200);
    stopping.abort();
  });
});
