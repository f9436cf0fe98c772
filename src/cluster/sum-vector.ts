/** Sparse vector of counts: numbers of the TermTable with what the members' counts add up to. */
export interface SumVector {
  readonly ids: Int32Array;
  readonly sums: Float64Array;
}

export const NO_VECTOR: SumVector = { ids: new Int32Array(0), sums: new Float64Array(0) };
