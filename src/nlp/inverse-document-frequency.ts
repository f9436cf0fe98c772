/** Smoothed inverse document frequency: ln(1 + N / df), with df at least 1. */
export function inverseDocumentFrequency(documents: number, containing: number): number {
  return Math.log(1 + documents / Math.max(1, containing));
}
