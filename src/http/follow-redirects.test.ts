import { afterEach, describe, expect, it } from 'vitest';
import { clientWith, endAll, failure, type Handler, page, serve, value } from './loopback.ts';

afterEach(endAll);

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
