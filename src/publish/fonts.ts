import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppError } from '../core/app-error.ts';
import { contentHash } from '../core/hash.ts';

/** A font file as it is served. */
export interface FontFile {
  /** With the hash of its content. */
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Fonts {
  /** `@font-face` rules; each names its file beside the style sheet. */
  readonly css: string;
  readonly files: readonly FontFile[];
  /** Names of the files that nearly every page has text in. */
  readonly first: readonly string[];
}

/** One face for reading, upright and italic, and one for figures and apparatus: docs/design.md. */
const FACES = [
  ['source-serif-4', 'wght.css'],
  ['source-serif-4', 'wght-italic.css'],
  ['source-sans-3', 'wght.css'],
] as const;

const FIRST: ReadonlySet<string> = new Set([
  'source-serif-4-latin-wght-normal.woff2',
  'source-sans-3-latin-wght-normal.woff2',
]);

/** Alphabets that no language of the program needs. */
const UNUSED = /-(?:vietnamese|cyrillic-ext|greek-ext)-/;
const FACE_RULE = /@font-face\s*\{[^}]*\}/g;
const FILE_NAME = /url\(\.\/files\/([\w-]+\.woff2)\)/;

const { resolve } = createRequire(import.meta.url);

function packageFile(pack: string, path: string): string {
  return resolve(`@fontsource-variable/${pack}/${path}`);
}

interface Face {
  /** As the package names it. */
  readonly source: string;
  readonly rule: string;
  readonly file: FontFile;
}

function readFace(pack: string, sheet: string): Face[] {
  const css = readFileSync(packageFile(pack, sheet), 'utf8');
  return [...css.matchAll(FACE_RULE)].flatMap(([rule]) => {
    const source = FILE_NAME.exec(rule)?.[1];
    if (source === undefined || UNUSED.test(source)) return [];
    const body = new Uint8Array(readFileSync(packageFile(pack, `files/${source}`)));
    const name = source.replace('.woff2', `-${contentHash(body).slice(0, 12)}.woff2`);
    // `fallback`: text shows at once, and no longer changes its face once the reader is well into it.
    const own = rule.replace(FILE_NAME, `url(${name})`).replace('swap', 'fallback').replace(/\s+/g, ' ');
    return [{ source, rule: own, file: { name, body } }];
  });
}

/** Reads the packaged fonts once, at start. @throws AppError `web/asset-missing` */
export function loadFonts(): Fonts {
  try {
    const faces = FACES.flatMap(([pack, sheet]) => readFace(pack, sheet));
    return {
      css: faces.map(({ rule }) => rule).join('\n'),
      files: faces.map(({ file }) => file),
      first: faces.filter(({ source }) => FIRST.has(source)).map(({ file }) => file.name),
    };
  } catch (cause) {
    throw new AppError('web/asset-missing', 'A font of the program is missing.', {
      hint: 'The installation is incomplete: install or build it again.',
      cause,
    });
  }
}
