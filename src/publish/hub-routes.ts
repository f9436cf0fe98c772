import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PushDesk } from '../core/push-desk.ts';

/** As large as a polled feed may be. */
const MAX_DELIVERY_BYTES = 10_000_000;

/** `/websub/TOKEN`: the callback of subscriptions at the hubs of feeds (W3C WebSub §5.3 and §7). Nothing where none are made. */
export function hubRoutes({ pushDesk }: { readonly pushDesk?: PushDesk | null }): Hono {
  const app = new Hono();
  const desk = pushDesk ?? null;
  if (desk === null) return app;
  app.get('/websub/:token', async (c) => {
    const lease = Number(c.req.query('hub.lease_seconds') ?? Number.NaN);
    const reply = await desk.answer(c.req.param('token'), {
      mode: c.req.query('hub.mode') ?? '',
      topic: c.req.query('hub.topic') ?? '',
      challenge: c.req.query('hub.challenge') ?? null,
      leaseSeconds: Number.isFinite(lease) ? lease : null,
      reason: c.req.query('hub.reason') ?? null,
    });
    c.header('Cache-Control', 'no-store');
    return reply === null ? c.text('This subscription is not wanted.', 404) : c.text(reply);
  });
  app.post('/websub/:token', bodyLimit({ maxSize: MAX_DELIVERY_BYTES }), async (c) => {
    const outcome = await desk.take(c.req.param('token'), {
      contentType: c.req.header('Content-Type') ?? null,
      body: new Uint8Array(await c.req.arrayBuffer()),
      signature: c.req.header('X-Hub-Signature') ?? null,
    });
    // 410 ends a subscription at the hub. What is signed wrongly is thrown away and acknowledged all the same, so that nobody learns
    // a secret by trying (§7.1.2).
    return outcome === 'unknown' ? c.text('There is no such subscription.', 410) : c.body(null, 204);
  });
  return app;
}
