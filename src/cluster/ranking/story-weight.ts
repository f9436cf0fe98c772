import type { FigureEntry } from '../../core/ledger.ts';
import type { StandingFigure } from '../../core/standing.ts';

/** What is known of a quantity: as a briefing's figures give it. */
export interface KnownFigure {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
}

/** Currencies of which a unit is worth about a dollar: amounts of others would need rates. */
const NEAR_DOLLAR = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD']);

/** What a tenfold of each adds, and what all may add at most. By judgement: no set says what a life weighs against a story. */
const PER_TENFOLD = { killed: 0.2, injured: 0.1, money: 0.06 } as const;
const MOST = 0.5;
const MILLION = 1e6;

/** How much a figure adds to a story's rank, 0 to `MOST`: by its logarithm, so that no sum drowns everything else. */
export function figureWeight(figure: StandingFigure | null): number {
  if (figure === null || figure.value <= 0) return 0;
  const size = figure.what === 'money' ? figure.value / MILLION : figure.value;
  return Math.min(MOST, PER_TENFOLD[figure.what] * Math.log10(1 + size));
}

/** Figures that two outlets or more report: what one alone says, true or not, moves no story. */
export function sharedFigures(
  figures: readonly Pick<FigureEntry, 'what' | 'unit' | 'latest' | 'reports'>[],
): KnownFigure[] {
  return figures
    .filter(({ reports }) => new Set(reports.map(({ outletId }) => outletId)).size > 1)
    .map(({ what, unit, latest }) => ({ what, unit, value: latest.value }));
}

/** The figure of a story that weighs most; null when none counts. */
export function weightiestFigure(figures: readonly KnownFigure[]): StandingFigure | null {
  let best: StandingFigure | null = null;
  for (const figure of figures) {
    const one = standingFigure(figure);
    if (one !== null && figureWeight(one) > figureWeight(best)) best = one;
  }
  return best;
}

function standingFigure({ what, unit, value }: KnownFigure): StandingFigure | null {
  if (NEAR_DOLLAR.has(unit) && value >= MILLION) return { what: 'money', value, unit };
  if (unit !== 'count') return null;
  if (/\bkilled$/.test(what)) return { what: 'killed', value, unit };
  return /\binjured$/.test(what) ? { what: 'injured', value, unit } : null;
}
