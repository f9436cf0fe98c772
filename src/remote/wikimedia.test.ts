import { afterEach, describe, expect, it } from 'vitest';
import { startLoopbackWikimedia, type WikiThing } from '../../test/builders/loopback-wikimedia.ts';
import type { KnowledgeCache } from '../core/knowledge-base.ts';
import { clientWith, endAll } from '../http/loopback.ts';
import { cachedKnowledge } from './cached-knowledge.ts';
import { createWikimedia } from './wikimedia.ts';

const HOLLIS: WikiThing = {
  qid: 'Q9900010',
  label: 'Hollis Vane',
  description: 'harbour master of Quellmouth',
  aliases: ['H. Vane'],
  classes: ['Q5'],
  article: {
    title: 'Hollis Vane',
    extract: 'Hollis Vane is the harbour master of Quellmouth.\nA second paragraph.',
  },
  picture: {
    name: 'Hollis Vane.jpg',
    artist: '<a href="//x.example">Ada &amp; Bo</a>',
    licence: 'CC BY-SA 4.0',
  },
};
const PLAIN: WikiThing = {
  qid: 'Q9900011',
  label: 'Hollis Vane Bridge',
  description: 'bridge',
  classes: ['Q12280'],
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await endAll();
});

async function start(things: readonly WikiThing[] = [HOLLIS, PLAIN]) {
  const loopback = await startLoopbackWikimedia(things);
  ends.push(loopback.close);
  const { client, slept, advance, now } = clientWith({
    userAgent: 'Variorum/0.1 (news reader; me@example.org)',
    retries: 1,
    perHostDelayMs: 0,
  });
  const clock = { now };
  return {
    ...loopback,
    loopback,
    slept,
    advance,
    clock,
    base: createWikimedia({ http: client, clock, baseUrl: loopback.baseUrl }),
  };
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('asking Wikimedia', () => {
  it('finds what a name may mean', async () => {
    const { base, requests, lastHeaders } = await start();
    expect(value(await base.search('Hollis Vane', 'en'))).toEqual([
      {
        qid: 'Q9900010',
        label: 'Hollis Vane',
        description: 'harbour master of Quellmouth',
        matched: 'Hollis Vane',
      },
      { qid: 'Q9900011', label: 'Hollis Vane Bridge', description: 'bridge', matched: 'Hollis Vane Bridge' },
    ]);
    expect(requests[0]).toContain('maxlag=5');
    expect(lastHeaders()).toMatchObject({
      'user-agent': 'Variorum/0.1 (news reader; me@example.org)',
      accept: 'application/json',
    });
  });

  it('tells a topic with paragraph, revision, licence, day and picture', async () => {
    const { base } = await start();
    const topic = value(await base.topic('Q9900010', 'en'));
    expect(topic?.summary).toEqual({
      text: 'Hollis Vane is the harbour master of Quellmouth.',
      url: 'https://en.wikipedia.org/wiki/Hollis_Vane',
      source: 'Wikipedia',
      licence: 'CC BY-SA 4.0',
      revision: '1299000111',
      asOf: '2026-11-19',
    });
    expect(topic?.image).toMatchObject({ width: 330, credit: 'Ada & Bo', licence: 'CC BY-SA 4.0' });
    expect(JSON.parse(topic?.entity ?? '{}')).toMatchObject({
      id: 'Q9900010',
      labels: { en: { value: 'Hollis Vane' } },
    });
    const file = topic?.image ? value(await base.file(topic.image)) : null;
    expect(file?.mediaType).toBe('image/png');
  });

  it('tells a topic without article and picture by its line alone', async () => {
    const { base, requests } = await start();
    expect(value(await base.topic('Q9900011', 'en'))).toMatchObject({ summary: null, image: null });
    expect(requests).toHaveLength(1);
  });

  it.each([
    [
      'a page of several meanings',
      { ...HOLLIS, article: { title: 'Vane', extract: 'Vane may be:', type: 'disambiguation' } },
    ],
    ['an article without text', { ...HOLLIS, article: { title: 'Vane', extract: '  ' } }],
  ])('takes no paragraph from %s', async (_, thing) => {
    const { base } = await start([thing]);
    expect(value(await base.topic('Q9900010', 'en'))?.summary).toBeNull();
  });

  it.each([['without a licence', { ...HOLLIS, picture: { name: 'x.jpg', artist: 'A', licence: '' } }]])(
    'takes no picture %s',
    async (_, thing) => {
      const { base } = await start([thing]);
      expect(value(await base.topic('Q9900010', 'en'))?.image).toBeNull();
    },
  );

  it('knows nothing of an id that there is not', async () => {
    const { base } = await start();
    expect(value(await base.topic('Q404', 'en'))).toBeNull();
  });

  it('fetches pictures from nowhere but the base, and no other files', async () => {
    const { base, loopback, baseUrl } = await start();
    const image = value(await base.topic('Q9900010', 'en'))?.image;
    if (!image) throw new Error('no image');
    const elsewhere = { ...image, fileUrl: baseUrl.replace('127.0.0.1', 'localhost') };
    expect(await base.file(elsewhere)).toMatchObject({ ok: false, error: { code: 'knowledge/bad-picture' } });
    loopback.answerNext((response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload="x"/>'),
    );
    expect(await base.file(image)).toMatchObject({ ok: false, error: { code: 'knowledge/bad-picture' } });
    loopback.answerNext((response) => response.writeHead(200).end(Buffer.alloc(400_000, 0xff)));
    expect(await base.file(image)).toMatchObject({ ok: false, error: { code: 'knowledge/bad-picture' } });
  });
});

describe('asking politely', () => {
  it('waits as long as a lagging server asks before it asks anything again', async () => {
    const { base, loopback, requests, advance } = await start();
    const lag = { error: { code: 'maxlag', info: 'Waiting for a database: 6 seconds lagged.', lag: 6 } };
    loopback.answerNext((response) =>
      response.writeHead(200, { 'retry-after': '20' }).end(JSON.stringify(lag)),
    );
    const busy = { ok: false, error: { code: 'knowledge/busy', retryable: true, retryAfterMs: 20_000 } };
    expect(await base.search('Hollis', 'en')).toMatchObject(busy);
    advance(19_000);
    expect(await base.topic('Q9900010', 'en')).toMatchObject({
      error: { code: 'knowledge/busy', retryAfterMs: 1_000 },
    });
    expect(requests).toHaveLength(1);
    advance(1_001);
    expect((await base.search('Hollis', 'en')).ok).toBe(true);
  });

  it('leaves a base alone that asks for a long pause', async () => {
    const { base, loopback, requests, advance } = await start();
    loopback.answerNext((response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    expect(await base.search('Hollis', 'en')).toMatchObject({
      ok: false,
      error: { retryAfterMs: 3_600_000 },
    });
    expect(await base.search('Hollis', 'en')).toMatchObject({ ok: false, error: { code: 'knowledge/busy' } });
    expect(requests).toHaveLength(1);
    advance(3_600_001);
    expect((await base.search('Hollis', 'en')).ok).toBe(true);
  });

  it('stops asking when nothing gets through', async () => {
    const { base, loopback, requests } = await start();
    for (let i = 0; i < 6; i++) loopback.answerNext((response) => response.socket?.destroy());
    for (let i = 0; i < 5; i++) expect((await base.search('Hollis', 'en')).ok).toBe(false);
    expect(requests.length).toBeLessThanOrEqual(6);
    expect(await base.search('Hollis', 'en')).toMatchObject({ error: { code: 'knowledge/busy' } });
  });

  it.each([
    ['no JSON', '<html>'],
    ['no answer to a search', '{"success":1}'],
    ['an error', '{"error":{"code":"badvalue","info":"Unrecognized value"}}'],
    ['null', 'null'],
  ])('calls %s an odd answer', async (_, body) => {
    const { base, loopback } = await start();
    loopback.answerNext((response) => response.writeHead(200).end(body));
    expect(await base.search('Hollis', 'en')).toMatchObject({
      ok: false,
      error: { code: 'knowledge/odd-answer', retryable: false },
    });
  });
});

describe('keeping answers', () => {
  class MemoryCache implements KnowledgeCache {
    readonly rows = new Map<string, { answer: string; answeredAt: number }>();
    async get(question: string) {
      return this.rows.get(question) ?? null;
    }
    async put(question: string, answer: string, answeredAt: number) {
      this.rows.set(question, { answer, answeredAt });
    }
  }

  it('asks a question once in its time, and anew when told to; failures are not kept', async () => {
    const { base, loopback, requests, clock, advance } = await start();
    const cached = cachedKnowledge(base, new MemoryCache(), clock);
    loopback.answerNext((response) => response.writeHead(200).end('<html>'));
    expect((await cached.topic('Q9900011', 'en')).ok).toBe(false);
    const first = value(await cached.topic('Q9900011', 'en'));
    expect(value(await cached.topic('Q9900011', 'en'))).toEqual(first);
    expect(value(await cached.topic('Q404', 'en'))).toBeNull();
    expect(value(await cached.topic('Q404', 'en'))).toBeNull();
    expect(requests).toHaveLength(3);
    await cached.topic('Q9900011', 'en', true);
    expect(requests).toHaveLength(4);
    advance(31 * 86_400_000);
    await cached.topic('Q9900011', 'en');
    expect(requests).toHaveLength(5);
  });
});
