import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminSite, formOf, openAdminSite } from '../../../test/builders/admin-site.ts';
import * as build from '../../../test/builders/stored.ts';
import { addFeeds } from '../../store/feeds.ts';
import { saveOutlets } from '../../store/outlets.ts';
import { WINDOW_SECONDS } from '../api/rate-limit.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
const STORY = '/story/halvik-port-fire';

let site: AdminSite;
beforeAll(async () => {
  site = await openAdminSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const text = async (path: string) => await (await site.web.request(path)).text();
const reports = () => site.app.administration?.reports('open') ?? Promise.resolve([]);
const report = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  site.web.request('/report', {
    method: 'POST',
    headers,
    body: formOf({ story: 'halvik-port-fire', v: '3', note: 'It was the other port.', ...fields }),
  });

/** The reports that a story's page leads to. */
async function links(): Promise<string[]> {
  const found = [...(await text(STORY)).matchAll(/href="(\/report\?[^"]+)"/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  );
  return [...new Set(found)];
}

describe('reports of errors', () => {
  it('has a way from each passage to a form that holds the sentence', async () => {
    const paths = await links();
    const html = await text(STORY);
    expect(paths.length).toBeGreaterThan(5);
    expect(html.match(/>Report an error</g)).toHaveLength(
      html.match(/<aside class="passage"/g)?.length ?? -1,
    );
    for (const path of paths) {
      const answer = await site.web.request(path);
      const form = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(form.includes('<blockquote class="reported">'), path).toBe(path.includes('at='));
    }
  });

  it('keeps what a reader says with the sentence as it stood', async () => {
    const path = (await links()).find((one) => one.includes('at=')) ?? '';
    const query = Object.fromEntries(new URL(path, 'https://news.example').searchParams);
    const said = /reported"><p>([^<]+)</.exec(await text(path))?.[1];
    const answer = await report({ ...query, note: HOSTILE, contact: ' me@reader.example ' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(await answer.text()).toContain('Thank you');
    const [kept] = await reports();
    expect(kept).toMatchObject({
      storySlug: 'halvik-port-fire',
      version: 3,
      note: HOSTILE,
      contact: 'me@reader.example',
      doneAt: null,
    });
    expect(said).toContain(kept?.statement?.slice(0, 20) ?? 'nothing');
    expect(kept?.citation).not.toBeNull();
    expect(await text(STORY)).not.toContain('onerror');
  });

  it.each<[string, Record<string, string>, Record<string, string>, number]>([
    ['nothing said', { note: '  ' }, {}, 400],
    ['too much said', { note: 'x'.repeat(2_001) }, {}, 400],
    ['an unknown story', { story: 'nope' }, {}, 404],
    ['another site', {}, { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['another origin', {}, { Origin: 'https://evil.example' }, 403],
    ['a flood', { note: 'x'.repeat(40_000) }, { 'Content-Length': '40100' }, 413],
  ])('keeps nothing of %s', async (_, fields, headers, status) => {
    site.pass(WINDOW_SECONDS * 1000);
    const before = (await reports()).length;
    expect((await report(fields, headers)).status).toBe(status);
    expect(await reports()).toHaveLength(before);
  });

  it('thanks a program that fills in every field, and keeps nothing', async () => {
    site.pass(WINDOW_SECONDS * 1000);
    const before = (await reports()).length;
    expect((await report({ website: 'https://spam.example' })).status).toBe(200);
    expect(await reports()).toHaveLength(before);
  });

  it('takes four reports of one reader in a minute', async () => {
    site.pass(WINDOW_SECONDS * 1000);
    for (let i = 0; i < 4; i++) expect((await report({})).status).toBe(200);
    expect((await report({})).status).toBe(429);
    site.pass(WINDOW_SECONDS * 1000);
    expect((await report({})).status).toBe(200);
  });

  it.each(['/report', '/report?story=nope', '/report?story=halvik-port-fire&v=x'])(
    '%s is no form',
    async (path) => {
      expect([400, 404]).toContain((await site.web.request(path)).status);
    },
  );

  it('takes a place that is none for the page as a whole', async () => {
    for (const at of ['nw1-0-0', 'nope-1-2', 'x', '<script>-1-2', 'nw1-999999-9999999'])
      expect(await text(`/report?story=halvik-port-fire&at=${encodeURIComponent(at)}`), at).toContain(
        'the page as a whole',
      );
  });
});

describe('the sources and their health', () => {
  beforeAll(async () => {
    const { db } = site.app.store;
    await saveOutlets(db, [
      build.outlet('a.example', { name: `A ${HOSTILE}`, country: 'NO' }),
      build.outlet('b.example', { name: 'B', country: 'PL' }),
    ]);
    const feed = (id: string, outletId: string) => ({
      id,
      outletId,
      title: HOSTILE,
      url: `https://${outletId}/${id}`,
    });
    await addFeeds(db, [feed('f1', 'a.example'), feed('f2', 'b.example'), feed('f3', 'b.example')]);
    await db
      .updateTable('feeds')
      .set({ failures: 2, lastError: 'http/timeout: x', failingSince: Date.parse('2025-12-12T00:00:00Z') })
      .where('id', '=', 'f3')
      .execute();
  });

  it('shows what is in trouble first, with the sums on top', async () => {
    const html = await text('/sources');
    expect(html).toContain('3 feeds: 1 failing and 2 not asked yet.');
    expect(html).toMatch(/Has not answered in time since Friday.*Never asked yet/s);
    expect(html).not.toMatch(/<script>alert|<img/);
  });

  it.each([
    ['?country=PL', ['f2', 'f3']],
    ['?outlet=a.exam', ['f1']],
    ['?outlet=nobody', []],
    [`?outlet=${encodeURIComponent(HOSTILE)}`, ['f1']],
  ])('narrows to %s', async (query, ids) => {
    const html = await text(`/sources${query}`);
    const shown = [...html.matchAll(/class="source-feed">[^<]*example\/(f\d)</g)].map(([, id]) => id);
    expect(shown.sort()).toEqual(ids);
    expect(html).not.toMatch(/<script>alert|<img/);
  });

  it('tells the same to programs', async () => {
    const answer = await site.web.request('/api/v1/sources');
    const { sources } = (await answer.json()) as { sources: readonly Record<string, unknown>[] };
    expect(sources.map(({ condition }) => condition)).toEqual(['failing', 'unasked', 'unasked']);
    expect(sources[0]).toMatchObject({
      failingSince: '2025-12-12T00:00:00.000Z',
      outlet: { id: 'b.example' },
    });
    expect(await text('/api/v1/openapi.json')).toContain('"/sources"');
  });
});
