import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { toConfig } from '../../src/config.ts';
import { hashOfToken, newAdminToken } from '../../src/publish/admin/admin-token.ts';
import { createWebApp } from '../../src/publish/web-app.ts';
import type { WebDeps } from '../../src/publish/web-deps.ts';
import { saveAdminToken } from '../../src/store/admin-sessions.ts';
import { buildLibrary } from './library-builder.ts';

const NOW = Date.parse('2025-12-14T20:05:00Z');

export interface AdminSite extends AsyncDisposable {
  readonly app: App;
  readonly web: ReturnType<typeof createWebApp>;
  readonly token: string;
  /** Lets time go by, ms. */
  pass(ms: number): void;
  /** Signs in and gives what a browser would send and its forms would hold from then on. */
  signIn(): Promise<Session>;
}

export interface Session {
  readonly cookie: string;
  readonly csrf: string;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string | readonly string[]>): Promise<Response>;
}

export function formOf(fields: Record<string, string | readonly string[]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
}

/**
 * The site with its real administration over a base of its own that nobody works on; readers see the invented library of
 * Halvik, with the feeds of that base.
 */
export async function openAdminSite(deps: Partial<WebDeps> = {}): Promise<AdminSite> {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-admin-'));
  let now = NOW;
  const clock = { now: () => now };
  const config = toConfig({ dataDir: folder, world: 'off', roles: 'web', threads: '1' });
  const app = await createApp(config, { logLevel: 'silent', clock });
  const token = newAdminToken();
  await saveAdminToken(app.store, hashOfToken(token));
  const web = createWebApp({
    library: { ...buildLibrary(), feeds: app.library.feeds },
    asker: null,
    policyReader: null,
    administration: app.administration,
    reportBox: app.reportBox,
    baseUrl: 'https://news.example',
    siteName: 'Variorum',
    notice: null,
    clock,
    version: '0.1.0',
    ready: async () => true,
    ...deps,
  });
  const prefix = new URL(deps.baseUrl ?? 'https://news.example').pathname.replace(/\/$/, '');
  return {
    app,
    web,
    token,
    pass: (ms) => {
      now += ms;
    },
    async signIn() {
      const answer = await web.request(`${prefix}/admin/sign-in`, {
        method: 'POST',
        body: formOf({ token }),
      });
      const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
      const get = async (path: string) => await web.request(`${prefix}${path}`, { headers: { cookie } });
      const csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/admin')).text())?.[1] ?? '';
      return {
        cookie,
        csrf,
        get,
        post: async (path, fields = {}) =>
          await web.request(`${prefix}${path}`, {
            method: 'POST',
            headers: { cookie },
            body: formOf({ csrf, ...fields }),
          }),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}
