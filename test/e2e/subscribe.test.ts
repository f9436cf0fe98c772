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

/** The link of the site in the newest mail that leads to this step. */
function linkTo(step: 'confirm' | 'leave'): string {
  const source = (smtp.received.at(-1)?.source ?? '').replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  const link = new RegExp(`${site.baseUrl}/subscribe/${step}/[^\\s"<>]+`).exec(source)?.[0];
  if (link === undefined) throw new Error(`the mail leads to no ${step}: ${source}`);
  return link;
}

it.each([true, false])(
  'a reader subscribes, confirms, asks again and leaves (script: %s)',
  async (script) => {
    const email = `reader-${script}@example.org`;
    const before = smtp.received.length;
    const context = await site.browse({ javaScriptEnabled: script, width: 390 });
    const page = await context.newPage();
    await page.goto(site.url('/'));
    await page.getByRole('link', { name: 'E-mail' }).click();
    await page.getByLabel('Your address').fill(email);
    await page.getByLabel('How often').selectOption('every day');
    await page.getByLabel('At', { exact: true }).selectOption(String(new Date().getUTCHours()));
    await page.getByLabel('Time zone').selectOption('UTC');
    await page.getByRole('button', { name: 'Ask for it' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Look into your mail');
    expect(await page.locator('main').innerText()).toContain(email);
    expect(smtp.received).toHaveLength(before + 1);
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 1);

    await page.goto(linkTo('confirm'));
    expect(await page.locator('main').innerText()).toContain(email);
    await page.getByRole('button', { name: 'Confirm it' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Confirmed');
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 2);
    const { to, source } = smtp.received.at(-1) ?? { to: [], source: '' };
    expect(to).toEqual([email]);
    expect(source).toContain('You get mail from');

    await page.goto(linkTo('leave'));
    await page.getByRole('button', { name: 'End it and forget the address' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ended');
    await site.app.mail?.sendDue();
    expect(smtp.received).toHaveLength(before + 2);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  },
);
