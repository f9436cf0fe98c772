import type { Matrix } from './packed-matrix.ts';

/**
 * Adds rows `from` … `to` (exclusive) of matrix × vector to `sums`, in place: row `r` to `sums[r]`. Four rows at a time:
 * a sum waits for its own last addition, and four sums wait at once.
 */
export function addProduct(
  sums: Float64Array,
  { values, columns }: Matrix,
  vector: ArrayLike<number>,
  from = 0,
  to = sums.length,
): Float64Array {
  let row = from;
  for (; row + 4 <= to; row += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0, at = row * columns; column < columns; column += 1, at += 1) {
      const value = vector[column] as number;
      a += (values[at] as number) * value;
      b += (values[at + columns] as number) * value;
      c += (values[at + 2 * columns] as number) * value;
      d += (values[at + 3 * columns] as number) * value;
    }
    add4(sums, row, a, b, c, d);
  }
  for (; row < to; row += 1) {
    let sum = sums[row] as number;
    for (let column = 0; column < columns; column += 1)
      sum += (values[row * columns + column] as number) * (vector[column] as number);
    sums[row] = sum;
  }
  return sums;
}

/**
 * Adds matrix × vector to the sums of each of several vectors that lie one after another, in place. Two vectors and four
 * rows at a time, so that a weight is read once for both; every sum is added up as `addProduct` does it.
 */
export function addProducts(sums: Float64Array, matrix: Matrix, vectors: Float64Array): Float64Array {
  const { values, columns } = matrix;
  const count = vectors.length / columns;
  const rows = sums.length / count;
  const pairs = count - (count % 2);
  const fours = rows - (rows % 4);
  for (let one = 0; one < pairs; one += 2) {
    for (let row = 0; row < fours; row += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      for (let at = row * columns, from = one * columns; from < (one + 1) * columns; at += 1, from += 1) {
        const x = vectors[from] as number;
        const y = vectors[from + columns] as number;
        const p = values[at] as number;
        const q = values[at + columns] as number;
        const r = values[at + 2 * columns] as number;
        const s = values[at + 3 * columns] as number;
        a += p * x;
        b += q * x;
        c += r * x;
        d += s * x;
        e += p * y;
        f += q * y;
        g += r * y;
        h += s * y;
      }
      add4(sums, one * rows + row, a, b, c, d);
      add4(sums, (one + 1) * rows + row, e, f, g, h);
    }
  }
  for (let one = 0; one < count; one += 1) {
    const from = one < pairs ? fours : 0;
    if (from === rows) continue;
    const own = vectors.subarray(one * columns, (one + 1) * columns);
    addProduct(sums.subarray(one * rows, (one + 1) * rows), matrix, own, from);
  }
  return sums;
}

function add4(sums: Float64Array, at: number, a: number, b: number, c: number, d: number): void {
  sums[at] = (sums[at] as number) + a;
  sums[at + 1] = (sums[at + 1] as number) + b;
  sums[at + 2] = (sums[at + 2] as number) + c;
  sums[at + 3] = (sums[at + 3] as number) + d;
}

/** Rows to columns. */
export function transposed({ values, columns }: Matrix): Matrix {
  const rows = values.length / columns;
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = values[row * columns + column] as number;
  return { columns: rows, values: turned };
}
