/** A sparse vector: term to weight. */
export type SparseVector = ReadonlyMap<string, number>;

export function norm(vector: SparseVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

export function dot(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) {
    const other = large.get(term);
    if (other !== undefined) sum += weight * other;
  }
  return sum;
}

/** Cosine of two sparse vectors, 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const length = norm(a) * norm(b);
  return length === 0 ? 0 : dot(a, b) / length;
}

/** Smoothed inverse document frequency: ln(1 + N / df), with df at least 1. */
export function inverseDocumentFrequency(documents: number, containing: number): number {
  return Math.log(1 + documents / Math.max(1, containing));
}
