/** The rival of the bench of pages: one page from memory, compressed once, by Hono and its server with nothing around them. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [file = '', port = '0'] = process.argv.slice(2);
const body = new Uint8Array(gzipSync(readFileSync(file)));
const app = new Hono();
app.get('*', (c) =>
  c.body(body, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' }),
);
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) }, () => console.error('listens'));
