import { describe, expect, it } from 'vitest';
import type { FactMatrix, OutletCoverage } from '../../core/briefing.ts';
import type { Citation, FigureReport } from '../../core/ledger.ts';
import { countryPlot } from './country-plot.ts';
import { type CoverageArticle, coveragePlot } from './coverage-plot.ts';
import { matrixColumns } from './matrix-order.ts';
import { mentionPlot } from './mention-plot.ts';
import { rangePlot } from './range-plot.ts';
import { periodOf, timelinePlot } from './timeline-plot.ts';
import { tonePlot } from './tone-plot.ts';
import { treemapPlot } from './treemap-plot.ts';

const HOUR = 3_600_000;
const START = Date.parse('2025-12-14T06:00:00Z');
const cite = (articleId: string): Citation => ({ articleId, start: 0, end: 9 });

function published(outlet: number, hour: number, isCopy = false): CoverageArticle {
  return { outletId: `outlet-${outlet}`, publishedAt: START + hour * HOUR, isCopy };
}

describe('coverage over time', () => {
  it.each([
    ['one outlet', [published(1, 0), published(1, 5)]],
    ['two outlets', [published(1, 0), published(2, 5)]],
    ['a single moment', [published(1, 0), published(2, 0), published(3, 0)]],
    ['nothing', []],
  ])('shows nothing of %s', (_, articles) => {
    expect(coveragePlot(articles)).toBeNull();
  });

  it('has a row per outlet, the first on top, and a mark per article inside the track', () => {
    const plot = coveragePlot([published(2, 8), published(1, 0), published(3, 4, true), published(1, 12)]);
    expect(plot?.rows.map(({ outletId }) => outletId)).toEqual(['outlet-1', 'outlet-3', 'outlet-2']);
    expect(plot?.rows[0]?.marks.map(({ x }) => x)).toEqual([0, 100]);
    expect(plot?.rows[1]?.marks).toEqual([{ x: 33.33, articles: 1, isCopy: true }]);
    expect(plot?.halfAt).toBe(START + 4 * HOUR);
    expect(plot?.ticks.map(({ label }) => label)).toContain('12:00');
  });

  it('puts what is published together into one mark', () => {
    const plot = coveragePlot([published(1, 0), published(1, 0.01), published(2, 10), published(3, 20)]);
    expect(plot?.rows[0]?.marks).toEqual([{ x: 0.03, articles: 2, isCopy: false }]);
  });

  it('gathers the latest of 79 outlets in one row', () => {
    const plot = coveragePlot(Array.from({ length: 79 }, (_, i) => published(i, i)));
    expect(plot?.rows).toHaveLength(17);
    expect(plot?.rows.at(-1)).toMatchObject({ outletId: null, outlets: 63, articles: 63 });
    expect(plot?.rows.reduce((sum, { articles }) => sum + articles, 0)).toBe(79);
  });
});

function covering(outletId: string, tone: NonNullable<OutletCoverage['tone']>): OutletCoverage {
  return {
    outletId,
    articleIds: [outletId],
    headline: '',
    headlineArticleId: outletId,
    leadsOn: null,
    onlyHere: [],
    leavesOut: [],
    quotes: [],
    loadedWords: [],
    tone,
    reprints: null,
  };
}

describe('tone', () => {
  it('stands further from the middle the more sentences carry it, and piles up what is equal', () => {
    const plot = tonePlot([
      covering('a', [{ name: 'Port', direction: 'critical', citations: [cite('a'), cite('a')] }]),
      covering('b', [{ name: 'Port', direction: 'critical', citations: [cite('b'), cite('b')] }]),
      covering('c', [{ name: 'Port', direction: 'favourable', citations: [cite('c')] }]),
    ]);
    expect(plot?.rows[0]).toMatchObject({ target: 'Port', levels: 2 });
    expect(plot?.rows[0]?.marks.map(({ outletId, score, x, level }) => [outletId, score, x, level])).toEqual([
      ['a', -2, 10, 0],
      ['b', -2, 10, 1],
      ['c', 1, 70, 0],
    ]);
  });

  it('shows nothing of one outlet alone, or of briefings without tone', () => {
    const alone = covering('a', [
      { name: 'Port', direction: 'critical', citations: [cite('a')] },
      { name: 'Crew', direction: 'favourable', citations: [cite('a')] },
    ]);
    expect(tonePlot([alone])).toBeNull();
    const { tone: _, ...older } = alone;
    expect(tonePlot([older])).toBeNull();
  });
});

describe('the timeline', () => {
  const now = Date.parse('2025-12-14T00:00:00Z');

  it('draws a day as a point, a year as long as it is', () => {
    const plot = timelinePlot([{ date: '2019' }, { date: '2021-06' }, { date: '2024-02-03' }], now);
    expect(plot?.scale).toBe('linear');
    expect(plot?.marks.map(({ from, to }) => Number((to - from).toFixed(1)))).toEqual([13.6, 1.1, 0]);
    expect(plot?.now).toBe(97);
    expect(plot?.ticks.map(({ label }) => label)).toEqual(['2020', '2022', '2024']);
  });

  it('runs by the logarithm when one event lies far behind the others', () => {
    const dates = ['1949', '2025-11-30', '2025-12-10', '2025-12-12'].map((date) => ({ date }));
    const plot = timelinePlot(dates, now);
    expect(plot?.scale).toBe('logarithmic');
    const places = plot?.marks.map(({ from }) => from) ?? [];
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect((places[3] ?? 0) - (places[1] ?? 0)).toBeGreaterThan(10);
  });

  it('shows nothing of two days, or of text that is no date', () => {
    expect(timelinePlot([{ date: '2024' }, { date: '2025-01-02' }], now)).toBeNull();
    expect(timelinePlot([{ date: 'once' }, { date: 'later' }, { date: '2025' }], now)).toBeNull();
    expect(periodOf('2024-02')?.map((at) => new Date(at).getUTCDate())).toEqual([1, 29]);
  });
});

function report(outletId: string, value: number, high: number | null = null): FigureReport {
  return {
    ...cite(outletId),
    value,
    high,
    modifier: 'exactly',
    text: String(value),
    outletId,
    publishedAt: START,
  };
}

describe('a figure as a range', () => {
  it('places values between the ends and marks the newest', () => {
    const latest = report('c', 40);
    const plot = rangePlot({ reports: [report('a', 31), report('b', 31), report('d', 49), latest], latest });
    expect(plot).toMatchObject({ low: 31, high: 49, isLogarithmic: false });
    expect(plot?.marks.map(({ x, outlets, isLatest }) => [x, outlets, isLatest])).toEqual([
      [4, 2, false],
      [50, 1, true],
      [96, 1, false],
    ]);
  });

  it('goes by factors of ten where the ends are that far apart, and shows spans', () => {
    const latest = report('a', 31);
    const plot = rangePlot({ reports: [latest, report('b', 310, 3100)], latest });
    expect(plot?.isLogarithmic).toBe(true);
    expect(plot?.spans).toEqual([{ from: 50, to: 96 }]);
  });

  it('shows nothing where all agree', () => {
    const latest = report('a', 31);
    expect(rangePlot({ reports: [latest, report('b', 31)], latest })).toBeNull();
  });
});

describe('countries', () => {
  const outlets = (...codes: (string | null)[]) => codes.map((country) => ({ country }));

  it('counts outlets, most first, and says how many are not known', () => {
    const plot = countryPlot(outlets('NO', 'GB', null, 'GB'));
    expect(plot).toMatchObject({ known: 3, unknown: 1 });
    expect(plot?.rows.map(({ country, outlets: count, to }) => [country, count, to])).toEqual([
      ['GB', 2, 90],
      ['NO', 1, 63],
    ]);
  });

  it('gathers small countries in one row', () => {
    const codes = Array.from({ length: 30 }, (_, i) => String.fromCharCode(65 + i / 10, 65 + (i % 10)));
    const plot = countryPlot(outlets('US', 'US', ...codes));
    expect(plot?.rows).toHaveLength(15);
    expect(plot?.rows.at(-1)).toMatchObject({ country: null, countries: 17, outlets: 17 });
  });

  it('shows nothing where there is one country, none, or one outlet of each', () => {
    expect(countryPlot(outlets('GB', 'GB', null))).toBeNull();
    expect(countryPlot(outlets(null))).toBeNull();
    expect(countryPlot(outlets('GB', 'NO', 'DE'))).toBeNull();
  });
});

describe('mentions', () => {
  it.each([
    ['day', '2025-12-01', '2025-12-14', 14],
    ['month', '2025-01-31', '2025-12-14', 12],
    ['year', '2011-05-05', '2025-12-14', 15],
  ] as const)('are counted by %s', (unit, first, last, bars) => {
    const plot = mentionPlot([
      { day: first, articles: 2 },
      { day: last, articles: 4 },
    ]);
    expect(plot?.unit).toBe(unit);
    expect(plot?.bars).toHaveLength(bars);
    expect(plot?.bars.map(({ articles }) => articles).filter((count) => count > 0)).toEqual([2, 4]);
    expect(plot?.bars[0]?.height).toBe(0.5);
    expect(plot?.highest.articles).toBe(4);
  });

  it('show nothing of a handful, or of a single day', () => {
    expect(mentionPlot([])).toBeNull();
    expect(mentionPlot([{ day: '2025-12-14', articles: 90 }])).toBeNull();
    expect(
      mentionPlot([
        { day: '2025-12-13', articles: 1 },
        { day: '2025-12-14', articles: 1 },
      ]),
    ).toBeNull();
  });
});

describe('the treemap', () => {
  it.each([[{ squarified: 1.7 }], ['stacked' as const]])(
    'gives each item its share of the area (%o)',
    (tiling) => {
      const tiles = treemapPlot([1, 5, 2, 2], (weight) => weight, tiling) ?? [];
      expect(tiles.map(({ item }) => item).sort()).toEqual([1, 2, 2, 5]);
      for (const { item, width, height } of tiles) expect(width * height).toBeCloseTo(item * 1000, -1);
    },
  );

  it('is not drawn for two', () => {
    expect(treemapPlot([1, 2], (weight) => weight, 'stacked')).toBeNull();
  });
});

describe('the order of the matrix', () => {
  it('puts the fullest columns first and keeps the order of equals', () => {
    const fact = (id: string, ...cells: (Citation | null)[]) =>
      ({ id, first: 'a', cells }) as unknown as FactMatrix['facts'][number];
    const matrix: FactMatrix = {
      outlets: ['a', 'b', 'c'],
      facts: [fact('1', cite('a'), cite('b'), null), fact('2', null, cite('b'), cite('c'))],
    };
    expect(matrixColumns(matrix)).toEqual([
      { outletId: 'b', index: 1, facts: 2 },
      { outletId: 'a', index: 0, facts: 1 },
      { outletId: 'c', index: 2, facts: 1 },
    ]);
  });
});
