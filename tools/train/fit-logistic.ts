/** One example: what it shows, and whether it is of the class. */
export interface LogisticExample {
  readonly features: readonly number[];
  readonly isTrue: boolean;
}

const STEPS = 12;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with L2 on all weights: for a few dense
 * features, where it ends after some steps at the one optimum.
 */
export function fitLogistic(examples: readonly LogisticExample[], l2: number): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -l2 * weight);
    const curvature = weights.map((_, i) => weights.map((_, j) => (i === j ? l2 : 0)));
    for (const { features, isTrue } of examples) {
      const sum = features.reduce((total, feature, i) => total + feature * (weights[i] as number), 0);
      const likelihood = 1 / (1 + Math.exp(-sum));
      addTo(gradient, curvature, features, Number(isTrue) - likelihood, likelihood * (1 - likelihood));
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + (change[i] as number));
  }
  return weights;
}

function addTo(
  gradient: number[],
  curvature: number[][],
  features: readonly number[],
  error: number,
  spread: number,
): void {
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number;
    if (feature === 0) continue;
    gradient[i] = (gradient[i] as number) + error * feature;
    const row = curvature[i] as number[];
    for (let j = 0; j < features.length; j++)
      row[j] = (row[j] as number) + spread * feature * (features[j] as number);
  }
}

/** Gaussian elimination; the matrix is positive definite, so that no pivot is zero. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows[column] as number[];
    for (let i = column + 1; i < size; i++) {
      const row = rows[i] as number[];
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let j = column; j <= size; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let rest = row[size] as number;
    for (let j = i + 1; j < size; j++) rest -= (row[j] as number) * (solution[j] as number);
    solution[i] = rest / (row[i] as number);
  }
  return solution;
}
