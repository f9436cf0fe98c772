import type { Hono } from 'hono';
import type { ListRange, StoryCard } from '../../../core/library.ts';
import type { FullLibrary } from '../../../core/listings.ts';
import { type Address, createAddress, paths } from '../../address.ts';
import { createWebApp } from '../../web-app.ts';
import type { WebDeps } from '../../web-deps.ts';
import { pageFile, relativePath } from './page-files.ts';
import { planSite } from './plan-site.ts';
import { rewritePage, type SiteCopy } from './rewrite-page.ts';

/** Stands for the address of a copy that has none. */
const NOWHERE = 'http://copy.invalid';
const FEEDS = ['/index.atom', '/index.rss', '/index.json'];

export interface CopyOptions {
  readonly stories: readonly StoryCard[];
  /** Where the copy will be reached; null for a folder that is only opened. With it come feeds and a site map. */
  readonly baseUrl: string | null;
  /** Keeps a file of the copy; `file` has slashes and is relative to its folder. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly onPage?: (done: number, all: number) => void;
}

/** A file that a style sheet loads; data within the sheet is none. */
const STYLE_PART = /url\(["']?(?!data:)([^"')]+)["']?\)/g;

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Makes a copy of one site. */
class Copier {
  readonly #app: Hono;
  readonly #address: Address;
  readonly #options: CopyOptions;
  /** Files by path: pages that are planned, and whatever else they turn out to need. */
  readonly #files = new Map<string, string>();

  constructor(deps: Omit<WebDeps, 'baseUrl'>, options: CopyOptions) {
    const baseUrl = options.baseUrl ?? NOWHERE;
    this.#app = createWebApp({ ...deps, baseUrl });
    this.#address = createAddress(baseUrl);
    this.#options = options;
  }

  async copy(pages: readonly string[]): Promise<number> {
    const { onPage, baseUrl, stories } = this.#options;
    const pictures = stories.map(({ slug }) => `${paths.story(slug)}/share.png`);
    const extras = baseUrl === null ? [] : [...FEEDS, '/sitemap.xml', ...pictures];
    for (const path of pages) this.#files.set(path, pageFile(path));
    for (const path of extras) this.#files.set(path, path.slice(1));
    let done = 0;
    for (const path of pages) {
      await this.#copyPage(path);
      done += 1;
      onPage?.(done, pages.length);
    }
    for (const path of extras) await this.#copyExtra(path);
    return done;
  }

  async #copyPage(path: string): Promise<void> {
    const response = await this.#app.request(this.#address.href(path));
    if (response.status !== 200) {
      // Such as a topic that went into another since the story was told: links to it become words.
      this.#files.delete(path);
      return;
    }
    const html = await response.text();
    await this.#copyParts(html);
    const copy: SiteCopy = {
      address: this.#address,
      hasAddress: this.#options.baseUrl !== null,
      fileOf: (place) => this.#files.get(place),
    };
    const file = pageFile(path);
    await this.#options.write(file, Buffer.from(rewritePage(html, file, copy)));
  }

  /** Style sheets, icons, fonts and pictures that a page shows, each once. */
  async #copyParts(html: string): Promise<void> {
    for (const [, found = ''] of html.matchAll(/(?:src|href)="([^"]*\/(?:assets|picture)\/[^"]+)"/g)) {
      const path = this.#address.route(found);
      if (path.startsWith('/') && !path.endsWith('.js')) await this.#copyPart(path);
    }
  }

  async #copyPart(path: string): Promise<void> {
    if (this.#files.has(path)) return;
    const response = await this.#app.request(this.#address.href(path));
    if (response.status !== 200) return;
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
    const ending = path.startsWith('/picture/') ? `.${ENDINGS[type] ?? 'bin'}` : '';
    const file = `${path.slice(1)}${ending}`;
    this.#files.set(path, file);
    const isStyle = type === 'text/css';
    const bytes = isStyle
      ? Buffer.from(await this.#rewriteStyle(await response.text(), file))
      : new Uint8Array(await response.arrayBuffer());
    await this.#options.write(file, bytes);
  }

  /** What a style sheet loads is copied too, and found from where the sheet lies. */
  async #rewriteStyle(css: string, file: string): Promise<string> {
    const parts = new Map<string, string>();
    for (const [, found = ''] of css.matchAll(STYLE_PART)) {
      const path = this.#address.route(new URL(found, this.#address.absolute(`/${file}`)).pathname);
      await this.#copyPart(path);
      const copied = this.#files.get(path);
      if (copied !== undefined) parts.set(found, relativePath(file, copied));
    }
    return css.replace(STYLE_PART, (_, found: string) => `url("${parts.get(found) ?? found}")`);
  }

  async #copyExtra(path: string): Promise<void> {
    const response = await this.#app.request(this.#address.href(path));
    if (response.status !== 200) return;
    await this.#options.write(path.slice(1), new Uint8Array(await response.arrayBuffer()));
  }
}

/** The library with lists that hold only what is copied. */
function narrowed(library: FullLibrary, stories: readonly StoryCard[]): FullLibrary {
  const part = (cards: readonly StoryCard[], { limit, offset }: ListRange) =>
    cards.slice(offset, offset + limit);
  return {
    ...library,
    frontPage: async (range) => part(stories, range),
    section: async (section, range) =>
      part(
        stories.filter((story) => story.section === section),
        range,
      ),
    storyAddresses: async (range) => part(stories, range),
    storyCount: async () => stories.length,
  };
}

/**
 * Copies stories with all that belongs to them into a folder that opens from a disk and from any static server. The pages are those of
 * the site itself; links to what is not copied become words. Returns how many pages were written.
 */
export async function copySite(deps: Omit<WebDeps, 'baseUrl'>, options: CopyOptions): Promise<number> {
  const library = narrowed(deps.library, options.stories);
  const pages = await planSite(library, options.stories);
  return await new Copier({ ...deps, library }, options).copy(pages);
}
