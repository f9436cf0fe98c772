import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addProduct, addProducts, transposed } from './matrix-product.ts';

const whole = fc.integer({ min: -9, max: 9 });
const rows = fc.array(fc.array(whole, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 });

describe('addProduct', () => {
  it('adds what row by row multiplication gives, for any number of rows', () => {
    fc.assert(
      fc.property(rows, fc.array(whole, { minLength: 3, maxLength: 3 }), (matrix, vector) => {
        const values = Float32Array.from(matrix.flat());
        const sums = addProduct(new Float64Array(matrix.length).fill(1), { values, columns: 3 }, vector);
        const expected = matrix.map((row) => 1 + row.reduce((sum, x, at) => sum + x * (vector[at] ?? 0), 0));
        expect([...sums]).toEqual(expected);
      }),
    );
  });

  it('leaves rows outside the range as they are', () => {
    const identity = { values: Float32Array.from([1, 0, 0, 1]), columns: 2 };
    expect([...addProduct(new Float64Array(2), identity, [5, 7], 1, 2)]).toEqual([0, 7]);
  });
});

describe('addProducts', () => {
  it('adds for each vector what addProduct adds, for any numbers of rows and vectors', () => {
    fc.assert(
      fc.property(rows, rows, (matrix, vectors) => {
        const stored = { values: Float32Array.from(matrix.flat(), (value) => value / 7), columns: 3 };
        const sums = addProducts(
          new Float64Array(matrix.length * vectors.length).fill(1),
          stored,
          Float64Array.from(vectors.flat()),
        );
        const expected = vectors.map((vector) =>
          addProduct(new Float64Array(matrix.length).fill(1), stored, vector),
        );
        expect([...sums]).toEqual(expected.flatMap((own) => [...own]));
      }),
    );
  });

  it('adds nothing without a vector', () => {
    const identity = { values: Float32Array.from([1, 0, 0, 1]), columns: 2 };
    expect([...addProducts(new Float64Array(0), identity, new Float64Array(0))]).toEqual([]);
  });
});

describe('transposed', () => {
  it('turns rows to columns, and back', () => {
    fc.assert(
      fc.property(rows, (matrix) => {
        const original = { values: Float32Array.from(matrix.flat()), columns: 3 };
        expect(transposed(original).columns).toBe(matrix.length);
        expect(transposed(transposed(original))).toEqual(original);
      }),
    );
  });
});
