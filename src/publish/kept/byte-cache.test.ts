import { describe, expect, it } from 'vitest';
import { ByteCache } from './byte-cache.ts';

describe('ByteCache', () => {
  it('gives up what was not used for longest once it is full', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    expect(cache.get('a')).toBe('A');
    cache.set('c', 'C', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
    expect(cache.bytes).toBe(8);
  });

  it('counts a value that takes the place of another once', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('a', 'AA', 6);
    expect([cache.get('a'), cache.bytes]).toEqual(['AA', 6]);
    cache.delete('a');
    cache.delete('a');
    expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0]);
  });

  it('does not empty itself for something larger than it is', () => {
    const cache = new ByteCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 11);
    expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual(['A', undefined, 4]);
  });
});
