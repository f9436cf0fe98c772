import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminSite, formOf, openAdminSite, type Session } from '../../../test/builders/admin-site.ts';
import { buildLibrary } from '../../../test/builders/library-builder.ts';
import * as build from '../../../test/builders/stored.ts';
import { saveReport } from '../../store/error-reports.ts';
import { addFeeds } from '../../store/feeds.ts';
import { saveOutlets } from '../../store/outlets.ts';
import { recordStageRun } from '../../store/stage-runs.ts';
import { WINDOW_SECONDS } from '../api/rate-limit.ts';
import { createWebApp } from '../web-app.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

let site: AdminSite;
let session: Session;
beforeAll(async () => {
  site = await openAdminSite();
  const { db } = site.app.store;
  await saveOutlets(db, [build.outlet('paper.example', { name: `Paper ${HOSTILE}` })]);
  const feed = { outletId: 'paper.example', title: HOSTILE };
  await addFeeds(db, [
    { ...feed, id: 'f1', url: 'https://paper.example/a.xml' },
    { ...feed, id: 'f2', url: 'https://paper.example/b.xml' },
  ]);
  await saveReport(
    db,
    {
      storyId: 's',
      storySlug: 'halvik-port-fire',
      headline: HOSTILE,
      version: 2,
      statement: HOSTILE,
      citation: null,
      note: HOSTILE,
      contact: HOSTILE,
    },
    1,
  );
  session = await site.signIn();
});
afterAll(() => site[Symbol.asyncDispose]());

/** All that the administration could change. */
async function stored(): Promise<string> {
  const { db } = site.app.store;
  const tables = ['feeds', 'settings', 'errorReports', 'storyEdits', 'adminSessions', 'stageRuns'] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
}

/** Every route under /admin that there is, with something in place of its parameters. */
function adminRoutes(): readonly (readonly [method: string, path: string])[] {
  const routes = site.web.routes.filter(
    ({ path, method }) => path.startsWith('/admin') && !path.includes('*') && method !== 'ALL',
  );
  const filled = routes.map(({ method, path }) => `${method} ${path.replace(':id', 'f1')}`);
  return [...new Set(filled)].map((one) => one.split(' ') as [string, string]);
}

describe('the guard of the administration', () => {
  it('answers every route without a session with the sign-in page, and changes nothing', async () => {
    const before = await stored();
    const routes = adminRoutes().filter(([method, path]) => `${method} ${path}` !== 'POST /admin/sign-in');
    expect(routes.length).toBeGreaterThanOrEqual(13);
    const fields = {
      do: 'remove',
      sure: 'yes',
      stage: 'fetch',
      url: 'https://x.example/',
      hide: 'x.example',
    };
    for (const [method, path] of [...routes, ['GET', '/admin/nothing'], ['PUT', '/admin/policy']] as const) {
      for (const cookie of ['', 'variorum_admin=', `variorum_admin=${'x'.repeat(43)}`]) {
        const body = method === 'GET' ? {} : { body: formOf({ ...fields, csrf: session.csrf }) };
        const answer = await site.web.request(path, { method, headers: { cookie }, ...body });
        expect([method, path, answer.status]).toEqual([method, path, 401]);
        const html = await answer.text();
        expect(html).toContain('Token of this installation');
        expect(html).not.toContain('paper.example');
      }
    }
    expect(await stored()).toBe(before);
  });

  it.each(['/admin/', '//admin', '/ADMIN', '/admin%2Fsources', '/admin/../admin/sources', '/admin;x'])(
    'shows nothing by way of %s',
    async (path) => {
      const answer = await site.web.request(path);
      expect([401, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain('paper.example');
    },
  );

  it('takes a form only with the proof of its session, and only from its own pages', async () => {
    const before = await stored();
    const other = await site.signIn();
    const post = (csrf: string | null, headers: Record<string, string> = {}) =>
      site.web.request('/admin/sources/f1', {
        method: 'POST',
        headers: { cookie: session.cookie, ...headers },
        body: formOf({ do: 'pause', ...(csrf === null ? {} : { csrf }) }),
      });
    expect((await post(null)).status).toBe(403);
    expect((await post(other.csrf)).status).toBe(403);
    expect((await post(session.csrf, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post(session.csrf, { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await post(session.csrf, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(session.csrf, { Origin: 'null' })).status).toBe(403);
    await other.post('/admin/sign-out');
    expect(await stored()).toBe(before);
  });

  it('keeps the cookie to itself, and gives readers none', async () => {
    const signIn = (web: AdminSite['web'], path: string, token: string) =>
      web.request(path, { method: 'POST', body: formOf({ token }) });
    const answer = await signIn(site.web, '/admin/sign-in', site.token);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(cookie.replace(/=[\w-]{43};/, '=TOKEN;')).toBe(
      'variorum_admin=TOKEN; Max-Age=43200; Path=/admin; HttpOnly; Secure; SameSite=Strict',
    );
    await using below = await openAdminSite({ baseUrl: 'http://127.0.0.1:4000/news' });
    const plain = await signIn(below.web, '/news/admin/sign-in', below.token);
    expect(plain.headers.get('Location')).toBe('/news/admin');
    expect(plain.headers.get('Set-Cookie')).toMatch(/Path=\/news\/admin; HttpOnly; SameSite=Strict$/);
    for (const path of [
      '/',
      '/story/halvik-port-fire',
      '/sources',
      '/report?story=halvik-port-fire',
      '/admin',
    ])
      expect((await site.web.request(path)).headers.get('Set-Cookie'), path).toBeNull();
  });

  it('lets nobody in with another token, and counts the attempts', async () => {
    await using own = await openAdminSite();
    const attempt = (token: string) =>
      own.web.request('/admin/sign-in', { method: 'POST', body: formOf({ token }) });
    for (const token of ['', 'x', `${own.token}x`, own.token.slice(1)]) {
      const answer = await attempt(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('Set-Cookie')).toBeNull();
      expect(await answer.text()).toContain('That is not the token');
    }
    for (let i = 0; i < 6; i++) await attempt('x');
    expect((await attempt(own.token)).status).toBe(429);
    own.pass(WINDOW_SECONDS * 1000);
    expect((await attempt(own.token)).status).toBe(303);
  });

  it('ends a session by signing out and by time, also for whoever kept the cookie', async () => {
    await using own = await openAdminSite();
    const first = await own.signIn();
    expect((await first.get('/admin')).status).toBe(200);
    const left = await first.post('/admin/sign-out');
    expect(left.headers.get('Set-Cookie')).toMatch(/^variorum_admin=; Max-Age=0; Path=\/admin/);
    expect((await first.get('/admin')).status).toBe(401);
    const second = await own.signIn();
    own.pass(12 * 3_600_000 - 1);
    expect((await second.get('/admin')).status).toBe(200);
    own.pass(1);
    expect((await second.get('/admin')).status).toBe(401);
  });

  it('has nothing under /admin where there is no administration', async () => {
    const deps = { asker: null, policyReader: null, notice: null, siteName: 'V', version: '0' };
    const web = createWebApp({
      ...deps,
      library: buildLibrary(),
      baseUrl: 'https://news.example',
      clock: { now: () => 0 },
      ready: async () => true,
    });
    expect((await web.request('/admin')).status).toBe(404);
    expect((await web.request('/admin/sign-in', { method: 'POST' })).status).toBe(404);
    expect((await web.request('/report?story=halvik-port-fire')).status).toBe(404);
    expect(await (await web.request('/story/halvik-port-fire')).text()).not.toContain('/report');
  });
});

describe('the pages of the administration', () => {
  it.each([
    '/admin',
    '/admin/sources',
    '/admin/reports',
    '/admin/reports?state=done',
    '/admin/stories',
    '/admin/policy',
  ])('%s is well made, holds no script and shows foreign text as text', async (path) => {
    const answer = await session.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe');
    const html = await answer.text();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<img|style=|onerror=alert\(2\)>/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('explains what failed in words and tries it again', async () => {
    await recordStageRun(site.app.store.db, {
      stage: 'fetch',
      key: 'a',
      version: 1,
      at: 1,
      failure: { code: 'http/timeout', message: HOSTILE, retryable: false },
    });
    const html = await (await session.get('/admin')).text();
    expect(html).toContain(
      'No complete answer in time. To do: it is tried again; look at the outlet&#39;s health.',
    );
    const answer = await session.post('/admin/retry', { stage: 'fetch', code: 'http/timeout' });
    const after = await answer.text();
    expect(after).toContain('1 failure to be tried again');
    expect(after).not.toContain('No complete answer in time');
  });

  it('pauses, resumes and polls a feed, and removes one only when asked twice', async () => {
    const feeds = async () => (await site.app.library.feeds()).map(({ feed }) => feed);
    const change = (id: string, wanted: string, more = {}) =>
      session.post(`/admin/sources/${id}`, { do: wanted, ...more });
    const paused = await change('f1', 'pause');
    expect(paused.status).toBe(303);
    expect(await (await session.get(paused.headers.get('Location') ?? '')).text()).toContain(
      'left alone until it is resumed',
    );
    expect((await feeds())[0]).toMatchObject({ id: 'f1', pausedAt: expect.any(Number) });
    await change('f1', 'resume');
    expect((await feeds())[0]).toMatchObject({ pausedAt: null, nextPollAt: 0 });
    expect((await change('f1', 'poll')).status).toBe(303);
    expect((await change('f1', 'explode')).status).toBe(400);
    expect((await change('nope', 'pause')).status).toBe(404);
    expect(await (await change('f2', 'remove')).text()).toContain('Its articles and their stories stay');
    expect(await feeds()).toHaveLength(2);
    await change('f2', 'remove', { sure: 'yes' });
    expect((await feeds()).map(({ id }) => id)).toEqual(['f1']);
  });

  it.each([
    ['not an address', 'is not an http or https address'],
    ['http://127.0.0.1:9/feed', 'private'],
    ['javascript:alert(1)', 'is not an http or https address'],
  ])('says why %s cannot be added', async (url, why) => {
    const answer = await session.post('/admin/sources', { url });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain(why);
    expect(html).toContain(`value="${url}"`);
  });

  it('marks a report as dealt with, and opens it again', async () => {
    const html = await (await session.get('/admin/reports')).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const action = /action="(\/admin\/reports\/[\w-]+)"/.exec(html)?.[1] ?? '';
    await session.post(action, { do: 'done' });
    expect(await (await session.get('/admin/reports')).text()).toContain('None.');
    expect(await (await session.get('/admin/reports?state=done')).text()).toMatch(/session [0-9a-f]{6}/);
    await session.post(action, { do: 'open' });
    expect(await (await session.get('/admin/reports')).text()).toContain(action);
    expect((await session.post('/admin/reports/none', { do: 'done' })).status).toBe(404);
  });

  it('sets the policy of the site as the command does', async () => {
    const answer = await session.post('/admin/policy', {
      hide: 'tabloid.example\nother.example',
      weigh: 'paper.example:2',
      min: '2',
    });
    expect(answer.status).toBe(303);
    expect(await site.app.administration?.policy()).toEqual({
      hide: ['other.example', 'tabloid.example'],
      weights: { 'paper.example': 2 },
      minOutlets: 2,
    });
    expect(await (await session.get('/admin/policy')).text()).toContain('Left out: other.example');
    const bad = await session.post('/admin/policy', { hide: HOSTILE, weigh: '', min: '' });
    expect(bad.status).toBe(400);
    expect(await bad.text()).not.toContain('<script');
  });

  it('says which story cannot be found', async () => {
    const answer = await session.get('/admin/stories?story=https://news.example/story/nope?x');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such story');
    for (const path of ['/admin/stories/nope/merge', '/admin/stories/nope/split']) {
      const refused = await session.post(path, { into: 'x', article: ['a'] });
      expect(refused.status).toBe(404);
    }
  });
});
