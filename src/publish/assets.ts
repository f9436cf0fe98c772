import { readdirSync, readFileSync } from 'node:fs';
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
  /** What the administration has besides. */
  readonly admin: Asset;
  /** Style of the page that describes the API. */
  readonly reference: Asset;
  /** Runs before the first paint. */
  readonly early: Asset;
  /** Modules of the pages' script; the first is where it starts, the others are what it imports. */
  readonly modules: readonly Asset[];
  readonly icon: Asset;
  /** Names the files of the fonts; apart from the style, which the first paint waits for. */
  readonly fontStyle: Asset;
  readonly fonts: readonly FontFile[];
  /** Paths of the fonts that nearly every page has text in. */
  readonly firstFonts: readonly string[];
  /** Body of the service worker, which has to lie at the root of the site. */
  readonly worker: string;
}

/** Parts of the style sheet in the order of the cascade. */
const STYLE_PARTS = [
  'fallback-fonts.css',
  'tokens.css',
  'frame.css',
  'lists.css',
  'story.css',
  'papers.css',
  'forms.css',
  'pictures.css',
  'passages.css',
  'reader.css',
  'print.css',
];

/** Comments that fill whole lines: our files have no text that looks like one. */
const COMMENTS = /^[ \t]*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/.*)[ \t]*$/gm;

/** As the browser needs it: without comments and indents. */
function bare(source: string): string {
  return source.replace(COMMENTS, '').replace(/\n\s*/g, '\n');
}

const FOLDER = new URL('./site/assets/', import.meta.url);

function missing(name: string, cause: unknown): AppError {
  return new AppError('web/asset-missing', `The file site/assets/${name} of the program is missing.`, {
    hint: 'The installation is incomplete: install or build it again.',
    cause,
  });
}

function read(name: string): string {
  try {
    return readFileSync(new URL(name, FOLDER), 'utf8');
  } catch (cause) {
    throw missing(name, cause);
  }
}

function asset(name: string, ending: string, type: string, body: string): Asset {
  return { path: `/assets/${name}-${contentHash(body).slice(0, 12)}.${ending}`, type, body };
}

/** The modules lie in one folder whose name is the hash of them all, so that they find each other by relative imports. */
function readModules(): Asset[] {
  const names = moduleNames().sort((a, b) => Number(b === ENTRY) - Number(a === ENTRY) || (a < b ? -1 : 1));
  const bodies = names.map((name) => bare(read(`script/${name}`)));
  const hash = contentHash(bodies.join('\n')).slice(0, 12);
  return names.map((name, index) => ({
    path: `/assets/${hash}/${name}`,
    type: SCRIPT,
    body: bodies[index] ?? '',
  }));
}

const ENTRY = 'main.js';
const SCRIPT = 'text/javascript; charset=utf-8';

function moduleNames(): string[] {
  try {
    return readdirSync(new URL('script/', FOLDER)).filter((name) => name.endsWith('.js'));
  } catch (cause) {
    throw missing('script', cause);
  }
}

/** Reads style sheet, scripts, icon and fonts once, at start. @throws AppError `web/asset-missing` */
export function loadAssets(): Assets {
  const early = read('early.js');
  const fonts = loadFonts();
  const style = bare(STYLE_PARTS.map(read).join('\n'));
  return {
    fonts: fonts.files,
    firstFonts: fonts.first.map((name) => `/assets/${name}`),
    fontStyle: asset('fonts', 'css', 'text/css; charset=utf-8', fonts.css),
    style: asset('site', 'css', 'text/css; charset=utf-8', style),
    admin: asset('admin', 'css', 'text/css; charset=utf-8', read('admin.css')),
    reference: asset('reference', 'css', 'text/css; charset=utf-8', read('reference.css')),
    early: { path: `/assets/${contentHash(early).slice(0, 12)}/early.js`, type: SCRIPT, body: early },
    modules: readModules(),
    icon: asset('icon', 'svg', 'image/svg+xml', read('icon.svg')),
    worker: read('service-worker.js'),
  };
}

const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the assets under their hashed names with a year of caching, and the service worker. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  const { style, fontStyle, reference, admin, early, modules, icon } = assets;
  for (const { name, body } of assets.fonts) {
    app.get(`/assets/${name}`, (c) =>
      c.body(body, 200, { 'Content-Type': 'font/woff2', 'Cache-Control': A_YEAR }),
    );
  }
  for (const { path, type, body } of [style, fontStyle, reference, admin, early, ...modules, icon]) {
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': A_YEAR }));
  }
  app.get('/sw.js', (c) =>
    c.body(assets.worker, 200, { 'Content-Type': SCRIPT, 'Cache-Control': 'no-cache' }),
  );
  return app;
}
