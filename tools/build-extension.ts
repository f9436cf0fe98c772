import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const FOLDER = new URL('../extension/', import.meta.url).pathname;
const OUT = new URL('../dist/', import.meta.url).pathname;
/** The same bytes from the same files: a zip's oldest day (local time, as the format has it). */
const MTIME = new Date(1980, 0, 1);

/** `npm run build:extension`: the browser extension as a zip, as the browsers' shops take it. Types of the scripts stay out. */
const names = (await readdir(FOLDER, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length))
  .sort();
const files: Record<string, Uint8Array> = {};
for (const name of names) files[name] = new Uint8Array(await readFile(join(FOLDER, name)));
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'variorum-extension.zip'), zipSync(files, { mtime: MTIME }));
console.log(`dist/variorum-extension.zip: ${names.length} files`);
