import { Hono } from 'hono';
import { notFound } from './errors.ts';
import type { WebDeps } from './web-deps.ts';

/** Serves the pictures of topics from the store. An address is made of the bytes, so it can be cached for good. */
export function pictureRoutes({ library }: WebDeps): Hono {
  const app = new Hono();
  app.get('/picture/:id', async (c) => {
    const id = c.req.param('id');
    const file = /^[0-9a-f]{24}$/.test(id) ? await library.picture(id) : null;
    if (file === null) throw notFound('There is no picture under this address.');
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  return app;
}
