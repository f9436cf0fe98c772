import { describe, expect, it } from 'vitest';
import { parseGroups } from './parse-groups.ts';

describe('parseGroups', () => {
  it('reads names with domains', () => {
    const text = '{"West": ["B.example", "a.example", "b.example"], "East": ["c.example"]}';
    expect(parseGroups(text, 'groups.json')).toEqual([
      { name: 'East', outlets: ['c.example'] },
      { name: 'West', outlets: ['a.example', 'b.example'] },
    ]);
  });

  it.each(['', '[]x', '{"East": []}', '{"East": "a.example"}', '["a.example"]'])('refuses %s', (text) => {
    expect(() => parseGroups(text, 'groups.json')).toThrow(
      expect.objectContaining({ code: 'config/groups' }),
    );
  });
});
