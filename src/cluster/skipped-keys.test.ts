import { describe, expect, it } from 'vitest';
import { SkippedKeys } from './skipped-keys.ts';

/** A vector over these keys, with sums that floats of 32 bits hold exactly. */
function vector(...keys: number[]) {
  return { ids: Int32Array.from(keys), sums: Float64Array.from(keys, (key) => key / 4) };
}

describe('SkippedKeys', () => {
  it('multiplies what is left out with the vector of a slot, terms and names apart', () => {
    const skipped = new SkippedKeys();
    skipped.forget(3);
    skipped.add(4, 2, false);
    skipped.add(8, 3, true);
    expect(skipped.multiply(3, vector(2, 4, 8))).toEqual({ terms: 2, names: 6 });
    expect([2, 4, 8].map((id) => skipped.has(id))).toEqual([false, true, true]);
  });

  it('leaves nothing of one article for the next', () => {
    const skipped = new SkippedKeys();
    skipped.forget(0);
    skipped.add(4, 2, false);
    skipped.clear();
    skipped.add(8, 1, false);
    expect(skipped.has(4)).toBe(false);
    expect(skipped.multiply(0, vector(4, 8))).toEqual({ terms: 2, names: 0 });
  });

  it('takes a slot anew once it is forgotten: for another vector, or a key that is common only now', () => {
    const skipped = new SkippedKeys();
    skipped.forget(0);
    skipped.add(4, 2, false);
    expect(skipped.multiply(0, vector(4, 12)).terms).toBe(2);
    expect(skipped.knows(12)).toBe(false);
    skipped.forget(0);
    skipped.add(12, 2, false);
    expect(skipped.multiply(0, vector(4, 12)).terms).toBe(8);
  });

  it('gives a slot another block when its vector has more common keys, and takes the old one for others', () => {
    const skipped = new SkippedKeys();
    const keys = Array.from({ length: 600 }, (_, i) => i + 1);
    for (const key of keys) skipped.add(key, 1, false);
    const slots = [0, 1, 2, 0, 3];
    for (const [i, slot] of slots.entries()) {
      skipped.forget(slot);
      expect(skipped.multiply(slot, vector(...keys.slice(0, i === 3 ? 600 : 7))).terms).toBe(
        i === 3 ? (600 * 601) / 8 : 7,
      );
    }
    expect(skipped.multiply(0, vector()).terms).toBe((600 * 601) / 8);
    expect(skipped.multiply(1, vector()).terms).toBe(7);
  });
});
