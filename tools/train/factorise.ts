import { randomNumbers } from '../../src/cli/eval/random.ts';

/** A square matrix by rows: row `r` has the entries `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Columns computed beyond those kept: they make the last kept ones exact. */
const SPARE = 10;
const ITERATIONS = 2;

/**
 * Left singular vectors times the root of the singular values of a large sparse matrix, by seeded randomised subspace
 * iteration (Halko, Martinsson and Tropp, SIAM Review 2011). Row-major, `dimensions` a row.
 */
export function factorise(matrix: SparseMatrix, dimensions: number): Float32Array {
  const rows = matrix.starts.length - 1;
  const width = dimensions + SPARE;
  const random = randomNumbers(7);
  let basis = Float32Array.from({ length: rows * width }, () => random() - 0.5);
  basis = multiply(matrix, basis, width, false);
  orthonormalise(basis, rows, width);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    for (const isTransposed of [true, false]) {
      basis = multiply(matrix, basis, width, isTransposed);
      orthonormalise(basis, rows, width);
    }
  }
  const projected = multiply(matrix, basis, width, true);
  const { values, vectors } = eigen(gram(projected, rows, width));
  const best = values.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  const result = new Float32Array(rows * dimensions);
  for (const [column, { value, at }] of best.slice(0, dimensions).entries()) {
    const size = Math.max(0, value) ** 0.25;
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let k = 0; k < width; k += 1)
        sum += (basis[row * width + k] as number) * (vectors[k * width + at] as number);
      result[row * dimensions + column] = sum * size;
    }
  }
  return result;
}

function multiply(
  matrix: SparseMatrix,
  right: Float32Array,
  width: number,
  isTransposed: boolean,
): Float32Array<ArrayBuffer> {
  const { starts, columns, values } = matrix;
  const product = new Float32Array(right.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const column = columns[at] as number;
      const to = (isTransposed ? column : row) * width;
      const from = (isTransposed ? row : column) * width;
      const value = values[at] as number;
      for (let k = 0; k < width; k += 1)
        product[to + k] = (product[to + k] as number) + value * (right[from + k] as number);
    }
  }
  return product;
}

/** Modified Gram–Schmidt on columns, in place; column by column in own arrays, since columns of a row-major matrix are slow. */
function orthonormalise(matrix: Float32Array, rows: number, width: number): void {
  const columns = Array.from({ length: width }, (_, column) =>
    Float32Array.from({ length: rows }, (__, row) => matrix[row * width + column] as number),
  );
  for (const [at, column] of columns.entries()) {
    for (const before of columns.slice(0, at)) {
      const share = dot(column, before);
      for (let row = 0; row < rows; row += 1)
        column[row] = (column[row] as number) - share * (before[row] as number);
    }
    const scale = 1 / Math.sqrt(dot(column, column) + 1e-12);
    for (let row = 0; row < rows; row += 1) column[row] = (column[row] as number) * scale;
  }
  for (const [column, values] of columns.entries())
    for (let row = 0; row < rows; row += 1) matrix[row * width + column] = values[row] as number;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function gram(matrix: Float32Array, rows: number, width: number): Float64Array {
  const product = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1)
    for (let a = 0; a < width; a += 1) {
      const value = matrix[row * width + a] as number;
      for (let b = 0; b < width; b += 1)
        product[a * width + b] =
          (product[a * width + b] as number) + value * (matrix[row * width + b] as number);
    }
  return product;
}

/** Eigenvalues and eigenvectors (by column) of a symmetric matrix: cyclic Jacobi rotations. */
function eigen(matrix: Float64Array): { values: number[]; vectors: Float64Array } {
  const size = Math.sqrt(matrix.length);
  const vectors = Float64Array.from(matrix, (_, at) => (Math.floor(at / size) === at % size ? 1 : 0));
  for (let sweep = 0; sweep < 12; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(matrix, vectors, size, p, q);
  return { values: Array.from({ length: size }, (_, at) => matrix[at * size + at] as number), vectors };
}

function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const across = matrix[p * size + q] as number;
  if (Math.abs(across) < 1e-9) return;
  const theta = ((matrix[q * size + q] as number) - (matrix[p * size + p] as number)) / (2 * across);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, one: number, other: number) => {
    const [x, y] = [values[one] as number, values[other] as number];
    values[one] = cosine * x - sine * y;
    values[other] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k += 1) turn(matrix, k * size + p, k * size + q);
  for (let k = 0; k < size; k += 1) turn(matrix, p * size + k, q * size + k);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q);
}
