import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { clientWith, endAll, failure, type Handler, page, serve, text, value } from './loopback.ts';

afterEach(endAll);

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
