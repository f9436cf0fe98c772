import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LoopbackSmtp, startLoopbackSmtp } from '../builders/loopback-smtp.ts';
import { type PressSite, startPressSite } from '../builders/press-site.ts';

let smtp: LoopbackSmtp;
let site: PressSite;
beforeAll(async () => {
  smtp = await startLoopbackSmtp();
  const settings = { smtpUrl: smtp.url, mailFrom: 'News <news@site.example>' };
  site = await startPressSite({ stories: ['ferry-fire'], settings });
});
afterAll(async () => {
  await site.close();
  await smtp.close();
});

/** The link in the newest mail by which its reader confirms. */
function confirmLink(): string {
  const source = (smtp.received.at(-1)?.source ?? '').replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  const link = new RegExp(`${site.baseUrl}/subscribe/confirm/[^\\s"<>]+`).exec(source)?.[0];
  if (link === undefined) throw new Error(`the mail has no link to confirm: ${source}`);
  return link;
}

/** Fills in the form that the foot of the front page leads to. */
async function ask(page: Page, email: string): Promise<void> {
  await page.goto(site.url('/'));
  await page.getByRole('link', { name: 'E-mail' }).click();
  await page.getByLabel('Your address').fill(email);
  await page.getByLabel('How often').selectOption('every day');
  await page.getByLabel('At', { exact: true }).selectOption(String(new Date().getUTCHours()));
  await page.getByLabel('Time zone').selectOption('UTC');
  await page.getByRole('button', { name: 'Ask for it' }).click();
}

it.each([true, false])(
  'a reader subscribes, confirms, asks again and leaves (script: %s)',
  async (script) => {
    const email = `reader-${script}@example.org`;
    const before = smtp.received.length;
    const context = await site.browse({ javaScriptEnabled: script, width: 390 });
    const page = await context.newPage();
    await ask(page, email);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Look into your mail');
    expect(await page.locator('main').innerText()).toContain(email);
    expect(smtp.received).toHaveLength(before + 1);
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 1);

    const confirm = confirmLink();
    await page.goto(confirm);
    expect(await page.locator('main').innerText()).toContain(email);
    await page.getByRole('button', { name: 'Confirm it' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Confirmed');
    // Nobody's address is written to twice in a row, and a press without news of today makes no digest.
    await ask(page, email);
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 1);

    // Every digest has this link; it differs from the other in the step alone.
    await page.goto(confirm.replace('/confirm/', '/leave/'));
    await page.getByRole('button', { name: 'End it and forget the address' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ended');
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 1);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  },
);
