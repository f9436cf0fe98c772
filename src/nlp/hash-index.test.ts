import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashIndex } from './hash-index.ts';

/** Few, so that some are equal and many meet in one slot. */
const hashes = fc.array(fc.nat(40).map((hash) => hash << 8));

describe('HashIndex', () => {
  it('gives the first row of every hash, as a list does, and -1 for others', () => {
    fc.assert(
      fc.property(hashes, fc.nat(50), (known, asked) => {
        const index = new HashIndex(known);
        expect(known.map((hash) => index.rowOf(hash))).toEqual(known.map((hash) => known.indexOf(hash)));
        expect(index.rowOf(asked << 8)).toBe(known.indexOf(asked << 8));
      }),
    );
  });

  it('tells the hash 0 from an empty slot', () => {
    expect(new HashIndex([7]).rowOf(0)).toBe(-1);
    expect(new HashIndex([7, 0]).rowOf(0)).toBe(1);
  });
});
