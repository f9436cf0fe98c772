import { describe, expect, it } from 'vitest';
import type { Figure } from '../../core/annotation.ts';
import { emptyTally, type GoldFigure, tallyFigures } from './eval-figures.ts';
import { partOf } from './gold-text.ts';
import { readGold } from './read-gold.ts';

const TEXT = 'Some 31 people were killed, the mayor said.';
const GOLD: GoldFigure = {
  start: 0,
  end: 7,
  value: 31,
  high: null,
  unit: 'count',
  counted: 'killed',
  modifier: 'about',
  speaker: 'the mayor',
};
const FOUND: Figure = {
  start: 5,
  end: 7,
  value: 31,
  high: null,
  unit: 'count',
  counted: 'dead',
  modifier: 'about',
  partial: false,
  asOf: null,
  speaker: { start: 32, end: 37 },
  speakerEntity: -1,
  sentence: 0,
};

function whole(changes: Partial<Figure>): number {
  const tally = emptyTally();
  const row = { id: 'f001', text: TEXT, publishedAt: 0, figures: [GOLD] };
  tallyFigures(row, [{ ...FOUND, ...changes }], tally);
  return tally.whole;
}

describe('tallyFigures', () => {
  it.each<[string, Partial<Figure>, number]>([
    ['the span without its modifier, another word for the outcome', {}, 1],
    ['another value', { value: 30 }, 0],
    ['an upper end that is none', { high: 40 }, 0],
    ['another unit', { unit: 'percent' }, 0],
    ['another thing counted', { counted: 'people' }, 0],
    ['another modifier', { modifier: 'exactly' }, 0],
    ['a span that goes on', { end: 14 }, 0],
    ['no speaker, which counts apart', { speaker: null }, 1],
  ])('%s', (_, changes, expected) => {
    expect(whole(changes)).toBe(expected);
  });
});

describe('the gold of figures', () => {
  const rows = readGold<{ id: string; text: string; publishedAt: number; figures: GoldFigure[] }>('figures');

  it('has as many as are asked for, half of them held out', () => {
    const held = rows.filter((row) => partOf(row) === 'test');
    expect(rows.flatMap((row) => row.figures).length).toBeGreaterThanOrEqual(400);
    expect(held.flatMap((row) => row.figures).length).toBeGreaterThanOrEqual(200);
    expect(rows.filter((row) => row.figures.length === 0).length).toBeGreaterThanOrEqual(80);
  });

  it('has sound spans in order', () => {
    for (const { text, figures } of rows) {
      let last = 0;
      for (const { start, end } of figures) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }
  });
});
