import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One outlet on loopback that answers with what it is told, and counts what it is asked for. */
export interface LoopbackOutlet {
  readonly base: string;
  /** Paths asked for so far. */
  readonly asked: readonly string[];
  /** Answers this path with this body from now on; null takes it away. */
  put(
    path: string,
    body: string | Buffer | null,
    headers?: Readonly<Record<string, string>>,
    status?: number,
  ): void;
  close(): Promise<void>;
}

export async function startLoopbackOutlet(): Promise<LoopbackOutlet> {
  const pages = new Map<
    string,
    { body: string | Buffer; headers: Readonly<Record<string, string>>; status: number }
  >();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = pages.get(path);
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(page.status, page.headers).end(page.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put: (path, body, headers = { 'content-type': 'text/html; charset=utf-8' }, status = 200) => {
      if (body === null) pages.delete(path);
      else pages.set(path, { body, headers, status });
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A page with an article that is long enough to be one. */
export function articlePage(title: string, at: string): string {
  const paragraph = `The harbour office of Ostrelle said on ${at.slice(0, 10)} that ${title.toLowerCase()}, and that the two ferries would wait until the wind had dropped. Nobody was hurt, said its head, Mira Talvik, who had spoken with both captains in the morning.`;
  const text = [1, 2, 3, 4].map((n) => `<p>${paragraph} It is notice number ${n} of the day.</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${at}"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${text}</article></body></html>`;
}
