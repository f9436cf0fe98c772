import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PressSite, startPressSite } from '../builders/press-site.ts';

let site: PressSite;
beforeAll(async () => {
  site = await startPressSite();
});
afterAll(() => site.close());

async function topicPath(): Promise<string> {
  const cards = await site.app.library.frontPage({ limit: 1, offset: 0 });
  return `/topic/${cards[0]?.topics[0]?.slug}`;
}

describe('the site over a whole press', () => {
  it('leads from the front page to a passage without JavaScript', async () => {
    await site.visit('/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('Demonstration press').count()).toBeGreaterThan(0);
      await page.locator('main a[href*="/story/"]').first().click();
      expect(await page.getByRole('heading', { name: /What.s happened/ }).count()).toBe(1);
      const citation = page.locator('a[href^="#p-"]').first();
      const target = (await citation.getAttribute('href')) ?? '';
      expect(await page.locator(target).isVisible()).toBe(false);
      await citation.click();
      expect(await page.locator(target).isVisible()).toBe(true);
      expect((await page.locator(`${target} mark`).innerText()).length).toBeGreaterThan(20);
    });
  });

  it('shows a passage while its citation is pointed at, and keeps the address as it is', async () => {
    await site.visit(await site.storyPath(), {}, async (page) => {
      const citation = page.locator('a.chip').first();
      const passage = page.locator((await citation.getAttribute('href')) ?? '');
      await citation.hover();
      await passage.waitFor({ state: 'visible' });
      expect(new URL(page.url()).hash).toBe('');
      await page.keyboard.press('Escape');
      await passage.waitFor({ state: 'hidden' });
      await citation.hover();
      await page.mouse.move(5, 5);
      await passage.waitFor({ state: 'hidden' });
    });
  });

  it('shows a passage while its citation has the focus, and stays when it is chosen', async () => {
    await site.visit(await site.storyPath(), {}, async (page) => {
      const citation = page.locator('a.chip').first();
      const passage = page.locator((await citation.getAttribute('href')) ?? '');
      await page.keyboard.press('Tab');
      await citation.focus();
      await passage.waitFor({ state: 'visible' });
      await page.keyboard.press('Enter');
      expect(await passage.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(new URL(page.url()).hash).toMatch(/^#p-/);
      await page.keyboard.press('Escape');
      await passage.waitFor({ state: 'hidden' });
      expect(await citation.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('opens passages on a phone only when they are tapped', async () => {
    await site.visit(await site.storyPath(), { width: 390 }, async (page) => {
      const citation = page.locator('a.chip').first();
      const passage = page.locator((await citation.getAttribute('href')) ?? '');
      await citation.focus();
      expect(await passage.isVisible()).toBe(false);
      await citation.click();
      expect(await passage.isVisible()).toBe(true);
    });
  });

  it('asks no other host for anything', async () => {
    await site.visit(await site.storyPath(), {}, async (_, hosts) => {
      expect([...hosts]).toEqual([new URL(site.baseUrl).host]);
    });
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('fits %d px wide in %s', async (width, colorScheme) => {
    for (const path of [
      '/',
      '/?view=map',
      await site.storyPath(),
      '/outlets',
      '/search?q=ferry',
      '/api/v1/docs',
    ]) {
      await site.visit(path, { width, colorScheme }, async (page) => {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
      });
    }
  });

  it.each(['light', 'dark'] as const)('has no accessibility findings in %s', async (colorScheme) => {
    const paths = ['/', '/?view=map', await site.storyPath(), await topicPath(), '/outlets', '/api/v1/docs'];
    for (const path of paths) {
      await site.visit(path, { colorScheme }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });

  it('has no heading with nothing under it on any story page', async () => {
    const stories = await site.app.library.frontPage({ limit: 50, offset: 0 });
    expect(stories.length).toBeGreaterThanOrEqual(8);
    for (const { slug } of stories) {
      await site.visit(`/story/${slug}`, { javaScriptEnabled: false }, async (page) => {
        const empty = await page
          .locator('main section')
          .evaluateAll((sections) =>
            sections
              .filter(
                (section) =>
                  (section.textContent ?? '').trim() ===
                  (section.querySelector('h2')?.textContent ?? '').trim(),
              )
              .map((section) => section.querySelector('h2')?.textContent),
          );
        expect(empty).toEqual([]);
      });
    }
  });

  it('serves its feeds and its API description', async () => {
    for (const [path, type] of [
      ['/index.atom', 'application/atom+xml'],
      ['/index.rss', 'application/rss+xml'],
      ['/index.json', 'application/feed+json'],
      ['/api/v1/openapi.json', 'application/json'],
    ]) {
      const response = await fetch(site.url(path ?? ''));
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toContain(type);
    }
  });
});
