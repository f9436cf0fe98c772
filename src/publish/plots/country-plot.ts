import { scaleLinear } from 'd3-scale';
import { type Percent, percent } from './percent.ts';

/** Where bars begin and end; names stand before, numbers behind. */
const TRACK: readonly [Percent, Percent] = [36, 90];
const NAMED_ROWS = 14;

export interface CountryRow {
  /** ISO 3166-1 alpha-2; null for the countries that share the last row. */
  readonly country: string | null;
  readonly countries: number;
  readonly outlets: number;
  readonly from: Percent;
  readonly to: Percent;
}

export interface CountryPlot {
  /** Most outlets first. */
  readonly rows: readonly CountryRow[];
  readonly known: number;
  /** Outlets whose country nobody has said. */
  readonly unknown: number;
}

/** How many outlets sit in which country. Null when they are of fewer than two known countries, or each of another. */
export function countryPlot(outlets: readonly { readonly country: string | null }[]): CountryPlot | null {
  const counts = new Map<string, number>();
  for (const { country } of outlets)
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const isSpread = Math.max(0, ...counts.values()) === 1;
  if (counts.size < 2 || isSpread) return null;
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const named = sorted.length > NAMED_ROWS + 1 ? sorted.slice(0, NAMED_ROWS) : sorted;
  const rest = sorted.slice(named.length);
  const restOutlets = rest.reduce((sum, [, count]) => sum + count, 0);
  const most = Math.max(restOutlets, sorted[0]?.[1] ?? 0);
  const scale = scaleLinear()
    .domain([0, most])
    .range([...TRACK]);
  const row = (country: string | null, countries: number, count: number): CountryRow => ({
    country,
    countries,
    outlets: count,
    from: TRACK[0],
    to: percent(scale(count)),
  });
  const rows = named.map(([country, count]) => row(country, 1, count));
  const known = sorted.reduce((sum, [, count]) => sum + count, 0);
  return {
    rows: rest.length === 0 ? rows : [...rows, row(null, rest.length, restOutlets)],
    known,
    unknown: outlets.length - known,
  };
}
