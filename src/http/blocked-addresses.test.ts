import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { followRedirects } from './follow-redirects.ts';
import { clientWith, endAll, failure, serve } from './loopback.ts';

afterEach(endAll);

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
            link: null,
            freshForMs: null,
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
