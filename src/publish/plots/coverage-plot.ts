import { type Percent, percent } from './percent.ts';
import { type Tick, timeAxis } from './time-axis.ts';

/** Rows of outlets by name; those that came later share one row. */
const NAMED_ROWS = 16;
/** Below this there is nothing to see that the list of articles does not say. */
const LEAST_OUTLETS = 3;
/** The tracks have an area of their own, beside the outlets' names. */
const TRACK: readonly [Percent, Percent] = [0, 100];

export interface CoverageArticle {
  readonly outletId: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly isCopy: boolean;
}

/** Articles so near in time that they are one mark. */
export interface CoverageMark {
  readonly x: Percent;
  readonly articles: number;
  /** True when all of them repeat another outlet's text. */
  readonly isCopy: boolean;
}

export interface CoverageRow {
  /** Null for the row that the later outlets share. */
  readonly outletId: string | null;
  readonly outlets: number;
  readonly articles: number;
  readonly firstAt: number;
  readonly marks: readonly CoverageMark[];
}

export interface CoveragePlot {
  /** By who was first. */
  readonly rows: readonly CoverageRow[];
  readonly ticks: readonly Tick[];
  readonly from: number;
  readonly to: number;
  /** When half of the outlets had it. */
  readonly halfAt: number;
}

function marksOf(articles: readonly CoverageArticle[], place: (at: number) => Percent): CoverageMark[] {
  const near = Map.groupBy(articles, ({ publishedAt }) => Math.round(place(publishedAt)));
  return [...near].map(([, members]) => ({
    x: percent(members.reduce((sum, { publishedAt }) => sum + place(publishedAt), 0) / members.length),
    articles: members.length,
    isCopy: members.every(({ isCopy }) => isCopy),
  }));
}

/**
 * Who published when: a row per outlet, a mark per article. Null where fewer than three outlets or a single moment leave
 * nothing to see.
 */
export function coveragePlot(articles: readonly CoverageArticle[]): CoveragePlot | null {
  const sorted = [...articles].sort((a, b) => a.publishedAt - b.publishedAt);
  const from = sorted[0]?.publishedAt ?? 0;
  const to = sorted.at(-1)?.publishedAt ?? 0;
  const outlets = [...Map.groupBy(sorted, ({ outletId }) => outletId)];
  if (outlets.length < LEAST_OUTLETS || from === to) return null;
  const { place, ticks } = timeAxis([from, to], TRACK);
  const named = outlets.length > NAMED_ROWS + 1 ? outlets.slice(0, NAMED_ROWS) : outlets;
  const later = outlets.slice(named.length);
  const row = (outletId: string | null, count: number, members: readonly CoverageArticle[]): CoverageRow => ({
    outletId,
    outlets: count,
    articles: members.length,
    firstAt: members[0]?.publishedAt ?? from,
    marks: marksOf(members, place),
  });
  const rows = named.map(([outletId, members]) => row(outletId, 1, members));
  const rest = later.flatMap(([, members]) => members).sort((a, b) => a.publishedAt - b.publishedAt);
  return {
    rows: rest.length === 0 ? rows : [...rows, row(null, later.length, rest)],
    ticks,
    from,
    to,
    halfAt: outlets[Math.ceil(outlets.length / 2) - 1]?.[1][0]?.publishedAt ?? from,
  };
}
