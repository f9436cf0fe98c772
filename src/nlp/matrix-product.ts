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
    sums[row] = (sums[row] as number) + a;
    sums[row + 1] = (sums[row + 1] as number) + b;
    sums[row + 2] = (sums[row + 2] as number) + c;
    sums[row + 3] = (sums[row + 3] as number) + d;
  }
  for (; row < to; row += 1) {
    let sum = sums[row] as number;
    for (let column = 0; column < columns; column += 1)
      sum += (values[row * columns + column] as number) * (vector[column] as number);
    sums[row] = sum;
  }
  return sums;
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
