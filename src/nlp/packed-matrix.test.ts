import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packMatrix, unpackMatrix } from './packed-matrix.ts';

describe('packMatrix', () => {
  it('keeps every number to one part in 127 of the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 24 }), (numbers) => {
        const { values } = unpackMatrix(packMatrix(numbers, 1));
        const top = Math.max(1e-9, ...numbers.map(Math.abs));
        expect(values).toHaveLength(numbers.length);
        for (const [at, number] of numbers.entries())
          expect(Math.abs((values[at] ?? 0) - number)).toBeLessThanOrEqual(top / 127);
      }),
    );
  });

  it.each([[null], [{}], [{ columns: 2, scale: 1, bytes: 'AAAA' }]])('does not read %j', (json) => {
    expect(() => unpackMatrix(json)).toThrow(TypeError);
  });
});
