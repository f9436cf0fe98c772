import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { AppError } from '../core/app-error.ts';
import { contentHash } from '../core/hash.ts';

/** A file the pages need, held in memory. */
interface Asset {
  /** Path with the hash of its content, so that it can be cached for good. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly style: Asset;
  /** Style of the page that describes the API. */
  readonly reference: Asset;
  readonly script: Asset;
  readonly icon: Asset;
}

/** Parts of the style sheet in the order of the cascade. */
const STYLE_PARTS = [
  'tokens.css',
  'frame.css',
  'lists.css',
  'story.css',
  'papers.css',
  'passages.css',
  'print.css',
];

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

/** Reads style sheet, script and icon once, at start. @throws AppError `web/asset-missing` */
export function loadAssets(): Assets {
  return {
    style: asset('site', 'css', 'text/css; charset=utf-8', STYLE_PARTS.map(read).join('\n')),
    reference: asset('reference', 'css', 'text/css; charset=utf-8', read('reference.css')),
    script: asset('site', 'js', 'text/javascript; charset=utf-8', SCRIPT_PARTS.map(read).join('\n')),
    icon: asset('icon', 'svg', 'image/svg+xml', read('icon.svg')),
  };
}

/** Serves the assets under their hashed names with a year of caching. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const { path, type, body } of Object.values(assets) as Asset[]) {
    app.get(path, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
  return app;
}
