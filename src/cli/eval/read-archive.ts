import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataUrl } from './read-data.ts';

/** Files of a `.tar.gz` of the evaluation data by path, sorted; unpacked by the system's `tar` into a folder that is removed again. */
export function readArchive(path: string): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-eval-'));
  try {
    execFileSync('tar', ['-xzf', fileURLToPath(dataUrl(path)), '-C', folder]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    return new Map(paths.map((file) => [file.slice(folder.length + 1), readFileSync(file)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
