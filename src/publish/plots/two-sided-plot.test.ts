import { describe, expect, it } from 'vitest';
import type { OutletToneAt } from '../../core/library.ts';
import { outletTonePlot } from './outlet-tone-plot.ts';
import { twoSidedPlot } from './two-sided-plot.ts';

describe('bars on two sides', () => {
  it.each([
    ['nothing', []],
    ['one step', [{ label: 'a', up: 3, down: 1 }]],
    ['empty steps', Array.from({ length: 3 }, () => ({ label: 'a', up: 0, down: 0 }))],
  ])('show nothing of %s', (_, steps) => {
    expect(twoSidedPlot(steps)).toBeNull();
  });

  it('stand in their order inside the drawing, on one scale', () => {
    const steps = [
      { label: 'a', up: 3, down: 1 },
      { label: 'b', up: 0, down: 7 },
    ];
    const plot = twoSidedPlot(steps);
    expect(plot).toMatchObject({ most: 7, bars: steps });
    const ends = plot?.bars.flatMap(({ x, width }) => [x, x + width]) ?? [];
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect([Math.min(...ends) >= 0, Math.max(...ends) <= 100]).toEqual([true, true]);
  });
});

function tone(day: string, direction: OutletToneAt['direction']): OutletToneAt {
  const citation = { articleId: 'a', start: 0, end: 1 };
  return { name: 'Varga', direction, citation, slug: 's', headline: 'h', at: Date.parse(day) };
}

describe('tone over time', () => {
  it('shows nothing of four tones, nor of a single month', () => {
    const four = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'].map((day) => tone(day, 'critical'));
    expect(outletTonePlot(four)).toBeNull();
    expect(outletTonePlot(Array.from({ length: 9 }, () => tone('2025-01-01', 'critical')))).toBeNull();
  });

  it('counts both directions by month, months without any among them', () => {
    const plot = outletTonePlot([
      tone('2025-01-05', 'critical'),
      tone('2025-01-09', 'critical'),
      tone('2025-03-09', 'favourable'),
      tone('2025-03-10', 'critical'),
      tone('2025-03-11', 'favourable'),
    ]);
    expect(plot).toMatchObject({ unit: 'month', favourable: 2, critical: 3, most: 2 });
    expect(plot?.bars.map(({ label, up, down }) => [label, up, down])).toEqual([
      ['Jan 2025', 0, 2],
      ['Feb 2025', 0, 0],
      ['Mar 2025', 2, 1],
    ]);
  });
});
