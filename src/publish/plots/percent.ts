/**
 * Plots place marks by per cent of their width and by CSS pixels of their height, so that a plot fills any column
 * without its letters or dots being stretched.
 */
export type Percent = number;

/** Rounded to what can be seen: a hundredth of a per cent is a tenth of a pixel on the widest page. */
export function percent(value: number): Percent {
  return Math.round(value * 100) / 100;
}

/** As an SVG attribute has it: `12.5%`. */
export function inPercent(value: Percent): string {
  return `${value}%`;
}
