import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { startWebServer } from '../../src/cli/web-server.ts';
import { toConfig } from '../../src/config.ts';
import { addOpml } from '../../src/pipeline/intake/add-outlets.ts';
import { askHubs } from '../../src/pipeline/websub/ask-hubs.ts';
import { addFeeds, changeFeed } from '../../src/store/feeds.ts';
import {
  changeSubscription,
  countMissed,
  dueSubscriptions,
  isPushed,
  saveOffer,
  subscriptionByToken,
} from '../../src/store/hub-subscriptions.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { type LoopbackHub, startLoopbackHub } from '../builders/loopback-hub.ts';
import { articlePage, type LoopbackOutlet, startLoopbackOutlet } from '../builders/loopback-outlet.ts';
import { freePort } from '../builders/loopback-press.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LEASE_SECONDS = 4 * 24 * 3_600;

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`what is kept of hubs on ${database.name}`, () => {
    let opened: Opened;
    const offer = { hubUrl: 'https://hub.example/', topicUrl: 'https://paper.example/feed' };
    beforeAll(async () => {
      opened = await database.open();
      await saveOutlets(opened.store.db, [build.outlet('paper.example')]);
      await addFeeds(opened.store.db, [
        { id: 'f', outletId: 'paper.example', url: offer.topicUrl, title: null },
      ]);
    }, 60_000);
    afterAll(() => opened.close());

    it('is asked for once, while the feed names the same hub', async () => {
      const { db } = opened.store;
      await saveOffer(db, 'f', offer, { token: 'one', secret: 's' });
      await saveOffer(db, 'f', offer, { token: 'two', secret: 't' });
      expect(await dueSubscriptions(db, 0, 9)).toMatchObject([
        { feedId: 'f', token: 'one', state: 'offered' },
      ]);
      await changeFeed(db, 'f', 'pause', 1);
      expect(await dueSubscriptions(db, 0, 9)).toEqual([]);
      await changeFeed(db, 'f', 'resume', 1);
    });

    it('counts as telling until its lease ends or it has missed too much', async () => {
      const { db } = opened.store;
      await changeSubscription(db, 'f', { state: 'active', expiresAt: 100, askAt: 80 });
      expect([await isPushed(db, 'f', 99), await isPushed(db, 'f', 100)]).toEqual([true, false]);
      await countMissed(db, 'f');
      expect(await isPushed(db, 'f', 99)).toBe(true);
      await countMissed(db, 'f');
      expect(await isPushed(db, 'f', 99)).toBe(false);
    });

    it('begins anew with another hub, and ends with none', async () => {
      const { db } = opened.store;
      const moved = { ...offer, hubUrl: 'https://other-hub.example/' };
      await saveOffer(db, 'f', moved, { token: 'three', secret: 'u' });
      expect(await subscriptionByToken(db, 'one')).toBeNull();
      expect(await subscriptionByToken(db, 'three')).toMatchObject({
        state: 'offered',
        expiresAt: null,
        missed: 0,
      });
      await saveOffer(db, 'f', null, { token: 'four', secret: 'v' });
      expect(await subscriptionByToken(db, 'three')).toBeNull();
    });
  });
}

describe('a feed with a hub', () => {
  let folder: string;
  let hub: LoopbackHub;
  let outlet: LoopbackOutlet;
  let app: App;
  let server: Awaited<ReturnType<typeof startWebServer>>;
  let ahead = 0;
  let items = 0;
  const topic = () => `${outlet.base}/feed.xml`;

  /** Prints one more article; the feed is there at once, with the hub in its Link header. */
  function print(): void {
    items += 1;
    const listed = Array.from({ length: items }, (_, i) => {
      const url = `${outlet.base}/articles/${i + 1}`;
      return `<item><title>Notice ${i + 1}</title><link>${url}</link><guid>${url}</guid></item>`;
    });
    outlet.put(`/articles/${items}`, articlePage(`Notice ${items}`, '2026-11-20T08:00:00Z'));
    outlet.put(
      '/feed.xml',
      `<rss version="2.0"><channel><title>Harbour Post</title><link>${outlet.base}/</link>${listed.join('')}</channel></rss>`,
      { 'content-type': 'application/rss+xml', link: `<${hub.oldUrl}>; rel="hub", <${topic()}>; rel="self"` },
    );
  }

  async function round(): Promise<void> {
    await app.coordinator.begin('poll', 'due');
    await app.coordinator.complete();
  }
  const ask = () => askHubs(app.world, app.config.callbackBase ?? '');
  const subscription = () => app.store.db.selectFrom('hubSubscriptions').selectAll().executeTakeFirst();
  const articles = async () => (await app.library.status()).articles;
  const polls = () => outlet.asked.filter((path) => path === '/feed.xml').length;
  const deliver = (signature: Record<string, string>) =>
    fetch(hub.verified[0] ?? '', {
      method: 'POST',
      body: '<rss version="2.0"><channel><item><link>https://evil.example/a</link></item></channel></rss>',
      headers: { 'content-type': 'application/rss+xml', ...signature },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-websub-'));
    hub = await startLoopbackHub(LEASE_SECONDS);
    outlet = await startLoopbackOutlet();
    print();
    const port = String(await freePort());
    const settings = {
      dataDir: folder,
      port,
      baseUrl: `http://127.0.0.1:${port}/news`,
      allowPrivateHosts: 'on',
      world: 'off',
    };
    const clock = { now: () => Date.now() + ahead };
    app = await createApp(toConfig(settings), { logLevel: 'silent', clock });
    await addOpml(app.store, [
      { name: 'Harbour Post', feedUrl: topic(), homeUrl: `${outlet.base}/`, category: null },
    ]);
    await round();
    server = await startWebServer(app);
  }, 60_000);
  afterAll(async () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await app[Symbol.asyncDispose]();
    await Promise.all([hub.close(), outlet.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  it('is subscribed to, after the hub has asked whether that is wanted', async () => {
    expect(await articles()).toBe(1);
    expect(await ask()).toEqual({ asked: 1, failed: 0 });
    await hub.asked(1);
    expect(hub.verified).toHaveLength(1);
    expect(hub.requests).toMatchObject([{ 'hub.mode': 'subscribe', 'hub.topic': topic() }]);
    const kept = await subscription();
    expect(kept?.state).toBe('active');
    expect((kept?.expiresAt ?? 0) - app.clock.now()).toBeGreaterThan((LEASE_SECONDS - 60) * 1_000);
    expect(await ask()).toEqual({ asked: 0, failed: 0 });
  });

  it('is read from what the hub delivers, without being asked', async () => {
    const before = polls();
    print();
    const rung = app.bell.next(10 * MINUTE, new AbortController().signal);
    // The hub fetches the topic itself, which the outlet counts too.
    expect(await hub.publish(topic())).toEqual([204]);
    await rung;
    await round();
    expect(await articles()).toBe(2);
    expect(polls()).toBe(before + 1);
  });

  it('is asked more rarely as long as the hub tells', async () => {
    ahead += DAY / 2;
    await round();
    const feed = await app.store.db.selectFrom('feeds').selectAll().executeTakeFirstOrThrow();
    expect(feed.nextPollAt - (feed.lastPolledAt ?? 0)).toBeGreaterThanOrEqual(60 * MINUTE);
  });

  it.each([
    ['no signature', {}],
    ['a signature under another key', { 'x-hub-signature': `sha256=${'0'.repeat(64)}` }],
  ])('takes nothing with %s, and does not tell', async (_, signature) => {
    expect((await deliver(signature)).status).toBe(204);
    const entries = await app.store.db.selectFrom('entries').select('url').execute();
    expect(entries.filter(({ url }) => url.includes('evil'))).toEqual([]);
  });

  it('agrees to nothing that it has not asked for', async () => {
    const callback = hub.verified[0] ?? '';
    const questions = [
      { 'hub.mode': 'subscribe', 'hub.topic': 'https://elsewhere.example/feed', 'hub.challenge': 'x' },
      { 'hub.mode': 'unsubscribe', 'hub.topic': topic(), 'hub.challenge': 'x' },
      { 'hub.mode': 'subscribe', 'hub.topic': topic() },
    ];
    for (const question of questions)
      expect((await fetch(`${callback}?${new URLSearchParams(question)}`)).status).toBe(404);
    expect((await subscription())?.state).toBe('active');
  });

  it('renews before the lease ends', async () => {
    const before = (await subscription())?.expiresAt ?? 0;
    ahead += LEASE_SECONDS * 1_000 - DAY;
    expect(await ask()).toEqual({ asked: 1, failed: 0 });
    await hub.asked(2);
    expect((await subscription())?.expiresAt).toBeGreaterThan(before + DAY);
  });

  it('is polled as before when the hub refuses, and the reason is kept', async () => {
    hub.deny('no more room');
    ahead += LEASE_SECONDS * 1_000;
    expect(await ask()).toEqual({ asked: 1, failed: 0 });
    await hub.asked(3);
    expect(await subscription()).toMatchObject({
      state: 'denied',
      expiresAt: null,
      lastError: 'hub/denied: no more room',
    });
    print();
    await round();
    expect(await articles()).toBe(3);
    hub.deny(null);
  });

  it('ends at the hub when the feed is removed', async () => {
    const { id } = await app.store.db.selectFrom('feeds').select('id').executeTakeFirstOrThrow();
    await changeFeed(app.store.db, id, 'remove', app.clock.now());
    expect(await hub.publish(topic())).toEqual([410]);
    expect(await hub.publish(topic())).toEqual([]);
  });
});

describe('where hubs could not reach the site', () => {
  it.each([
    ['no address is set', {}, null],
    ['a private one is set', { baseUrl: 'http://192.168.1.5:4000' }, null],
    ['it is switched off', { baseUrl: 'https://news.example', websub: 'off' }, null],
    ['a public one is set', { baseUrl: 'https://news.example/v/' }, 'https://news.example/v'],
  ])('%s', (_, settings, expected) => {
    expect(toConfig(settings).callbackBase).toBe(expected);
  });
});
