import { scaleLinear } from 'd3-scale';
import type { OutletCoverage } from '../../core/briefing.ts';
import type { Citation } from '../../core/ledger.ts';
import { type Percent, percent } from './percent.ts';

/** Of one outlet alone there is nothing to compare. */
const LEAST_OUTLETS = 2;
/** Rows drawn; the table has all. */
const MOST_TARGETS = 6;
/** The middle, and how far from it the strongest mark stands. */
const MIDDLE = 50;
const REACH = 40;

/** One outlet towards one person or body. */
export interface ToneMark {
  readonly outletId: string;
  /** Sentences of its own that carry it: below zero critical, above zero favourable. */
  readonly score: number;
  readonly x: Percent;
  /** Place in the pile of marks with this score, 0 at the bottom. */
  readonly level: number;
  readonly citations: readonly Citation[];
}

export interface ToneRow {
  readonly target: string;
  /** From most critical to most favourable. */
  readonly marks: readonly ToneMark[];
  /** Height of the highest pile. */
  readonly levels: number;
}

export interface TonePlot {
  readonly rows: readonly ToneRow[];
  /** Targets that are not drawn. */
  readonly hidden: number;
  readonly most: number;
}

interface Reading {
  readonly target: string;
  readonly outletId: string;
  readonly score: number;
  readonly citations: readonly Citation[];
}

function readingsOf(outlets: readonly OutletCoverage[]): Reading[] {
  return outlets.flatMap(({ outletId, tone }) =>
    (tone ?? []).map(({ name, direction, citations }) => ({
      target: name,
      outletId,
      score: direction === 'critical' ? -citations.length : citations.length,
      citations,
    })),
  );
}

function rowOf(target: string, readings: readonly Reading[], place: (score: number) => Percent): ToneRow {
  const height = new Map<number, number>();
  const marks = [...readings]
    .sort((a, b) => a.score - b.score)
    .map(({ outletId, score, citations }) => {
      const level = height.get(score) ?? 0;
      height.set(score, level + 1);
      return { outletId, score, citations, level, x: place(score) };
    });
  return { target, marks, levels: Math.max(...height.values()) };
}

/**
 * Outlets on a scale from negative to positive, a row per target: the more sentences of its own carry a tone, the
 * further from the middle. Null unless two outlets show one.
 */
export function tonePlot(outlets: readonly OutletCoverage[]): TonePlot | null {
  const readings = readingsOf(outlets);
  if (new Set(readings.map(({ outletId }) => outletId)).size < LEAST_OUTLETS) return null;
  const most = Math.max(...readings.map(({ score }) => Math.abs(score)));
  const scale = scaleLinear()
    .domain([-most, most])
    .range([MIDDLE - REACH, MIDDLE + REACH]);
  const targets = [...Map.groupBy(readings, ({ target }) => target)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return {
    rows: targets
      .slice(0, MOST_TARGETS)
      .map(([target, members]) => rowOf(target, members, (score) => percent(scale(score)))),
    hidden: Math.max(0, targets.length - MOST_TARGETS),
    most,
  };
}
