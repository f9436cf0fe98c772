import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PressSite, startPressSite } from '../builders/press-site.ts';

const UNREAD = 'open-brief.example';

let site: PressSite;
beforeAll(async () => {
  site = await startPressSite({ stories: ['ferry-fire'], without: [UNREAD], settings: { handIn: 'on' } });
});
afterAll(() => site.close());

/** The address of an article of an outlet as a reader has it. */
function addressAt(isOf: (domain: string) => boolean): string {
  const article = site.press.articles.find(({ outlet }) => isOf(outlet));
  const outlet = site.press.outlets.find(({ domain }) => domain === article?.outlet);
  return `${outlet?.home}${article?.id}?utm_source=mail#comments`;
}

const pathOf = (url: string) => `/hand-in?${new URLSearchParams({ url })}`;

/** What the scheduler does each minute. */
async function nextRound(): Promise<void> {
  await site.app.coordinator.begin('poll', 'due');
  await site.app.coordinator.complete();
}

describe('handing in an article without JavaScript', () => {
  it('tells the story of one that is stored', async () => {
    await site.visit('/hand-in', { javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Address of an article').fill(addressAt((domain) => domain !== UNREAD));
      await page.getByRole('button', { name: 'Look it up' }).click();
      expect(await page.locator('#story-heading + p a').getAttribute('href')).toBe(await site.storyPath());
      expect(await page.getByRole('heading', { name: 'What it leaves out' }).count()).toBe(1);
    });
  });

  it('takes in one that is not, which the next round reads into its story', async () => {
    const url = addressAt((domain) => domain === UNREAD);
    await site.visit(pathOf(url), { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'Take the article in' }).click();
      expect(await page.locator('main').innerText()).toContain('look again in a minute');
      await nextRound();
      await page.reload();
      expect(await page.locator('#story-heading + p a').getAttribute('href')).toBe(await site.storyPath());
    });
  });

  it('asks for no page that robots.txt closes, and says so', async () => {
    const url = `${new URL(site.press.outlets[0]?.home ?? '').origin}/private/a`;
    const before = site.press.requests();
    await site.visit(pathOf(url), { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'Take the article in' }).click();
      await nextRound();
      await page.reload();
      expect(await page.locator('main').innerText()).toContain('robots');
    });
    expect(site.press.requests()).toBe(before);
  });

  it.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)('fits %d px wide and has no accessibility findings in %s', async (width, colorScheme) => {
    const stored = pathOf(addressAt((domain) => domain !== UNREAD));
    for (const path of ['/hand-in', stored, pathOf('https://elsewhere.example/a'), '/settings']) {
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
});

describe('the bookmark', () => {
  it('leads from an article elsewhere to its story, and does nothing on our own page', async () => {
    const context = await site.browse();
    const page = await context.newPage();
    await page.goto(site.url('/settings'));
    const mark = page.getByRole('link', { name: 'Which story is this?' });
    const code = decodeURIComponent((await mark.getAttribute('href'))?.replace('javascript:', '') ?? '');
    await mark.click();
    expect(page.url()).toBe(site.url('/settings'));
    await page.goto(addressAt((domain) => domain !== UNREAD));
    await page.evaluate(code);
    await page.waitForURL(/\/hand-in\?url=/);
    expect(await page.locator('#story-heading + p a').getAttribute('href')).toBe(await site.storyPath());
    await context.close();
  });
});

/** The id that a browser gives an unpacked extension: its path's hash, 0 to f written as a to p. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

describe('the browser extension', () => {
  let folder: string;
  let context: BrowserContext;
  let options: Page;

  /** The popup while this page is the one in front. */
  async function popupOver(url: string): Promise<{ page: Page; text: string }> {
    const page = await context.newPage();
    await page.goto(url);
    await page.bringToFront();
    const opened = context.waitForEvent('page');
    await options.evaluate(
      (popup) => chrome.tabs.create({ url: popup, active: false }),
      `chrome-extension://${idOf(folder)}/popup.html`,
    );
    const popup = await opened;
    await popup.getByText('Asking …').waitFor({ state: 'detached' });
    const text = await popup.locator('main').innerText();
    await page.close();
    return { page: popup, text };
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-extension-'));
    await cp(new URL('../../extension/', import.meta.url), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    // In place of the two questions that only a person can answer: for this site, and for the tab in front.
    await writeFile(
      file,
      JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'] }),
    );
    context = await chromium.launchPersistentContext('', {
      executablePath: '/usr/bin/chromium',
      headless: false,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-features=DisableLoadExtensionCommandLineSwitch',
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
      ],
    });
    options = await context.newPage();
    await options.goto(`chrome-extension://${idOf(folder)}/options.html`);
  });
  afterAll(async () => {
    await context.close();
    await rm(folder, { recursive: true });
  });

  it('asks for a site first, and for an address that is one', async () => {
    const { page, text } = await popupOver(addressAt((domain) => domain !== UNREAD));
    expect(text).toContain('Which Variorum site');
    await page.close();
    await options.getByLabel('Address').fill('ftp://nowhere');
    await options.getByRole('button', { name: 'Save' }).click();
    expect(await options.getByRole('status').innerText()).toContain('not the address of a site');
  });

  it('shows the story, what is left out and what to read next, all linked to the site', async () => {
    await options.getByLabel('Address').fill(`${site.baseUrl}/`);
    await options.getByRole('button', { name: 'Save' }).click();
    await options.getByText('Saved.').waitFor();
    const { page, text } = await popupOver(addressAt((domain) => domain !== UNREAD));
    const [story] = await site.app.library.frontPage({ limit: 1, offset: 0 });
    expect(text).toContain(story?.headline);
    expect(text).toMatch(/What .+ leaves out/);
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link.startsWith(site.baseUrl)).toBe(true);
    await page.close();
  });

  it('can have an unknown article taken in', async () => {
    const { page, text } = await popupOver(`${new URL(site.press.outlets[0]?.home ?? '').origin}/unknown`);
    expect(text).toContain('not on the site');
    await page.getByRole('button', { name: 'Have it taken in' }).click();
    await page.getByText('Look again in a minute').waitFor();
    await page.close();
  });

  it('says so when the site cannot be reached', async () => {
    await options.evaluate(() => chrome.storage.local.set({ base: 'http://127.0.0.1:9' }));
    const { text } = await popupOver(addressAt((domain) => domain !== UNREAD));
    expect(text).toContain('cannot be reached');
  });
});
