import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PressSite, startPressSite } from '../builders/press-site.ts';

let site: PressSite;
beforeAll(async () => {
  site = await startPressSite();
});
afterAll(() => site.close());

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

  it('asks no other host for anything', async () => {
    await site.visit(await site.storyPath(), {}, async (_, hosts) => {
      expect([...hosts]).toEqual([new URL(site.baseUrl).host]);
    });
  });

  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('fits %d px wide in %s', async (width, colorScheme) => {
    for (const path of ['/', await site.storyPath(), '/outlets', '/search?q=ferry', '/api/v1/docs']) {
      await site.visit(path, { width, colorScheme }, async (page) => {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
      });
    }
  });

  it.each(['light', 'dark'] as const)('has no accessibility findings in %s', async (colorScheme) => {
    for (const path of ['/', await site.storyPath(), '/api/v1/docs']) {
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
