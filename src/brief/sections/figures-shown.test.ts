import { describe, expect, it } from 'vitest';
import type { Statement } from '../../core/briefing.ts';
import type { FigureReport } from '../../core/ledger.ts';
import type { FigureGroup } from '../ledger/figures.ts';
import { figuresShown } from './figures-shown.ts';

function report(outletId: string, value: number, text = String(value)): FigureReport {
  return {
    articleId: `${outletId}-1`,
    start: 10,
    end: 12,
    value,
    high: null,
    modifier: 'exactly',
    text,
    outletId,
    publishedAt: 0,
  };
}

function group(name: string, label: string | null, reports: readonly FigureReport[]): FigureGroup {
  const latest = reports.at(-1) as FigureReport;
  const entry = { what: label ?? 'count', unit: 'count', latest, reports, disagreement: 'none' } as const;
  return { name, label, sources: [], entry };
}

const HAPPENED: readonly Statement[] = [
  {
    text: 'The march drew 40 boats.',
    citations: [{ articleId: 'north-1', start: 0, end: 40 }],
    support: [],
    kind: 'main',
    by: null,
    outlets: ['north'],
  },
];

describe('figuresShown', () => {
  it('keeps what two outlets give and leaves out what nothing names', () => {
    const shown = figuresShown(
      [
        group('killed', 'people killed', [report('north', 3), report('south', 3)]),
        group('thing', null, [report('north', 40), report('south', 40)]),
        group('side', 'sides', [report('north', 2), report('south', 2)]),
      ],
      [],
    );
    expect(shown.map(({ what }) => what)).toEqual(['people killed']);
  });

  it('takes the figure of one outlet only when the page tells it', () => {
    const boats = group('boat', 'boats', [report('north', 40)]);
    expect(figuresShown([boats], HAPPENED).map(({ what }) => what)).toEqual(['boats']);
    expect(figuresShown([boats], [])).toEqual([]);
  });

  it('shows eight at most and each label once', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      group(`n${i}`, `things ${i % 10}`, [report('north', 50 + i), report('south', 50 + i)]),
    );
    const shown = figuresShown(many, []);
    expect(shown).toHaveLength(8);
    expect(new Set(shown.map(({ what }) => what)).size).toBe(8);
  });
});
