import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { BlockedAddressError, createGuardedConnector } from './guarded-connector.ts';

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of cleanup.splice(0)) await end();
});

async function request(host: string, options: { allowPrivateHosts: boolean; lookup?: LookupFunction }) {
  const server = createServer((_, response) => response.end('reached'));
  await new Promise<void>((done) => server.listen(0, '::', done));
  const agent = new Agent({ connect: createGuardedConnector({ connectTimeoutMs: 1_000, ...options }) });
  cleanup.push(
    () => agent.destroy(),
    () => new Promise((done) => server.close(done)),
  );
  const { body } = await agent.request({
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    path: '/',
    method: 'GET',
  });
  return body.text();
}

describe('createGuardedConnector', () => {
  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'localhost'])(
    'opens no socket to %s',
    async (host) => {
      await expect(request(host, { allowPrivateHosts: false })).rejects.toThrow(BlockedAddressError);
    },
  );

  it('opens none to what a name resolves to, asked for one address or for all', async () => {
    const lookup: LookupFunction = (_name, options, callback) =>
      options.all === true
        ? callback(null, [{ address: '127.0.0.1', family: 4 }])
        : callback(null, '127.0.0.1', 4);
    await expect(request('news.example', { allowPrivateHosts: false, lookup })).rejects.toThrow(
      BlockedAddressError,
    );
  });

  it('opens them where private hosts are allowed', async () => {
    expect(await request('127.0.0.1', { allowPrivateHosts: true })).toBe('reached');
  });
});
