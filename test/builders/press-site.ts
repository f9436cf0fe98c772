import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { PressArticle, PressOutlet } from '../../demo/press-articles.ts';
import { type App, createApp } from '../../src/app.ts';
import { startWebServer } from '../../src/cli/web-server.ts';
import { type Settings, toConfig } from '../../src/config.ts';
import { addCatalogue } from '../../src/pipeline/intake/add-outlets.ts';
import { freePort, type LoopbackPress, startLoopbackPress } from './loopback-press.ts';

export interface Visit {
  readonly javaScriptEnabled?: boolean;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** The demonstration press, read and briefed, served to a browser. */
export interface PressSite {
  readonly app: App;
  readonly baseUrl: string;
  readonly press: LoopbackPress;
  url(path: string): string;
  /** The first story of the front page. */
  storyPath(): Promise<string>;
  /** A browser of its own, with nothing kept from others. */
  browse(options?: Visit): Promise<BrowserContext>;
  /** One page in a browser of its own; `hosts` are all that it asked. */
  visit(path: string, options: Visit, look: (page: Page, hosts: Set<string>) => Promise<void>): Promise<void>;
  /** Ends the server alone, as a lost connection does. */
  disconnect(): void;
  close(): Promise<void>;
}

export interface PressSiteOptions {
  /** Only these stories of the press; all when left out. */
  readonly stories?: readonly string[];
  /** Domains of outlets that are not among the sources, though their pages can be had. */
  readonly without?: readonly string[];
  readonly settings?: Settings;
  /** Gives an outlet or an article other words before it is printed. */
  readonly outlet?: (outlet: PressOutlet, index: number) => PressOutlet;
  readonly article?: (article: PressArticle, index: number) => PressArticle;
}

/** Scripts come after the text: who goes to a page is there when both are. Pages of others, and errors of the browser, have none. */
function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (address, options) => {
    const response = await goto(address, options);
    await page.waitForFunction(
      () =>
        document.querySelector('script[data-start]') === null ||
        document.documentElement.dataset.started !== undefined,
    );
    return response;
  };
}

export async function startPressSite(options: PressSiteOptions = {}): Promise<PressSite> {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-site-'));
  const press = await startLoopbackPress(options.stories, options);
  const settings = {
    ...options.settings,
    dataDir: folder,
    port: String(await freePort()),
    allowPrivateHosts: 'on',
    world: 'off',
    notice: 'Demonstration press',
  };
  const app = await createApp(toConfig(settings), { logLevel: 'silent' });
  const sources = press.outlets.filter(({ domain }) => options.without?.includes(domain) !== true);
  await addCatalogue(app.store, JSON.stringify(sources));
  await app.coordinator.begin('poll', 'all');
  await app.coordinator.complete();
  const server = await startWebServer(app);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const { baseUrl } = app.config;
  const url = (path: string) => `${baseUrl}${path}`;
  const browse = async ({ javaScriptEnabled = true, width = 1280, colorScheme = 'light' }: Visit = {}) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      colorScheme,
      viewport: { width, height: 900 },
    });
    if (javaScriptEnabled) context.on('page', waitForScripts);
    return context;
  };
  return {
    app,
    baseUrl,
    press,
    url,
    browse,
    storyPath: async () => {
      const [first] = await app.library.frontPage({ limit: 1, offset: 0 });
      return `/story/${first?.slug}`;
    },
    visit: async (path, options, look) => {
      const context = await browse(options);
      const page = await context.newPage();
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).host));
      await page.goto(url(path));
      await look(page, hosts);
      await context.close();
    },
    disconnect: () => server.close(),
    close: async () => {
      await browser.close();
      server.close();
      await app[Symbol.asyncDispose]();
      await press.close();
      await rm(folder, { recursive: true });
    },
  };
}
