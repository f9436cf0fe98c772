import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOfHash, hashFeature, hashOn, hashStart } from './hashed-features.ts';

describe('hashFeature', () => {
  it('stays inside the table', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (feature, bits) => {
        const bucket = hashFeature(feature, bits);
        expect(bucket).toBeGreaterThanOrEqual(0);
        expect(bucket).toBeLessThan(2 ** bits);
      }),
    );
  });

  it('gives a name in parts the bucket of the whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        expect(bucketOfHash(hashOn(hashOn(hashStart(a), b), c), 20)).toBe(hashFeature(a + b + c, 20));
      }),
    );
  });

  it('tells different names apart', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `word:${index}`);
    expect(new Set(names.map((name) => hashFeature(name, 30))).size).toBe(1000);
  });
});
