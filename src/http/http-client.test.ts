import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { followRedirects } from './follow-redirects.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import type { HttpOptions } from './http-options.ts';
import type { HttpResponse } from './http-response.ts';
import type { RobotsStore, StoredRobots } from './robots.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of cleanup.splice(0)) await end();
});

/** A server on a free loopback port. robots.txt allows everything unless the handler map says otherwise. */
async function serve(routes: Record<string, Handler>) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    const path = url.split('?')[0] ?? '';
    const handler = routes[path] ?? (path === '/robots.txt' ? notFound : routes['*']) ?? notFound;
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cleanup.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, requests, pages: () => requests.filter((url) => url !== '/robots.txt') };
}

const notFound: Handler = (_, response) => response.writeHead(404).end();
const page =
  (text: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(text);

class MemoryRobots implements RobotsStore {
  readonly rows = new Map<string, StoredRobots>();
  async get(origin: string) {
    return this.rows.get(origin) ?? null;
  }
  async put(origin: string, body: string | null, fetchedAt: number) {
    this.rows.set(origin, { body, fetchedAt });
  }
}

/** A client whose waiting only moves its own clock. */
function clientWith(options: Partial<HttpOptions> = {}, lookup?: LookupFunction) {
  let now = Date.UTC(2026, 10, 23);
  const slept: number[] = [];
  const robots = new MemoryRobots();
  const client: HttpClient = createHttpClient(
    { allowPrivateHosts: true, timeoutMs: 5_000, ...options },
    {
      clock: { now: () => now },
      robots,
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
      ...(lookup === undefined ? {} : { lookup }),
    },
  );
  cleanup.push(() => client.close());
  const advance = (ms: number) => {
    now += ms;
  };
  return { client, slept, robots, advance, now: () => now };
}

function value(result: Result<HttpResponse, Failure>): HttpResponse {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function failure(result: Result<HttpResponse, Failure>): Failure {
  if (result.ok) throw new Error(`expected a failure, got ${result.value.status}`);
  expect(result.error.message.length).toBeGreaterThan(20);
  return result.error;
}

const text = (response: HttpResponse) => new TextDecoder().decode(response.bytes);

describe('reading a page', () => {
  it('gives body, type, validators and final address', async () => {
    const { base } = await serve({
      '/a': page('hello', { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 00:00:00 GMT' }),
    });
    const response = value(await clientWith().client.get(`${base}/a`, { purpose: 'page' }));
    expect(text(response)).toBe('hello');
    expect(response).toMatchObject({
      url: `${base}/a`,
      status: 200,
      notModified: false,
      contentType: 'text/html',
      permanentUrl: null,
      validators: { etag: '"1"', lastModified: 'Mon, 23 Nov 2026 00:00:00 GMT' },
    });
  });

  it('says who it is and what it takes', async () => {
    const { base } = await serve({
      '/a': ({ headers }, response) => response.end(`${headers['user-agent']}|${headers['accept-encoding']}`),
    });
    const response = value(
      await clientWith({ userAgent: 'Test/1' }).client.get(`${base}/a`, { purpose: 'feed' }),
    );
    expect(text(response)).toBe('Test/1|gzip, br, deflate');
  });

  const body = Buffer.from('é'.repeat(5_000));
  it.each([
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['identity', body],
    ['gzip', body],
  ])('unpacks %s', async (coding, packed) => {
    const { base } = await serve({
      '/a': (_, response) => response.writeHead(200, { 'content-encoding': coding }).end(packed),
    });
    const response = value(await clientWith().client.get(`${base}/a`, { purpose: 'page' }));
    expect(Buffer.from(response.bytes).equals(body)).toBe(true);
  });

  it('keeps what a cut gzip stream holds', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 9_000 }, (_, i) => `${i} `).join('')));
    const { base } = await serve({
      '/a': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2)),
    });
    expect(text(value(await clientWith().client.get(`${base}/a`, { purpose: 'page' })))).toMatch(/^0 1 2 3 /);
  });

  it('fails on a coding it does not know', async () => {
    const { base } = await serve({ '/a': page('x', { 'content-encoding': 'compress' }) });
    const error = failure(await clientWith().client.get(`${base}/a`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/network', retryable: false });
  });

  it('fails on a body that is no gzip although it starts like one', async () => {
    const { base } = await serve({
      '/a': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.from([0x1f, 0x8b, 9, 9, 9, 9])),
    });
    expect(failure(await clientWith({ retries: 0 }).client.get(`${base}/a`, { purpose: 'page' })).code).toBe(
      'http/network',
    );
  });

  it('answers with a failure after closing', async () => {
    const { base } = await serve({ '/a': page('x') });
    const { client } = clientWith();
    await client.close();
    expect(failure(await client.get(`${base}/a`, { purpose: 'page' }))).toMatchObject({
      code: 'http/network',
      retryable: true,
    });
  });
});

describe('size cap', () => {
  it('refuses a body above the cap and takes one of exactly the cap', async () => {
    const { base } = await serve({ '/big': page('x'.repeat(1_001)), '/fits': page('x'.repeat(1_000)) });
    const { client } = clientWith({ maxBytes: 1_000 });
    expect(failure(await client.get(`${base}/big`, { purpose: 'page' }))).toMatchObject({
      code: 'http/too-large',
      retryable: false,
    });
    expect(value(await client.get(`${base}/fits`, { purpose: 'page' })).bytes.length).toBe(1_000);
  });

  it('stops unpacking a gzip bomb at the cap', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(300_000_000)));
    const { base } = await serve({
      '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb),
      '/after': page('still here'),
    });
    const { client } = clientWith();
    const before = process.memoryUsage().arrayBuffers;
    expect(failure(await client.get(`${base}/bomb`, { purpose: 'page' })).code).toBe('http/too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
    expect(text(value(await client.get(`${base}/after`, { purpose: 'page' })))).toBe('still here');
  });

  it('reads a page of five megabytes with the default cap', async () => {
    const { base } = await serve({ '/a': page('x'.repeat(5_000_000)) });
    expect(value(await clientWith().client.get(`${base}/a`, { purpose: 'page' })).bytes.length).toBe(
      5_000_000,
    );
  });
});

describe('conditional requests', () => {
  const changing: Handler = ({ headers }, response) => {
    if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end('new');
  };

  it('sends the validators and reports 304, keeping them', async () => {
    const { base } = await serve({ '/feed': changing });
    const { client } = clientWith();
    const first = value(await client.get(`${base}/feed`, { purpose: 'feed' }));
    const second = value(await client.get(`${base}/feed`, { purpose: 'feed', validators: first.validators }));
    expect(second).toMatchObject({
      status: 304,
      notModified: true,
      validators: { etag: '"1"', lastModified: null },
    });
    expect(second.bytes.length).toBe(0);
  });

  it('takes a 304 nobody asked for as a failure', async () => {
    const { base } = await serve({ '/feed': (_, response) => response.writeHead(304).end() });
    expect(failure(await clientWith().client.get(`${base}/feed`, { purpose: 'feed' })).code).toBe(
      'http/status',
    );
  });
});

describe('redirects', () => {
  const to =
    (location: string, status = 302): Handler =>
    (_, response) =>
      response.writeHead(status, { location }).end();

  it('follows them and tells a lasting move from a passing one', async () => {
    const { base } = await serve({
      '/moved': to('/moved2', 301),
      '/moved2': to('/temporary', 308),
      '/temporary': to('/end', 302),
      '/mixed': to('/moved', 307),
      '/end': page('end'),
    });
    const { client } = clientWith();
    const moved = value(await client.get(`${base}/moved`, { purpose: 'page' }));
    expect(moved).toMatchObject({ url: `${base}/end`, permanentUrl: `${base}/temporary` });
    expect(value(await client.get(`${base}/mixed`, { purpose: 'page' })).permanentUrl).toBeNull();
  });

  it('stops at a circle, at too many hops and at a redirect to nowhere', async () => {
    const { base, pages } = await serve({
      '/a': to('/b'),
      '/b': to('/a'),
      '/nowhere': (_, response) => response.writeHead(302).end(),
      '*': (request, response) =>
        to(`/n${Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0) + 1}`)(request, response),
    });
    const { client } = clientWith({ maxRedirects: 3 });
    for (const path of ['/a', '/n0', '/nowhere']) {
      const error = failure(await client.get(base + path, { purpose: 'page' }));
      expect(error).toMatchObject({ code: 'http/redirects', retryable: false });
    }
    expect(pages().filter((url) => url.startsWith('/n') && url !== '/nowhere')).toEqual([
      '/n0',
      '/n1',
      '/n2',
      '/n3',
    ]);
  });

  it('follows exactly as many hops as allowed', async () => {
    const { base } = await serve({ '/1': to('/2'), '/2': to('/3'), '/3': page('three') });
    expect(
      value(await clientWith({ maxRedirects: 2 }).client.get(`${base}/1`, { purpose: 'page' })).url,
    ).toBe(`${base}/3`);
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:pass@example.com/',
  ])('refuses one to %s', async (target) => {
    const { base } = await serve({ '/a': to(target) });
    expect(failure(await clientWith().client.get(`${base}/a`, { purpose: 'page' })).code).toBe(
      'http/bad-url',
    );
  });
});

describe('retries', () => {
  function failing(times: number, fail: Handler): Handler {
    let seen = 0;
    return (request, response) => (++seen <= times ? fail(request, response) : response.end('at last'));
  }
  const status =
    (code: number, headers: Record<string, string> = {}): Handler =>
    (_, response) =>
      response.writeHead(code, headers).end();
  const reset: Handler = (request) => request.socket.destroy();

  it('tries again after resets and server errors, doubling the pause', async () => {
    const { base } = await serve({ '/a': failing(2, reset), '/b': failing(3, status(500)) });
    const { client, slept } = clientWith();
    expect(text(value(await client.get(`${base}/a`, { purpose: 'page' })))).toBe('at last');
    expect(slept).toEqual([1_000, 2_000]);
    expect(text(value(await client.get(`${base}/b`, { purpose: 'page' })))).toBe('at last');
    expect(slept.slice(2)).toEqual([1_000, 2_000, 4_000]);
  });

  it('gives up after the last try', async () => {
    const { base, pages } = await serve({ '/a': failing(9, reset) });
    const error = failure(await clientWith({ retries: 2 }).client.get(`${base}/a`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/network', retryable: true });
    expect(pages()).toHaveLength(3);
  });

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    const clock = clientWith();
    const date = new Date(clock.now() + 42_000).toUTCString();
    const { base } = await serve({
      '/a': failing(1, status(429, { 'retry-after': '7' })),
      '/b': failing(1, (_, response) => response.writeHead(503, { 'retry-after': date }).end()),
    });
    value(await clock.client.get(`${base}/a`, { purpose: 'page' }));
    expect(clock.slept).toEqual([7_000]);
    value(await clock.client.get(`${base}/b`, { purpose: 'page' }));
    expect(clock.slept).toEqual([7_000, 35_000]);
  });

  it('hands a long Retry-After back and leaves the host alone meanwhile', async () => {
    const { base, pages } = await serve({ '/a': status(429, { 'retry-after': '3600' }), '/b': page('b') });
    const { client, slept, advance } = clientWith();
    const error = failure(await client.get(`${base}/a`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/status', retryable: true, retryAfterMs: 3_600_000 });
    expect(failure(await client.get(`${base}/b`, { purpose: 'page' }))).toMatchObject({
      retryable: true,
      retryAfterMs: 3_600_000,
    });
    expect(pages()).toEqual(['/a']);
    expect(slept).toEqual([]);
    advance(3_600_000);
    expect(text(value(await client.get(`${base}/b`, { purpose: 'page' })))).toBe('b');
  });

  it.each([400, 401, 403, 404, 410, 451, 501])('does not repeat a %i', async (code) => {
    const { base, pages } = await serve({ '/a': status(code) });
    expect(failure(await clientWith().client.get(`${base}/a`, { purpose: 'page' }))).toMatchObject({
      code: 'http/status',
      retryable: false,
    });
    expect(pages()).toHaveLength(1);
  });

  it('times out on a server that never answers and on a body that never ends', async () => {
    const { base } = await serve({
      '/silent': () => undefined,
      '/endless': (_, response) => void response.writeHead(200).write('begin'),
    });
    const { client } = clientWith({ timeoutMs: 60, retries: 0 });
    for (const path of ['/silent', '/endless']) {
      const error = failure(await client.get(base + path, { purpose: 'page', skipRobots: true }));
      expect(error).toMatchObject({ code: 'http/timeout', retryable: true });
    }
  });

  it('reports a refused connection', async () => {
    const { base } = await serve({});
    const port = Number(new URL(base).port);
    for (const end of cleanup.splice(0)) await end();
    const error = failure(await clientWith().client.get(`http://127.0.0.1:${port}/`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/network', retryable: true });
  });
});

describe('robots.txt', () => {
  const rules = (lines: string[]): Handler => page(lines.join('\n'), { 'content-type': 'text/plain' });

  it('keeps out of what is disallowed for us', async () => {
    const { base, pages } = await serve({
      '/robots.txt': rules([
        'User-agent: *',
        'Disallow: /private/',
        '',
        'User-agent: Variorum',
        'Disallow: /ours/',
      ]),
      '*': page('x'),
    });
    const { client } = clientWith();
    const error = failure(await client.get(`${base}/ours/1`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/robots', retryable: false });
    value(await client.get(`${base}/private/1`, { purpose: 'page' }));
    value(await client.get(`${base}/ours/1`, { purpose: 'page', skipRobots: true }));
    expect(pages()).toEqual(['/private/1', '/ours/1']);
  });

  it('checks the target of a redirect too', async () => {
    const { base, pages } = await serve({
      '/robots.txt': rules(['User-agent: *', 'Disallow: /secret']),
      '/a': (_, response) => response.writeHead(302, { location: '/secret' }).end(),
    });
    expect(failure(await clientWith().client.get(`${base}/a`, { purpose: 'page' })).code).toBe('http/robots');
    expect(pages()).toEqual(['/a']);
  });

  it('is fetched once for requests at the same time, and again after a day', async () => {
    const { base, requests } = await serve({
      '/robots.txt': rules(['User-agent: *', 'Allow: /']),
      '*': page('x'),
    });
    const { client, advance, robots } = clientWith();
    await Promise.all(['/1', '/2', '/3'].map((path) => client.get(base + path, { purpose: 'page' })));
    const fetches = () => requests.filter((url) => url === '/robots.txt').length;
    expect(fetches()).toBe(1);
    expect(robots.rows.get(base)?.body).toContain('Allow');
    advance(23 * 3_600_000);
    value(await client.get(`${base}/4`, { purpose: 'page' }));
    expect(fetches()).toBe(1);
    advance(2 * 3_600_000);
    value(await client.get(`${base}/5`, { purpose: 'page' }));
    expect(fetches()).toBe(2);
  });

  it('comes from the store after a restart', async () => {
    const { base, requests } = await serve({ '*': page('x') });
    const { client, robots, now } = clientWith();
    await robots.put(base, 'User-agent: *\nDisallow: /', now());
    expect(failure(await client.get(`${base}/1`, { purpose: 'page' })).code).toBe('http/robots');
    expect(requests).toEqual([]);
  });

  it('closes the site for an hour when it answers with a server error', async () => {
    let broken = true;
    const { base, pages } = await serve({
      '/robots.txt': (_, response) => response.writeHead(broken ? 500 : 404).end(),
      '*': page('x'),
    });
    const { client, advance } = clientWith();
    expect(failure(await client.get(`${base}/1`, { purpose: 'page' }))).toMatchObject({
      code: 'http/robots',
      retryable: true,
    });
    broken = false;
    advance(1_800_000);
    const second = failure(await client.get(`${base}/1`, { purpose: 'page' }));
    expect(second).toMatchObject({ code: 'http/robots', retryable: true, retryAfterMs: 1_800_000 });
    expect(pages()).toEqual([]);
    advance(1_800_000);
    expect(value(await client.get(`${base}/1`, { purpose: 'page' })).status).toBe(200);
  });

  it('keeps the rules it knows while the site is down', async () => {
    const { base } = await serve({
      '/robots.txt': (_, response) => response.writeHead(503).end(),
      '*': page('x'),
    });
    const { client, robots, now } = clientWith();
    await robots.put(base, 'User-agent: *\nDisallow: /closed', now() - 48 * 3_600_000);
    expect(failure(await client.get(`${base}/closed`, { purpose: 'page' })).code).toBe('http/robots');
    expect(value(await client.get(`${base}/open`, { purpose: 'page' })).status).toBe(200);
  });
});

describe('politeness', () => {
  it('runs at most two requests at a host at once', async () => {
    let running = 0;
    let most = 0;
    const { base } = await serve({
      '*': (_, response) => {
        most = Math.max(most, ++running);
        setImmediate(() =>
          setImmediate(() => {
            running--;
            response.end('x');
          }),
        );
      },
    });
    const { client } = clientWith();
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => client.get(`${base}/${i}`, { purpose: 'page' })),
    );
    expect(all.every((result) => result.ok)).toBe(true);
    expect(most).toBe(2);
  });

  it.each([
    ['its own pause', '', 500],
    ['a longer Crawl-delay', 'Crawl-delay: 5', 5_000],
    ['a Crawl-delay no longer than the cap', 'Crawl-delay: 600', 30_000],
    ['its own pause where Crawl-delay is shorter', 'Crawl-delay: 0', 500],
  ])('keeps %s between starts at a host', async (_, line, pause) => {
    const { base } = await serve({ '/robots.txt': page(`User-agent: *\n${line}`), '*': page('x') });
    const { client, slept } = clientWith({ privateHostDelayMs: 500 });
    await client.get(`${base}/1`, { purpose: 'page' });
    slept.length = 0;
    await client.get(`${base}/2`, { purpose: 'page' });
    expect(slept).toEqual([pause]);
  });

  it('does not wait at private hosts by default', async () => {
    const { base } = await serve({ '*': page('x') });
    const { client, slept } = clientWith();
    for (const path of ['/1', '/2', '/3']) value(await client.get(base + path, { purpose: 'page' }));
    expect(slept).toEqual([]);
  });
});

describe('addresses that are not public', () => {
  const answering =
    (...addresses: string[]): LookupFunction =>
    (_name, options, callback) => {
      const entries = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      if (options.all === true) callback(null, entries);
      else callback(null, entries[0]?.address ?? '', entries[0]?.family);
    };

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0177.0.0.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://localhost/',
    'http://press.localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
  ])('refuses %s', async (url) => {
    const error = failure(
      await clientWith({ allowPrivateHosts: false }).client.get(url, { purpose: 'page' }),
    );
    expect(error).toMatchObject({ code: 'http/blocked-address', retryable: false });
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['loopback in IPv6', ['::1']],
    ['a public and a private address', ['93.184.215.14', '127.0.0.1']],
    ['a mapped address', ['::ffff:192.168.0.1']],
  ])('refuses a name that resolves to %s', async (_, addresses) => {
    const { client, slept } = clientWith({ allowPrivateHosts: false }, answering(...addresses));
    for (const scheme of ['http', 'https']) {
      const error = failure(await client.get(`${scheme}://news.example/`, { purpose: 'page' }));
      expect(error).toMatchObject({ code: 'http/blocked-address', retryable: false });
    }
    expect(slept.filter((ms) => ms >= 1_000)).toEqual([]);
  });

  it('connects to the addresses it has checked and asks for no second answer', async () => {
    let asked = 0;
    const rebinding: LookupFunction = (name, options, callback) => {
      asked++;
      answering(asked === 1 ? '192.0.2.1' : '127.0.0.1')(name, options, callback);
    };
    const { client } = clientWith({ allowPrivateHosts: false }, rebinding);
    expect(
      failure(await client.get('http://rebind.example/', { purpose: 'page', skipRobots: true })).code,
    ).toBe('http/blocked-address');
    expect(asked).toBe(1);
  });

  it('refuses a redirect from outside to a private address', async () => {
    // The first hop stands for a public site: it is reached by name, with private hosts allowed for that hop only.
    const { base, pages } = await serve({
      '/a': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    });
    const port = new URL(base).port;
    const sent: string[] = [];
    const { result } = await followRedirects(new URL(`http://127.0.0.1:${port}/a`), {
      maxRedirects: 5,
      allowPrivateHosts: false,
      permit: async () => ({ ok: true, value: { crawlDelayMs: 0 } }),
      send: async (url) => {
        sent.push(url.href);
        const response = await fetch(url, { redirect: 'manual' });
        return {
          ok: true,
          value: {
            status: response.status,
            contentType: null,
            location: response.headers.get('location'),
            retryAfter: null,
            validators: { etag: null, lastModified: null },
            bytes: new Uint8Array(0),
          },
        };
      },
      retryAfterMs: () => null,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'http/blocked-address' } });
    expect(sent).toHaveLength(1);
    expect(pages()).toEqual(['/a']);
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'http://user@example.com/',
    'https://user:secret@example.com/',
    'http://example.com:22/',
    'http://example.com:6379/',
    'not a url',
    '',
    '//example.com/',
    'http://',
  ])('refuses the address %j', async (url) => {
    const error = failure(
      await clientWith({ allowPrivateHosts: false }).client.get(url, { purpose: 'page' }),
    );
    expect(error).toMatchObject({ code: 'http/bad-url', retryable: false });
    expect(error.message).not.toContain('secret');
  });
});
