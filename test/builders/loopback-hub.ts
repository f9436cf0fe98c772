import { createHmac, randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Subscriber {
  readonly callback: string;
  readonly topic: string;
  readonly secret: string | null;
}

/** A hub of W3C WebSub on loopback: verifies intent, signs what it delivers, and forgets who answers 410. */
export interface LoopbackHub {
  readonly url: string;
  /** An address that sends on to the hub with 307, as hubs that have moved do. */
  readonly oldUrl: string;
  /** Subscription requests so far, as their fields. */
  readonly requests: readonly Readonly<Record<string, string>>[];
  /** Callbacks that were verified, and those that did not repeat the challenge. */
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
  /** From now on subscriptions are denied for this reason; null takes them again. */
  deny(reason: string | null): void;
  /** Resolves when so many questions (verifications and denials) have been answered. */
  asked(count: number): Promise<void>;
  /** Fetches the topic and delivers it to its subscribers; the statuses they answer with. */
  publish(topic: string): Promise<number[]>;
  close(): Promise<void>;
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

function withQuery(callback: string, fields: Readonly<Record<string, string>>): string {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

/** @param leaseSeconds what the hub grants, whatever it is asked for */
export async function startLoopbackHub(leaseSeconds: number): Promise<LoopbackHub> {
  const subscribers = new Map<string, Subscriber>();
  const requests: Record<string, string>[] = [];
  const verified: string[] = [];
  const unverified: string[] = [];
  const questions = new EventEmitter();
  let answered = 0;
  let denial: string | null = null;

  async function ask(subscriber: Subscriber): Promise<void> {
    const { callback, topic } = subscriber;
    if (denial !== null) {
      await fetch(withQuery(callback, { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': denial }));
    } else {
      const challenge = randomBytes(16).toString('hex');
      const question = {
        'hub.mode': 'subscribe',
        'hub.topic': topic,
        'hub.challenge': challenge,
        'hub.lease_seconds': String(leaseSeconds),
      };
      const reply = await fetch(withQuery(callback, question));
      const isAgreed = reply.ok && (await reply.text()) === challenge;
      (isAgreed ? verified : unverified).push(callback);
      if (isAgreed) subscribers.set(`${callback} ${topic}`, subscriber);
    }
    answered += 1;
    questions.emit('answered');
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/old') {
      response.writeHead(307, { location: '/' }).end();
      return;
    }
    const form = await formOf(request);
    requests.push(form);
    const { 'hub.callback': callback, 'hub.topic': topic, 'hub.secret': secret } = form;
    if (request.method !== 'POST' || form['hub.mode'] !== 'subscribe' || !callback || !topic) {
      response.writeHead(400).end('mode, topic and callback are needed');
      return;
    }
    response.writeHead(202).end();
    await ask({ callback, topic, secret: secret ?? null });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => questions.emit('error', error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function deliver(key: string, { callback, topic, secret }: Subscriber): Promise<number> {
    const content = await fetch(topic);
    const body = Buffer.from(await content.arrayBuffer());
    const signature = secret === null ? null : createHmac('sha256', secret).update(body).digest('hex');
    const { status } = await fetch(callback, {
      method: 'POST',
      body,
      headers: {
        'content-type': content.headers.get('content-type') ?? 'text/xml',
        link: `<${url}>; rel="hub", <${topic}>; rel="self"`,
        ...(signature === null ? {} : { 'x-hub-signature': `sha256=${signature}` }),
      },
    });
    if (status === 410) subscribers.delete(key);
    return status;
  }

  return {
    url,
    oldUrl: `${url}old`,
    requests,
    verified,
    unverified,
    deny: (reason) => {
      denial = reason;
    },
    asked: async (count) => {
      while (answered < count) await once(questions, 'answered');
    },
    publish: async (topic) => {
      const subscribed = [...subscribers].filter(([, subscriber]) => subscriber.topic === topic);
      return await Promise.all(subscribed.map(([key, subscriber]) => deliver(key, subscriber)));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
