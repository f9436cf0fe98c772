import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readGroups } from './read-groups.ts';

const folder = mkdtempSync(join(tmpdir(), 'groups-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string): string {
  const file = join(folder, 'groups.json');
  writeFileSync(file, content);
  return file;
}

describe('readGroups', () => {
  it('reads names with domains', () => {
    expect(
      readGroups(fileWith('{"West": ["B.example", "a.example", "b.example"], "East": ["c.example"]}')),
    ).toEqual([
      { name: 'East', outlets: ['c.example'] },
      { name: 'West', outlets: ['a.example', 'b.example'] },
    ]);
  });

  it.each(['', '[]x', '{"East": []}', '{"East": "a.example"}', '["a.example"]'])('refuses %s', (content) => {
    expect(() => readGroups(fileWith(content))).toThrow(expect.objectContaining({ code: 'config/groups' }));
  });
});
