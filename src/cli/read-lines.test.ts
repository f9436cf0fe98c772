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

  // "eins\\nzwei\\ndrei\\n" twice, packed by bzip2 1.0.8: two streams behind each other, as parallel packers write.
  const BZIP2 = Buffer.from(
    'QlpoOTFBWSZTWcioABcAAANBgAAQBiEYkCAAMQZMQQaYRtMSB2nOXi7kinChIZFQAC5CWmg5MUFZJlNZyKgAFwAAA0GAABAGIRiQIAAxBkxBBphG0xIHac5eLuSKcKEhkVAALg==',
    'base64',
  );

  it('reads bzip2 of several streams', async () => {
    const { lines } = await collect(await write('packed.bz2', BZIP2));
    expect(lines.map((line) => line.text)).toEqual(['eins', 'zwei', 'drei', 'eins', 'zwei', 'drei']);
  });

  it('says where a broken bzip2 broke', async () => {
    const broken = Buffer.from(BZIP2);
    broken.writeUInt8(broken.readUInt8(30) ^ 0xff, 30);
    const { error } = await collect(await write('broken.bz2', broken));
    expect(error).toMatchObject({ code: 'file/damaged', blame: 'user' });
  });

  it('cuts a text in the middle of letters and lines without changing it', async () => {
    const line = 'Харків 東京 '.repeat(20_000);
    const { lines } = await collect(await write('long', `${line}x\n${line}y`));
    expect(lines.map(({ text }) => text)).toEqual([`${line}x`, `${line}y`]);
  });

  it('tells how much of the packed file it has read', async () => {
    const path = await write('progress', gzipSync('a\nb\n'.repeat(10_000)));
    let last = { done: 0, size: 0 };
    const seen: number[] = [];
    for await (const _ of readLines(path, (progress) => (last = progress))) seen.push(last.done);
    expect(last.done).toBe(last.size);
    expect(seen.every((done, i) => i === 0 || done >= (seen[i - 1] ?? 0))).toBe(true);
  });

  it('gives the good lines of a broken gzip, then says where it broke', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `row ${i} ${Math.sin(i)}`).join('\n');
    const packed = gzipSync(rows);
    const { lines, error } = await collect(await write('broken', packed.subarray(0, packed.length / 2)));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines[0]?.text).toContain('row 0');
    expect(error).toMatchObject({ code: 'file/damaged', blame: 'user' });
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
