import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DigestWish } from '../../src/core/subscription.ts';
import { type MailRoom, openMail } from '../../src/mail/open-mail.ts';
import { createMailWriter } from '../../src/publish/mail/mail-writer.tsx';
import { createWebApp } from '../../src/publish/web-app.ts';
import { countSubscribers } from '../../src/store/subscribers.ts';
import { buildLibrary } from '../builders/library-builder.ts';
import { type LoopbackSmtp, startLoopbackSmtp } from '../builders/loopback-smtp.ts';
import { DATABASES, type Opened } from './databases.ts';

const HOUR = 3_600_000;
/** The day of the invented fire of Halvik, of which the library tells. */
const MORNING = Date.parse('2025-12-15T07:10:00Z');
const WISH: DigestWish = {
  email: 'reader@example.org',
  frequency: 'daily',
  hour: 7,
  weekday: 1,
  timeZone: 'UTC',
  topics: [],
};

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`digests on ${database.name}`, () => {
    let opened: Opened;
    let smtp: LoopbackSmtp;
    let mail: MailRoom;
    let now = MORNING - HOUR;

    beforeAll(async () => {
      opened = await database.open();
      smtp = await startLoopbackSmtp();
      mail = await openMail(
        { smtpUrl: smtp.url, from: 'News <news@site.example>' },
        {
          db: opened.store.db,
          clock: { now: () => now },
          library: buildLibrary(),
          writer: createMailWriter({ siteName: 'Variorum', baseUrl: 'https://site.example/news' }),
        },
      );
    }, 60_000);
    afterAll(async () => {
      mail.close();
      await smtp.close();
      await opened.close();
    });

    /** The page behind an address of the site, with a form or without. */
    async function visit(url: string, init?: RequestInit): Promise<Response> {
      const site = createWebApp({
        library: buildLibrary(),
        asker: null,
        policyReader: null,
        desk: mail.desk,
        baseUrl: 'https://site.example/news',
        siteName: 'Variorum',
        notice: null,
        clock: { now: () => now },
        version: '0',
        ready: async () => true,
      });
      return await site.request(url, init);
    }

    const bodyOf = (source: string) => source.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
    const linkIn = (source: string, step: string) =>
      new RegExp(`https://site\\.example/news/subscribe/${step}/[\\w-]+/[\\w-]+`).exec(bodyOf(source))?.[0] ??
      '';
    /** Signs an address up and follows the link in the mail. */
    async function subscribe(wish: DigestWish): Promise<string> {
      expect(await mail.desk.ask(wish)).toBe('asked');
      const link = linkIn(smtp.received.at(-1)?.source ?? '', 'confirm');
      expect((await visit(link, { method: 'POST' })).status).toBe(200);
      return link;
    }

    it('finds the server well', async () => {
      expect(await mail.check()).toBeNull();
    });

    it('asks first, sends once a day, and ends by one post', async () => {
      const form = new URLSearchParams({
        email: WISH.email,
        frequency: 'daily',
        hour: '7',
        timeZone: 'UTC',
      });
      const answer = await visit('https://site.example/news/subscribe', { method: 'POST', body: form });
      expect(await answer.text()).toContain('A mail is on its way');
      now = MORNING;
      expect(await mail.sendDue()).toMatchObject({ sent: 0 });
      const confirm = linkIn(smtp.received[0]?.source ?? '', 'confirm');
      expect(await (await visit(confirm)).text()).toContain('Confirm your subscription');
      expect(await countSubscribers(opened.store.db)).toMatchObject({ pending: 1, active: 0 });
      await visit(confirm, { method: 'POST' });
      expect(await mail.sendDue()).toMatchObject({ sent: 1 });
      expect(await mail.sendDue()).toMatchObject({ sent: 0 });
      const { source = '', to } = smtp.received.at(-1) ?? {};
      expect(to).toEqual([WISH.email]);
      expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
      expect(source).toMatch(/^Content-Type: text\/plain/m);
      expect(source).toMatch(/^Content-Type: text\/html/m);
      expect(bodyOf(source)).toContain('https://site.example/news/story/halvik-port-fire');
      expect(source).not.toMatch(/<img|<script|src=/);
      const leave = /List-Unsubscribe: <([^>]+)>/.exec(source.replace(/\r\n\s+/g, ' '))?.[1] ?? '';
      const post = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
      expect((await visit(leave, post)).status).toBe(200);
      expect(await countSubscribers(opened.store.db)).toEqual({ pending: 0, active: 0, bounced: 0 });
    });

    it('tells nobody else apart by links that are not theirs', async () => {
      await subscribe({ ...WISH, email: 'safe@example.org' });
      const link = linkIn(smtp.received.at(-1)?.source ?? '', 'confirm').replace(/[^/]+$/, 'x'.repeat(43));
      expect((await visit(link)).status).toBe(404);
      expect((await visit(link, { method: 'POST' })).status).toBe(404);
      await visit(link.replace('confirm', 'leave'), { method: 'POST' });
      expect((await countSubscribers(opened.store.db)).active).toBe(1);
    });

    it('writes no more to an address that is refused for good, and later to one that is not', async () => {
      const gone = { ...WISH, email: 'someone@gone.example' };
      expect(await mail.desk.ask(gone)).toBe('failed');
      await subscribe({ ...WISH, email: 'willgo@example.org' });
      now = MORNING + 24 * HOUR;
      await opened.store.db
        .updateTable('subscribers')
        .set({ email: 'willgo@gone.example' })
        .where('email', '=', 'willgo@example.org')
        .execute();
      await subscribe({ ...WISH, email: 'slow@example.org' });
      await opened.store.db
        .updateTable('subscribers')
        .set({ email: 'slow@later.example' })
        .where('email', '=', 'slow@example.org')
        .execute();
      now = MORNING;
      expect(await mail.sendDue()).toMatchObject({ refused: 1, failed: 1 });
      expect(await mail.sendDue()).toMatchObject({ refused: 0, failed: 0 });
      now += 20 * 60_000;
      expect(await mail.sendDue()).toMatchObject({ refused: 0, failed: 1 });
      const { lastError } = await opened.store.db
        .selectFrom('subscribers')
        .select('lastError')
        .where('state', '=', 'bounced')
        .executeTakeFirstOrThrow();
      expect(lastError).toContain('No such mailbox');
    });

    it('writes to one address at most once in ten minutes', async () => {
      expect(await mail.desk.ask({ ...WISH, email: 'again@example.org' })).toBe('asked');
      expect(await mail.desk.ask({ ...WISH, email: 'Again@example.org' })).toBe('busy');
    });

    it.each([
      ['an address that is none', { email: 'nobody' }],
      ['two addresses in one', { email: 'a@example.org,b@example.org' }],
      ['a header in the address', { email: 'a@example.org\r\nBcc: b@example.org' }],
      ['a zone that is none', { timeZone: 'Mars/Olympus' }],
      ['an hour that is none', { hour: '24' }],
    ])('refuses %s', async (_, wrong) => {
      const fields = { email: WISH.email, frequency: 'daily', hour: '7', timeZone: 'UTC', ...wrong };
      const body = new URLSearchParams(fields);
      const answer = await visit('https://site.example/news/subscribe', { method: 'POST', body });
      expect(answer.status).toBe(400);
    });
  });
}
