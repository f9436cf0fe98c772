import { Hono } from 'hono';
import type { WebDeps } from './web-deps.ts';

/** `/healthz`: the process lives. `/readyz`: the store answers, so that a balancer may send readers here. */
export function healthRoutes({ ready, report }: Pick<WebDeps, 'ready' | 'report'>): Hono {
  const app = new Hono();
  const fresh = { 'Cache-Control': 'no-store' };
  app.get('/healthz', (c) => c.json({ status: 'alive' }, 200, fresh));
  app.get('/readyz', async (c) => {
    try {
      if (await ready()) return c.json({ status: 'ready' }, 200, fresh);
    } catch (error) {
      report?.(error, c.req.path);
    }
    return c.json({ status: 'not ready' }, 503, fresh);
  });
  return app;
}
