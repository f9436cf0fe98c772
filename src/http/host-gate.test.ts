import { afterEach, describe, expect, it } from 'vitest';
import { clientWith, endAll, failure, type Handler, page, serve, text, value } from './loopback.ts';

afterEach(endAll);

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
      code: code === 410 ? 'http/gone' : 'http/status',
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
    await endAll();
    const error = failure(await clientWith().client.get(`http://127.0.0.1:${port}/`, { purpose: 'page' }));
    expect(error).toMatchObject({ code: 'http/network', retryable: true });
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
