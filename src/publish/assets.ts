import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { AppError } from '../core/app-error.ts';
import { contentHash } from '../core/hash.ts';
import { type FontFile, loadFonts } from './fonts.ts';

/** A file the pages need, held in memory. */
interface Asset {
  /** Path with the hash of its content, so that it can be cached for good. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
  readonly fonts: readonly FontFile[];
  /** Paths of the fonts that the browser should ask for at once. */
  readonly firstFonts: readonly string[];
}

/** Parts of the style sheet in the order of the cascade. */
const STYLE_PARTS = [
  'tokens.css',
  'frame.css',
  'lists.css',
  'story.css',
  'papers.css',
  'pictures.css',
  'passages.css',
  'print.css',
];

/** Readers of the page need neither these nor the indents. */
const COMMENTS = /\/\*[\s\S]*?\*\//g;

/** Parts of the script, in no particular order: none needs another. */
const SCRIPT_PARTS = ['passages.js', 'last-read.js'];

function read(name: string): string {
  try {
    return readFileSync(new URL(`./site/assets/${name}`, import.meta.url), 'utf8');
  } catch (cause) {
    throw new AppError('web/asset-missing', `The file site/assets/${name} of the program is missing.`, {
      hint: 'The installation is incomplete: install or build it again.',
      cause,
    });
  }
}

function asset(name: string, ending: string, type: string, body: string): Asset {
  return { path: `/assets/${name}-${contentHash(body).slice(0, 12)}.${ending}`, type, body };
}

/** Reads style sheet, script, icon and fonts once, at start. @throws AppError `web/asset-missing` */
export function loadAssets(): Assets {
  const fonts = loadFonts();
  const style = [fonts.css, ...STYLE_PARTS.map(read)]
    .join('\n')
    .replace(COMMENTS, '')
    .replace(/\n\s*/g, '\n');
  return {
    fonts: fonts.files,
    firstFonts: fonts.first.map((name) => `/assets/${name}`),
    style: asset('site', 'css', 'text/css; charset=utf-8', style),
    script: asset('site', 'js', 'text/javascript; charset=utf-8', SCRIPT_PARTS.map(read).join('\n')),
    icon: asset('icon', 'svg', 'image/svg+xml', read('icon.svg')),
  };
}

const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the assets under their hashed names with a year of caching. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const { name, body } of assets.fonts) {
    app.get(`/assets/${name}`, (c) =>
      c.body(body, 200, { 'Content-Type': 'font/woff2', 'Cache-Control': A_YEAR }),
    );
  }
  for (const { path, type, body } of [assets.style, assets.script, assets.icon]) {
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': A_YEAR }));
  }
  return app;
}
