import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { NamedVersion } from '../../../core/listings.ts';
import type { Address } from '../../address.ts';
import { problemBody, problemOf, tooBusy } from '../../errors.ts';
import type { WebDeps } from '../../web-deps.ts';
import { versionEventView } from '../list-views.ts';
import { eventId, parseEventId } from './event-id.ts';
import type { VersionFeed } from './version-feed.ts';

/** Open streams of one process. */
const MAX_STREAMS = 200;
/** A client that leaves this many events unread is cut off; it comes back and goes on from its last one. */
const MAX_WAITING = 500;
/** Between two signs of life: below the minute after which proxies close a silent connection. */
const HEARTBEAT_MS = 25_000;

type Sending = NamedVersion | 'heartbeat' | 'reset';

/** What waits to be written to one client. */
class Outbox {
  readonly #waiting: Sending[] = [];
  #wake: () => void = () => {};
  isClosed = false;

  put(...events: readonly Sending[]): void {
    this.#waiting.push(...events);
    if (this.#waiting.length > MAX_WAITING) this.isClosed = true;
    this.#wake();
  }

  close(): void {
    this.isClosed = true;
    this.#wake();
  }

  async *take(): AsyncGenerator<Sending> {
    while (!this.isClosed) {
      const event = this.#waiting.shift();
      if (event !== undefined) yield event;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

async function send(stream: SSEStreamingApi, event: Sending, address: Address): Promise<void> {
  if (event === 'heartbeat') await stream.write(': alive\n\n');
  else if (event === 'reset') await stream.writeSSE({ event: 'reset', data: '{}' });
  else {
    const data = JSON.stringify(versionEventView(event, address));
    await stream.writeSSE({ event: 'version', id: eventId(event), data });
  }
}

/**
 * `/events`: server-sent events (WHATWG HTML §9.2), one per new version of a story. With `Last-Event-ID` what was missed comes first, or an
 * event `reset` when that is too much and the lists have to be read anew. An event may come twice; story and version tell.
 */
export function eventRoutes(deps: WebDeps, address: Address, feed: VersionFeed): Hono {
  const app = new Hono();
  let open = 0;
  app.get('/events', (c) => {
    if (open >= MAX_STREAMS) {
      const problem = problemOf(tooBusy('Too many streams are open. Please ask for /stories now and then.'));
      return c.json(problemBody(problem, c.req.path), problem.status, {
        'Content-Type': 'application/problem+json',
        'Retry-After': '60',
      });
    }
    const last = parseEventId(c.req.header('Last-Event-ID'));
    // Proxies of the nginx kind hold answers back otherwise.
    c.header('X-Accel-Buffering', 'no');
    open += 1;
    return streamSSE(c, async (stream) => {
      const outbox = new Outbox();
      const close = () => outbox.close();
      stream.onAbort(close);
      deps.stopping?.addEventListener('abort', close);
      const heartbeat = setInterval(() => outbox.put('heartbeat'), HEARTBEAT_MS);
      let stop: () => void = () => {};
      try {
        outbox.put('heartbeat');
        stop = await feed.subscribe((versions) => outbox.put(...versions));
        if (last !== null) outbox.put(...((await feed.since(last)) ?? (['reset'] as const)));
        for await (const event of outbox.take()) await send(stream, event, address);
      } finally {
        open -= 1;
        clearInterval(heartbeat);
        deps.stopping?.removeEventListener('abort', close);
        stop();
      }
    });
  });
  return app;
}
