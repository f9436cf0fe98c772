import type { FactMatrix } from '../../core/briefing.ts';

export interface MatrixColumn {
  readonly outletId: string;
  /** Place in the cells of the matrix. */
  readonly index: number;
  /** Facts that the outlet reports in full. */
  readonly facts: number;
}

/**
 * Columns of a fact matrix, fullest first, so that what few outlets report stands apart at a glance (Bertin 1967); of
 * equally full ones those with more partial reports, then in the order given.
 */
export function matrixColumns({ outlets, facts }: FactMatrix): readonly MatrixColumn[] {
  const columns = outlets.map((outletId, index) => ({
    outletId,
    index,
    facts: facts.filter(({ cells }) => cells[index] != null).length,
    partly: facts.filter(({ partly }) => partly?.[index] != null).length,
  }));
  return columns
    .sort((a, b) => b.facts - a.facts || b.partly - a.partly || a.index - b.index)
    .map(({ outletId, index, facts: count }) => ({ outletId, index, facts: count }));
}
