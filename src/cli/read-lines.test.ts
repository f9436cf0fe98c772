import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../core/app-error.ts';
import { type NumberedLine, readLines } from './read-lines.ts';

describe('readLines', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-lines-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(name: string, content: string | Buffer): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  async function collect(path: string): Promise<{ lines: NumberedLine[]; error: AppError | null }> {
    const lines: NumberedLine[] = [];
    try {
      for await (const line of readLines(path)) lines.push(line);
      return { lines, error: null };
    } catch (error) {
      return { lines, error: error as AppError };
    }
  }

  it('numbers lines and leaves empty ones out', async () => {
    const { lines } = await collect(await write('plain', 'a\n\n  \nd\r\n'));
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'd' },
    ]);
  });

  it('takes a byte order mark off the first line', async () => {
    const { lines } = await collect(await write('marked', '\uFEFF{}\n\uFEFFx'));
    expect(lines.map((line) => line.text)).toEqual(['{}', '\uFEFFx']);
  });

  it('reads gzip whatever the name', async () => {
    const { lines } = await collect(await write('packed', gzipSync('eins\nzwei\n')));
    expect(lines.map((line) => line.text)).toEqual(['eins', 'zwei']);
  });

  it('gives the good lines of a broken gzip, then says where it broke', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `row ${i} ${Math.sin(i)}`).join('\n');
    const packed = gzipSync(rows);
    const { lines, error } = await collect(await write('broken', packed.subarray(0, packed.length / 2)));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines[0]?.text).toContain('row 0');
    expect(error).toMatchObject({ code: 'file/broken-gzip', blame: 'user' });
  });

  it.each([
    ['nowhere', /no such file/],
    ['.', /it is a folder/],
  ])('says in one sentence why %s cannot be read', async (name, message) => {
    const { error } = await collect(join(folder, name));
    expect(error).toMatchObject({ code: 'file/unreadable', blame: 'user' });
    expect(error?.message).toMatch(message);
  });
});
