import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '../../src/config.ts';
import { FAILURE_CODES } from '../../src/core/failure.ts';
import { FAILURE_WORDS } from '../../src/core/failure-words.ts';
import { BESIDE_ROUNDS, PHASES, STAGES, stageOrderProblems } from '../../src/pipeline/stages.ts';
import { MIGRATIONS } from '../../src/store/migrations/migrations.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const PURE_ROOMS = ['core', 'nlp', 'extract', 'annotate', 'cluster', 'topics', 'brief'];

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the house', () => {
  it('has no file that is two rooms in one', () => {
    const long = filesUnder('src').filter((file) => readFileSync(file, 'utf8').split('\n').length > 500);
    expect(long).toEqual([]);
  });

  it('keeps clock and chance out of the pure rooms', () => {
    const sources = PURE_ROOMS.flatMap((room) => filesUnder(`src/${room}`)).filter(
      (file) => !/\.test\.tsx?$|core\/clock\.ts$/.test(file),
    );
    const impure = sources.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
    expect(sources.length).toBeGreaterThan(50);
  });

  it('lists its stages in an order in which each reads only what is written before', () => {
    expect(stageOrderProblems(STAGES)).toEqual([]);
    expect(stageOrderProblems(STAGES.toReversed())).not.toEqual([]);
    expect([...PHASES.flat(), ...BESIDE_ROUNDS]).toEqual(STAGES.map((stage) => stage.name));
  });

  it('tells the same stages in ARCHITECTURE.md', () => {
    const rows = [...read('ARCHITECTURE.md').matchAll(/^\| `([a-z]+)` \| ([^|]*) \| ([^|]*) \|/gm)];
    const table = rows.map(([, name, reads, writes]) => [name, reads?.trim(), writes?.trim()]);
    expect(table).toEqual(
      STAGES.map(({ name, reads, writes }) => [name, reads.join(', '), writes.join(', ')]),
    );
  });

  it('explains every failure code', () => {
    const explained = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map(
      ([, code]) => code,
    );
    expect(explained.sort()).toEqual([...FAILURE_CODES].sort());
  });

  it('tells the same of failures in the program and in docs/errors.md', () => {
    const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+\/[a-z-]+)` \| (.*?) \| (.*?) \|$/gm)];
    const told = Object.fromEntries(rows.map(([, code, means, advice]) => [code, { means, advice }]));
    expect(FAILURE_WORDS).toEqual(told);
  });

  it('explains every environment variable', () => {
    const explained = [...read('docs/config.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.values(ENVIRONMENT).sort());
  });

  it('never edits a migration that was released', () => {
    const recorded = JSON.parse(read('src/store/migrations/released.json')) as Record<string, string>;
    for (const [name, hash] of Object.entries(recorded)) {
      expect(MIGRATIONS.map((migration) => migration.name)).toContain(name);
      expect(
        createHash('sha256')
          .update(read(`src/store/migrations/${name}.ts`))
          .digest('hex'),
      ).toBe(hash);
    }
  });

  it('names in the README only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
