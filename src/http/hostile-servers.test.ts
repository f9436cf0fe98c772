import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from './http-options.ts';
import { clientWith, endAll, type Handler, page, serve, text } from './loopback.ts';

afterEach(endAll);

/** One way to do harm, and what has to come of it: a code of a failure, or `served` with the text that is read all the same. */
interface Case {
  readonly name: string;
  /** A whole address, or a path of the hostile server. */
  readonly target: string;
  readonly routes?: Record<string, Handler>;
  readonly resolves?: readonly string[];
  readonly options?: Partial<HttpOptions>;
  readonly outcome: string;
}

const PUBLIC_ONLY = { allowPrivateHosts: false };
const ZEROES = Buffer.alloc(50_000_000);
const MEGABYTE = { maxBytes: 1_000_000, retries: 0 };
const IMPATIENT = { timeoutMs: 300, retries: 0 };

const literal = (url: string): Case => ({
  name: `the address ${url}`,
  target: url,
  options: PUBLIC_ONLY,
  outcome: 'http/blocked-address',
});

const resolving = (...resolves: string[]): Case => ({
  name: `a name that resolves to ${resolves.join(' and ')}`,
  target: 'http://press.example/',
  resolves,
  options: PUBLIC_ONLY,
  outcome: 'http/blocked-address',
});

const redirecting = (location: string, outcome: string): Case => ({
  name: `a redirect to ${location}`,
  target: '/',
  routes: { '/': (_, response) => response.writeHead(302, { location }).end() },
  outcome,
});

const sending = (name: string, headers: Record<string, string>, body: Buffer, outcome: string): Case => ({
  name,
  target: '/',
  routes: { '/': (_, response) => response.writeHead(200, headers).end(body) },
  options: MEGABYTE,
  outcome,
});

/** A handler that speaks past the server's own rules: what it writes goes on the wire as it is. */
const raw = (name: string, wire: string, outcome: string): Case => ({
  name,
  target: '/',
  routes: { '/': (request) => request.socket.end(wire) },
  options: { ...IMPATIENT, retries: 0 },
  outcome,
});

/** Writes a piece each time the one before is out, until the reader has had enough. */
function endless(response: ServerResponse, piece: Buffer): void {
  const write = (): void => {
    while (!response.destroyed && response.write(piece)) {}
  };
  response.on('drain', write);
  write();
}

function dripping(_: IncomingMessage, response: ServerResponse): void {
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
}

const CASES: readonly Case[] = [
  ...[
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0177.0.0.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://press.localhost./',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
  ].map(literal),
  resolving('127.0.0.1'),
  resolving('10.0.0.1'),
  resolving('169.254.169.254'),
  resolving('::1'),
  resolving('::ffff:192.168.0.1'),
  resolving('64:ff9b::a00:1'),
  resolving('fe80::1'),
  resolving('93.184.215.14', '127.0.0.1'),
  redirecting('file:///etc/passwd', 'http/bad-url'),
  redirecting('ftp://press.example/', 'http/bad-url'),
  redirecting('javascript:alert(1)', 'http/bad-url'),
  redirecting('http://reader:secret@press.example/', 'http/bad-url'),
  redirecting('/', 'http/redirects'),
  redirecting('http://[::', 'http/redirects'),
  sending('a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(ZEROES), 'http/too-large'),
  sending('a deflate bomb', { 'content-encoding': 'deflate' }, deflateSync(ZEROES), 'http/too-large'),
  sending(
    'a brotli bomb',
    { 'content-encoding': 'br' },
    brotliCompressSync(Buffer.alloc(5_000_000)),
    'http/too-large',
  ),
  sending(
    'a bomb in a bomb',
    { 'content-encoding': 'gzip, gzip' },
    gzipSync(gzipSync(ZEROES)),
    'http/too-large',
  ),
  sending(
    'a stack of codings',
    { 'content-encoding': 'gzip, gzip, gzip' },
    ZEROES.subarray(0, 10),
    'http/network',
  ),
  sending(
    'a body that is no gzip',
    { 'content-encoding': 'gzip' },
    Buffer.from([31, 139, 9, 9]),
    'http/network',
  ),
  sending('an unknown coding', { 'content-encoding': 'x-evil' }, Buffer.from('a'), 'http/network'),
  sending('a body above the limit', {}, ZEROES.subarray(0, 1_000_001), 'http/too-large'),
  {
    name: 'a body without end',
    target: '/',
    routes: { '/': (_, response) => endless(response, ZEROES.subarray(0, 65_536)) },
    options: MEGABYTE,
    outcome: 'http/too-large',
  },
  {
    name: 'a body that drips',
    target: '/',
    routes: { '/': dripping },
    options: IMPATIENT,
    outcome: 'http/timeout',
  },
  {
    name: 'no answer at all',
    target: '/',
    routes: { '/': () => {} },
    options: IMPATIENT,
    outcome: 'http/timeout',
  },
  {
    name: 'a robots.txt without end',
    target: '/',
    routes: {
      '/robots.txt': (_, response) => endless(response, Buffer.from('# comment\n'.repeat(1_000))),
      '/': page('read'),
    },
    outcome: 'served: read',
  },
  raw('a header of a megabyte', `HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(1e6)}\r\n\r\n`, 'http/network'),
  raw(
    'ten thousand headers',
    `HTTP/1.1 200 OK\r\n${'X-A: aaaaaaaaaa\r\n'.repeat(10_000)}\r\n`,
    'http/network',
  ),
  raw('two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\na', 'http/network'),
  raw('a length below zero', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\na', 'http/network'),
  raw('a chunk of no number', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'http/network'),
  raw('what is no HTTP', '\0\u0001SSH-2.0-hostile\r\n', 'http/network'),
  {
    name: 'a cookie that the next request should carry',
    target: '/',
    routes: {
      '/': (_, response) =>
        response.writeHead(302, { 'set-cookie': 'reader=1; Path=/', location: '/next' }).end(),
      '/next': ({ headers }, response) => response.end(`cookie ${headers.cookie ?? 'none'}`),
    },
    outcome: 'served: cookie none',
  },
  {
    name: 'a challenge for a password',
    target: '/',
    routes: {
      '/': (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
    },
    outcome: 'http/status',
  },
];

function resolver(addresses: readonly string[]): LookupFunction {
  return (_name, options, callback) => {
    const entries = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all === true) callback(null, entries);
    else callback(null, entries[0]?.address ?? '', entries[0]?.family);
  };
}

async function outcomeOf({ target, routes = {}, resolves, options }: Case): Promise<string> {
  const { base } = await serve(routes);
  const { client } = clientWith(options, resolves === undefined ? undefined : resolver(resolves));
  const result = await client.get(target.startsWith('/') ? base + target : target, { purpose: 'page' });
  return result.ok ? `served: ${text(result.value)}` : result.error.code;
}

describe('hostile servers', () => {
  it('are at least forty cases', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(CASES)('$name gives $outcome', async (hostile) => {
    expect(await outcomeOf(hostile)).toBe(hostile.outcome);
  });
});
