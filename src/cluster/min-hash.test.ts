import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateContainment, estimateJaccard, minHash, SIGNATURE_LENGTH } from './min-hash.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `w${from + i}`);

describe('minHash', () => {
  it('gives an empty text no shingle and a signature of full length', () => {
    const { signature, shingles } = minHash([]);
    expect(shingles).toBe(0);
    expect(signature).toEqual(new Array(SIGNATURE_LENGTH).fill(0xffffffff));
  });

  it('takes a text shorter than a shingle as one', () => {
    expect(minHash(['flood', 'hits']).shingles).toBe(1);
  });

  it('gives the same signature on every machine', () => {
    expect(minHash(['the', 'river', 'rose', 'over', 'night']).signature.slice(0, 3)).toMatchInlineSnapshot(`
      [
        823870743,
        712714181,
        1760377912,
      ]
    `);
  });

  it('holds unsigned 32-bit values for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (list) => {
        const { signature, shingles } = minHash(list);
        expect(signature).toHaveLength(SIGNATURE_LENGTH);
        expect(signature.every((v) => Number.isInteger(v) && v >= 0 && v <= 0xffffffff)).toBe(true);
        expect(shingles).toBeLessThanOrEqual(Math.max(1, list.length));
      }),
    );
  });

  it.each([
    ['the same text', words(0, 400), 1, 1],
    ['half of the text', words(0, 200), 0.5, 1],
    ['another text', words(1000, 1400), 0, 0],
    ['a text that shares half', words(200, 600), 0.33, 0.5],
  ])('estimates how much of it %s shares', (_, other, jaccard, containment) => {
    const [a, b] = [minHash(words(0, 400)), minHash(other)];
    const estimate = estimateJaccard(a.signature, b.signature);
    expect(Math.abs(estimate - jaccard)).toBeLessThan(0.1);
    expect(Math.abs(estimateContainment(estimate, a.shingles, b.shingles) - containment)).toBeLessThan(0.15);
  });

  it('estimates nothing of empty sets', () => {
    expect(estimateContainment(1, 0, 0)).toBe(0);
    expect(estimateJaccard([], [])).toBe(0);
  });
});
