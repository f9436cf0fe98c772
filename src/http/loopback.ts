/** Real servers on loopback and clients whose waiting only moves their own clock, for the tests of this room. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import type { Failure } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { createHttpClient } from './http-client.ts';
import type { HttpOptions } from './http-options.ts';
import type { HttpResponse } from './http-response.ts';
import type { RobotsStore, StoredRobots } from './robots.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const cleanup: (() => Promise<void>)[] = [];

/** Ends what the test has started, newest first. */
export async function endAll(): Promise<void> {
  for (const end of cleanup.splice(0).reverse()) await end();
}

/** A server on a free loopback port. robots.txt allows everything unless the handler map says otherwise. */
export async function serve(routes: Record<string, Handler>) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    const path = url.split('?')[0] ?? '';
    const handler = routes[path] ?? (path === '/robots.txt' ? notFound : routes['*']) ?? notFound;
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  cleanup.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, requests, pages: () => requests.filter((url) => url !== '/robots.txt') };
}

const notFound: Handler = (_, response) => response.writeHead(404).end();
export const page =
  (text: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(text);

class MemoryRobots implements RobotsStore {
  readonly rows = new Map<string, StoredRobots>();
  async get(origin: string) {
    return this.rows.get(origin) ?? null;
  }
  async put(origin: string, body: string | null, fetchedAt: number) {
    this.rows.set(origin, { body, fetchedAt });
  }
}

/** A client whose waiting only moves its own clock. */
export function clientWith(options: Partial<HttpOptions> = {}, lookup?: LookupFunction) {
  let now = Date.UTC(2026, 10, 23);
  const slept: number[] = [];
  const robots = new MemoryRobots();
  const client = createHttpClient(
    { allowPrivateHosts: true, timeoutMs: 5_000, ...options },
    {
      clock: { now: () => now },
      robots,
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
      ...(lookup === undefined ? {} : { lookup }),
    },
  );
  cleanup.push(() => client.close());
  const advance = (ms: number) => {
    now += ms;
  };
  return { client, slept, robots, advance, now: () => now };
}

export function value(result: Result<HttpResponse, Failure>): HttpResponse {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function failure(result: Result<HttpResponse, Failure>): Failure {
  if (result.ok) throw new Error(`expected a failure, got ${result.value.status}`);
  if (result.error.message.length < 20)
    throw new Error(`a message that explains nothing: ${result.error.message}`);
  return result.error;
}

export const text = (response: HttpResponse) => new TextDecoder().decode(response.bytes);
