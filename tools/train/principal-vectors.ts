import { randomNumbers } from '../../src/cli/eval/random.ts';

/** One sparse row for each row of a symmetric matrix. */
export type SymmetricMatrix = readonly { readonly columns: Int32Array; readonly values: Float64Array }[];

const ROUNDS = 7;
/** Directions beyond those asked for, so that the last of them settle sooner. */
const SPARE = 8;

function multiply(matrix: SymmetricMatrix, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(block.length);
  for (const [row, { columns, values }] of matrix.entries()) {
    const at = row * width;
    for (let i = 0; i < columns.length; i += 1) {
      const from = (columns[i] as number) * width;
      const value = values[i] as number;
      for (let d = 0; d < width; d += 1)
        product[at + d] = (product[at + d] as number) + value * (block[from + d] as number);
    }
  }
  return product;
}

/** Makes the columns orthonormal in place (modified Gram–Schmidt) and gives the lengths they had. */
function orthonormalise(block: Float64Array, rows: number, width: number): Float64Array {
  const lengths = new Float64Array(width);
  for (let d = 0; d < width; d += 1) {
    for (let e = 0; e < d; e += 1) {
      let dot = 0;
      for (let row = 0; row < rows; row += 1)
        dot += (block[row * width + d] as number) * (block[row * width + e] as number);
      for (let row = 0; row < rows; row += 1)
        block[row * width + d] =
          (block[row * width + d] as number) - dot * (block[row * width + e] as number);
    }
    let square = 0;
    for (let row = 0; row < rows; row += 1) square += (block[row * width + d] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    lengths[d] = length;
    for (let row = 0; row < rows; row += 1)
      block[row * width + d] = (block[row * width + d] as number) / length;
  }
  return lengths;
}

/**
 * The rows of a symmetric matrix in its `dimensions` strongest directions, each weighted by the root of its strength: block power
 * iteration from a fixed random start (Halko, Martinsson and Tropp, SIAM Review 2011).
 */
export function principalVectors(matrix: SymmetricMatrix, dimensions: number): Float64Array[] {
  const width = dimensions + SPARE;
  const random = randomNumbers(7);
  let block: Float64Array = Float64Array.from({ length: matrix.length * width }, () => random() - 0.5);
  let lengths = orthonormalise(block, matrix.length, width);
  for (let round = 0; round < ROUNDS; round += 1) {
    block = multiply(matrix, block, width);
    lengths = orthonormalise(block, matrix.length, width);
  }
  return matrix.map((_, row) =>
    Float64Array.from(
      { length: dimensions },
      (_unused, d) => (block[row * width + d] as number) * Math.sqrt(lengths[d] as number),
    ),
  );
}
