import { afterEach, describe, expect, it } from 'vitest';
import { clientWith, endAll, failure, type Handler, page, serve, value } from './loopback.ts';

afterEach(endAll);

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
      code: 'http/robots-unavailable',
      retryable: true,
    });
    broken = false;
    advance(1_800_000);
    const second = failure(await client.get(`${base}/1`, { purpose: 'page' }));
    expect(second).toMatchObject({
      code: 'http/robots-unavailable',
      retryable: true,
      retryAfterMs: 1_800_000,
    });
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
