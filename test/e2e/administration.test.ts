import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfToken, newAdminToken } from '../../src/publish/admin/admin-token.ts';
import { saveAdminToken } from '../../src/store/admin-sessions.ts';
import { freePort } from '../builders/loopback-press.ts';
import { type PressSite, startPressSite } from '../builders/press-site.ts';
import { run, startCommand } from '../builders/run-command.ts';

const token = newAdminToken();
let site: PressSite;
beforeAll(async () => {
  site = await startPressSite();
  await saveAdminToken(site.app.store, hashOfToken(token));
});
afterAll(() => site.close());

async function signIn(page: Page): Promise<void> {
  await page.goto(site.url('/admin'));
  await page.getByLabel('Token of this installation').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
}

describe('the administration over a whole press', () => {
  it('is a journey without a script: a report, a source taken out and added again, a story split, signing out', async () => {
    const reader = await site.browse({ javaScriptEnabled: false });
    const page = await reader.newPage();
    await page.goto(site.url(await site.storyPath()));
    await page.locator('a.chip').first().click();
    await page.locator('.passage:target').getByRole('link', { name: 'Report an error' }).click();
    const said = await page.locator('.reported').innerText();
    await page.getByLabel('What is wrong').fill('The ship was another one.');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await reader.cookies()).toEqual([]);
    await reader.close();

    const operator = await site.browse({ javaScriptEnabled: false });
    const desk = await operator.newPage();
    await signIn(desk);
    await desk.getByRole('link', { name: 'Reports', exact: true }).click();
    expect(await desk.locator('.report-card .statement').innerText()).toBe(said);
    await desk.getByRole('button', { name: 'Dealt with' }).click();
    await desk.getByText('The report is marked.').waitFor();

    const [{ feed } = { feed: null }] = await site.app.library.feeds();
    const url = feed?.url ?? '';
    await desk.getByRole('link', { name: 'Sources', exact: true }).click();
    await desk.getByRole('button', { name: `Remove: ${url}` }).click();
    await desk.getByRole('button', { name: 'Remove it' }).click();
    await desk.getByText('The feed is removed.').waitFor();
    expect(await desk.getByText(url).count()).toBe(0);
    await desk.getByLabel('Add a feed').fill(url);
    await desk.getByRole('button', { name: 'Add', exact: true }).click();
    await desk.getByText('1 new feed is read in the next round.').waitFor();
    const source = desk.locator('.source').filter({ hasText: url });
    expect(await source.innerText()).toContain('Never asked yet.');
    await site.app.coordinator.begin('poll', 'due');
    await site.app.coordinator.complete();
    await desk.getByLabel('Outlet or address').fill(url);
    await desk.getByRole('button', { name: 'Show' }).click();
    expect(await desk.locator('.source').count()).toBe(1);
    expect(await source.innerText()).toMatch(/In order|Answers/);

    const path = await site.storyPath();
    const before = await site.app.library.story(path.replace('/story/', ''));
    await desk.getByRole('link', { name: 'Stories', exact: true }).click();
    await desk.getByLabel('Address or id').fill(site.url(path));
    await desk.getByRole('button', { name: 'Look at it' }).click();
    await desk.getByRole('checkbox').first().check();
    await desk.getByRole('button', { name: 'Split them off' }).click();
    await desk.getByText('The next round carries it out.').waitFor();
    await site.app.coordinator.begin('import', 'none');
    await site.app.coordinator.complete();
    await desk.reload();
    expect(await desk.locator('.edit-entry').innerText()).toContain('done');
    const after = await site.app.library.story(path.replace('/story/', ''));
    expect(after?.articles.length).toBeLessThan(before?.articles.length ?? 0);

    await desk.getByRole('button', { name: 'Sign out' }).click();
    await desk.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await operator.cookies()).toEqual([]);
    await desk.goto(site.url('/admin/sources'));
    expect(await desk.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in');
    await operator.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility findings and fits a telephone in %s',
    async (colorScheme) => {
      const context = await site.browse({ colorScheme, width: 360 });
      const page = await context.newPage();
      const path = await site.storyPath();
      const look = async (target: string) => {
        await page.goto(site.url(target));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${target} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([target, overflow <= 0]).toEqual([target, true]);
      };
      const story = path.replace('/story/', '');
      for (const target of ['/admin', '/sources', `/report?story=${story}`]) await look(target);
      await signIn(page);
      for (const target of [
        '',
        '/sources',
        '/reports',
        '/reports?state=done',
        '/stories',
        `/stories?story=${story}`,
        '/policy',
      ])
        await look(`/admin${target}`);
      await context.close();
    },
  );
});

describe('the token', () => {
  it('is told once by the first start, and ended by a new one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'variorum-token-'));
    const port = String(await freePort());
    const serve = ['serve', '--data', folder, '--port', port, '--no-catalogue'];
    const signInWith = (secret: string) =>
      fetch(`http://localhost:${port}/admin/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ token: secret }),
        redirect: 'manual',
      });
    /** Starts the site, gives what it told until it can be visited to `use`, and ends it. */
    const during = async (use: (told: string) => Promise<void>) => {
      const child = startCommand(serve);
      let told = '';
      const stderr = child.stderr?.setEncoding('utf8');
      stderr?.on('data', (text: string) => {
        told += text;
      });
      while (!told.includes('Variorum is at')) await once(stderr ?? child, 'data');
      try {
        await use(told);
      } finally {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    };
    let first = '';
    await during(async (told) => {
      first = /with this token: ([\w-]{43})/.exec(told)?.[1] ?? '';
      expect((await signInWith(first)).status).toBe(303);
    });
    const { stdout } = await run(['admin', 'token', '--data', folder, '--json']);
    const { token: second } = JSON.parse(stdout) as { token: string };
    await during(async (told) => {
      expect(told).not.toContain('token');
      expect((await signInWith(first)).status).toBe(401);
      expect((await signInWith(second)).status).toBe(303);
    });
    await rm(folder, { recursive: true });
  });
});
