import { describe, expect, it } from 'vitest';
import type { FigureReport } from '../../core/ledger.ts';
import { sharedFigures, weightiestFigure } from './story-weight.ts';

function report(outletId: string, value: number): FigureReport {
  const place = { articleId: outletId, start: 0, end: 2 };
  return { ...place, outletId, value, high: null, modifier: 'exactly', text: String(value), publishedAt: 0 };
}

function figure(value: number, outletIds: readonly string[]) {
  const reports = outletIds.map((outletId) => report(outletId, value));
  return { what: 'people killed', unit: 'count', latest: report('a', value), reports };
}

describe('sharedFigures', () => {
  it('leaves out what one outlet alone says, however often', () => {
    const figures = [figure(900, ['a', 'a']), figure(41, ['a', 'b'])];
    expect(sharedFigures(figures)).toEqual([{ what: 'people killed', unit: 'count', value: 41 }]);
  });
});

describe('weightiestFigure', () => {
  it.each([
    ['the dead before as many injured', ['people injured', 'people killed'], 'killed'],
    ['nothing where nothing counts', ['marchers', 'tonnes'], undefined],
  ])('takes %s', (_, whats, expected) => {
    const figures = whats.map((what) => ({ what, unit: 'count', value: 12 }));
    expect(weightiestFigure(figures)?.what).toBe(expected);
  });

  it('takes no small sum', () => {
    expect(weightiestFigure([{ what: 'fine', unit: 'EUR', value: 900 }])).toBeNull();
  });
});
