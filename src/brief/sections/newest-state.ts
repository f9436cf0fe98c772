import { figuresAgree, isCasualtyClass } from '../ledger/figure-class.ts';
import type { FigureSource } from '../ledger/figure-source.ts';
import type { FigureGroup } from '../ledger/figures.ts';

/** A report this many times above or below the middle one is not taken for the newest state. */
const OUTLIER_FACTOR = 3;

export interface FigureStates {
  /** Sentences that give the newest state of a toll, with the number of outlets that report on it at all. */
  readonly newest: ReadonlyMap<number, number>;
  /** Sentences that give a toll which a newer report has replaced. */
  readonly superseded: ReadonlySet<number>;
  /** Those tolls in digits. */
  readonly outdated: ReadonlySet<string>;
}

function newestReport(sources: readonly FigureSource[]): FigureSource | undefined {
  const values = sources.map(({ figure }) => figure.value).sort((a, b) => a - b);
  const middle = values[Math.floor(values.length / 2)] ?? 0;
  return sources
    .filter(
      ({ figure }) => figure.value <= middle * OUTLIER_FACTOR && figure.value * OUTLIER_FACTOR >= middle,
    )
    .reduce<FigureSource | undefined>(
      (best, one) => (best === undefined || one.report.publishedAt > best.report.publishedAt ? one : best),
      undefined,
    );
}

/** Which sentences give the toll as it stands, and which an older one: "31 dead" gives way to "38 dead". */
export function figureStates(groups: readonly FigureGroup[]): FigureStates {
  const newest = new Map<number, number>();
  const superseded = new Set<number>();
  const outdated = new Set<string>();
  const current = new Set<string>();
  for (const { name, sources, entry } of groups) {
    const latest = newestReport(sources);
    if (!isCasualtyClass(name) || latest === undefined) continue;
    const outlets = new Set(entry.reports.map((report) => report.outletId)).size;
    if (sources.every((source) => figuresAgree(source.figure, latest.figure))) continue;
    for (const { sentence, figure } of sources)
      if (figuresAgree(figure, latest.figure)) {
        newest.set(sentence.id, outlets);
        current.add(String(figure.value));
      } else {
        superseded.add(sentence.id);
        outdated.add(String(figure.value));
      }
  }
  for (const id of newest.keys()) superseded.delete(id);
  for (const value of current) outdated.delete(value);
  return { newest, superseded, outdated };
}
