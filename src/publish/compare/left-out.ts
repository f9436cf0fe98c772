import type { Briefing, FactMatrix } from '../../core/briefing.ts';

export interface LeftOut {
  /** The outlet whose column was read: that of the text's origin where the article is a reprint. */
  readonly outletId: string;
  /** Facts of others that were not found in it, not even in part; those that most carry first. */
  readonly facts: FactMatrix['facts'];
  /** How many facts the story's matrix has. */
  readonly compared: number;
}

/** What a story's other outlets report and this one does not, by the matrix. Null when it is not compared there. */
export function leftOutFacts(outletId: string, briefing: Briefing): LeftOut | null {
  const { matrix, outlets } = briefing.sections.papersSay;
  const reprinted = outlets.find((one) => one.outletId === outletId)?.reprints ?? null;
  const read = matrix.outlets.includes(outletId) ? outletId : reprinted;
  const column = read === null ? -1 : matrix.outlets.indexOf(read);
  if (read === null || column === -1) return null;
  const carriers = ({ cells }: FactMatrix['facts'][number]) => cells.filter((cell) => cell !== null).length;
  const facts = matrix.facts
    .filter(({ cells, partly }) => (cells[column] ?? partly?.[column] ?? null) === null)
    .sort((a, b) => carriers(b) - carriers(a));
  return { outletId: read, facts, compared: matrix.facts.length };
}
