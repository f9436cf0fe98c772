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

  it('reads a vector itself that has more common keys than a slot has room for', () => {
    const skipped = new SkippedKeys();
    skipped.forget(0);
    const keys = Array.from({ length: 600 }, (_, i) => i + 1);
    for (const key of keys) skipped.add(key, 1, false);
    expect(skipped.multiply(0, vector(...keys)).terms).toBe((600 * 601) / 8);
  });
});
