import type { Briefing } from '../../core/briefing.ts';

/** Facts of either outlet that a comparison needs: with fewer, what one leaves out is chance. */
const LEAST_FACTS = 3;

/** The article that tells a story most differently from another, with what can be counted of it. */
export interface ReadNext {
  readonly outletId: string;
  readonly articleId: string;
  /** Facts that both carry, that only the article read carries, and that only this one does. */
  readonly both: number;
  readonly onlyRead: number;
  readonly onlyNext: number;
}

/** How the facts of two columns of a matrix lie to each other. */
export function factOverlap(
  { facts }: Briefing['sections']['papersSay']['matrix'],
  a: number,
  b: number,
): Omit<ReadNext, 'outletId' | 'articleId'> {
  let [both, onlyRead, onlyNext] = [0, 0, 0];
  for (const { cells, partly } of facts) {
    // Where an outlet says a part of a fact it is not said to leave it out.
    const has = (column: number) => (cells[column] ?? partly?.[column] ?? null) !== null;
    if (has(a) && has(b)) both += 1;
    else if (has(a)) onlyRead += 1;
    else if (has(b)) onlyNext += 1;
  }
  return { both, onlyRead, onlyNext };
}

/**
 * The outlet of the same story whose facts have least in common with those of the one that was read (Jaccard distance
 * over the fact × outlet matrix), and among equals the one with more of its own. Null when the matrix tells too little.
 */
export function readNext(outletId: string, briefing: Briefing): ReadNext | null {
  const { matrix, outlets } = briefing.sections.papersSay;
  const read = matrix.outlets.indexOf(outletId);
  if (read === -1) return null;
  const candidates = matrix.outlets.flatMap((id, column): ReadNext[] => {
    const coverage = outlets.find((one) => one.outletId === id);
    if (column === read || coverage === undefined || coverage.reprints !== null) return [];
    const overlap = factOverlap(matrix, read, column);
    const facts = overlap.both + overlap.onlyRead + overlap.onlyNext;
    if (facts < LEAST_FACTS || overlap.both === facts) return [];
    return [{ outletId: id, articleId: coverage.headlineArticleId, ...overlap }];
  });
  const shared = ({ both, onlyRead, onlyNext }: ReadNext) => both / (both + onlyRead + onlyNext);
  const [next] = candidates.sort(
    (a, b) => shared(a) - shared(b) || b.onlyNext - a.onlyNext || (a.outletId < b.outletId ? -1 : 1),
  );
  return next ?? null;
}
