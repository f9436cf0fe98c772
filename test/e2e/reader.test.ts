import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PressSite, startPressSite } from '../builders/press-site.ts';

let site: PressSite;
beforeAll(async () => {
  site = await startPressSite();
});
afterAll(() => site.close());

const READER_PAGES = ['/compare', '/about', '/settings', '/reading', '/following', '/edition', '/offline'];

const kept = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem('variorum:/') ?? '{}'));

/** Topic that the first story of the front page names. */
async function firstTopic(): Promise<{ slug: string; title: string }> {
  const stories = await site.app.library.frontPage({ limit: 20, offset: 0 });
  const topic = stories.flatMap(({ topics }) => topics)[0];
  if (topic === undefined) throw new Error('the press has no topics');
  return topic;
}

describe('what a reader keeps', () => {
  it('mutes a word, says so, and shows it blurred when asked to', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url('/'));
    const headline = await page.locator('main [data-story] :is(h2, h3)').first().innerText();
    const word = headline.split(/\W+/).find((one) => one.length > 4) ?? headline;
    const story = page.locator('main [data-story]').first();
    await page.goto(site.url('/settings'));
    await page.getByLabel('Word or phrase').fill(word);
    await page.getByRole('button', { name: 'Mute it' }).click();
    expect(await page.locator('#muted-words li').allInnerTexts()).toEqual([`${word} Remove`]);
    await page.goto(site.url('/'));
    expect(await story.isVisible()).toBe(false);
    expect(await page.locator('#muted-count').innerText()).toMatch(/hidden here/);
    await page.goto(site.url('/settings'));
    await page.getByLabel('blurred').check();
    await page.goto(site.url('/'));
    expect(await story.locator('.muted-note').innerText()).toContain(word);
    await story.getByRole('button', { name: 'Show it' }).click();
    expect(await story.locator('.muted-note').count()).toBe(0);
    await context.close();
  });

  it('marks what was read and counts what was opened', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    const path = await site.storyPath();
    await page.goto(site.url(path));
    await page.locator('a[href^="#p-"]').first().click();
    expect((await kept(page)).opened).toHaveLength(1);
    await page.goto(site.url('/'));
    expect(await page.locator('main .is-read').count()).toBe(1);
    await page.goto(site.url('/reading'));
    await page.locator('#balance table').first().waitFor();
    expect(await page.locator('#balance').innerText()).toContain('opened 1 passages and originals');
    expect(await page.locator('#history a').first().getAttribute('href')).toBe(path);
    await context.close();
  });

  it('follows a topic, and the address alone shows its stories', async () => {
    const { slug, title } = await firstTopic();
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url(`/topic/${slug}`));
    await page.getByRole('button', { name: 'Follow' }).click();
    await page.goto(site.url('/reading'));
    const link = await page
      .getByRole('link', { name: /Newest stories of these topics/ })
      .getAttribute('href');
    await context.close();
    await site.visit(link ?? '', { javaScriptEnabled: false }, async (plain) => {
      expect(await plain.locator('.page-head').innerText()).toContain(title);
      expect(await plain.locator('main [data-story]').count()).toBeGreaterThan(0);
    });
  });

  it('takes settings to another browser as a file', async () => {
    const first = await site.browse();
    const page = await first.newPage();
    await page.goto(site.url('/settings'));
    await page.locator('input[name="theme"][value="dark"]').check();
    await page.getByRole('button', { name: 'Move World down' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export to a file' }).click();
    const buffer = await readFile(await (await download).path());
    expect(JSON.parse(buffer.toString()).settings.theme).toBe('dark');
    await first.close();
    const second = await site.browse();
    const other = await second.newPage();
    await other.goto(site.url('/settings'));
    await other
      .locator('#import-file')
      .setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer });
    await other.getByText('The file was read').waitFor();
    await other.goto(site.url('/'));
    expect(await other.locator('html').getAttribute('data-theme')).toBe('dark');
    expect((await kept(other)).settings.frontOrder.slice(0, 2)).toEqual(['national', 'world']);
    await second.close();
  });

  it('leads by keys alone from the front page to a story and back', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url('/'));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    expect((await kept(page)).list).toHaveLength(1);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('j');
    expect(await page.locator('#q').inputValue()).toBe('j');
    await page.locator('#q').blur();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.waitForURL(/\/story\//);
    await page.locator('html[data-started]').waitFor({ state: 'attached' });
    await page.keyboard.press('h');
    await page.waitForURL(site.url('/'));
    await context.close();
  });

  it('prints a story with its sources', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url(await site.storyPath()));
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead nav').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'The articles' }).isVisible()).toBe(true);
    await context.close();
  });
});

describe('pages for readers', () => {
  it.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)('fit %d px wide and have no accessibility findings in %s', async (width, colorScheme) => {
    for (const path of READER_PAGES) {
      await site.visit(path, { width, colorScheme }, async (page) => {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });

  it('end, and say so', async () => {
    await site.visit('/edition', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('You are done.').isVisible()).toBe(true);
      expect(await page.locator('main [data-story]').count()).toBeLessThanOrEqual(12);
    });
  });

  it('stay when the connection is lost', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url('/edition'));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while ((await (await caches.open('variorum-edition')).keys()).length < 5)
        await new Promise((resolve) => setTimeout(resolve, 50));
    });
    const link = await page.locator('main [data-story] a[href*="/story/"]').first().getAttribute('href');
    await page.reload();
    site.disconnect();
    await context.setOffline(true);
    await page.goto(site.url('/edition'));
    expect(await page.getByText('You are done.').isVisible()).toBe(true);
    await page.goto(site.url(link ?? ''));
    expect(await page.getByRole('heading', { name: /What.s happened/ }).count()).toBe(1);
    await page.goto(site.url('/outlets'));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('not kept');
    await context.close();
  });
});
