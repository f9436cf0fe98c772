import { describe, expect, it } from 'vitest';
import { halvikStory } from '../../../test/builders/library-builder.ts';
import type { Briefing } from '../../core/briefing.ts';
import { compareOutlets } from './compare-outlets.ts';
import { readNext } from './read-next.ts';

const OUTLETS = ['halvik-times.example', 'channel-one.example', 'daily-beacon.example'];

/** Marks of a row: `x` carries the fact, `p` a part of it, `.` leaves it out. */
function briefingWith(rows: readonly string[], reprinting: string | null = null): Briefing {
  const { briefing } = halvikStory();
  const { papersSay } = briefing.sections;
  const [fact] = papersSay.matrix.facts;
  if (fact === undefined) throw new Error('the fixture has no facts');
  const citation = fact.statement.citations[0];
  const cellsOf = (row: string, mark: string) => [...row].map((one) => (one === mark ? citation : null));
  const facts = rows.map((row, index) => ({
    ...fact,
    id: `f${index}`,
    first: OUTLETS[Math.max(0, row.indexOf('x'))] ?? '',
    cells: cellsOf(row, 'x'),
    partly: cellsOf(row, 'p'),
  }));
  const outlets = papersSay.outlets.map((one) =>
    one.outletId === reprinting ? { ...one, reprints: 'halvik-times.example' } : one,
  );
  const sections = {
    ...briefing.sections,
    papersSay: { ...papersSay, outlets, matrix: { outlets: OUTLETS, facts } },
  };
  return { ...briefing, sections };
}

describe('readNext', () => {
  it('names the outlet that shares least, with what was counted', () => {
    const next = readNext('halvik-times.example', briefingWith(['xx.', 'xx.', 'x.x', '..x']));
    expect(next).toMatchObject({ outletId: 'daily-beacon.example', both: 1, onlyRead: 2, onlyNext: 1 });
  });

  it('takes a part of a fact for carried', () => {
    const next = readNext('halvik-times.example', briefingWith(['xxp', 'xxp', 'xxp', 'x..']));
    expect(next).toMatchObject({ onlyRead: 1 });
  });

  it.each([
    ['outlets that tell the same', 'halvik-times.example', briefingWith(['xxx', 'xxx', 'xxx'])],
    ['too few facts', 'halvik-times.example', briefingWith(['x..', '..x'])],
    ['an outlet that is not compared', 'elsewhere.example', briefingWith(['xx.', 'xx.', 'x.x'])],
    [
      'nobody but reprints',
      'halvik-times.example',
      briefingWith(['xx.', 'xx.', 'x.x'], 'daily-beacon.example'),
    ],
  ])('names nobody with %s', (_, outletId, briefing) => {
    const next = readNext(outletId, briefing);
    expect(next?.outletId === 'daily-beacon.example' ? next : null).toBeNull();
  });
});

describe('compareOutlets', () => {
  it('sums over the stories that both carry', () => {
    const briefings = [briefingWith(['xx.', 'x.x', '.x.']), briefingWith(['x..', '.x.', 'xx.'])];
    const comparison = compareOutlets(['halvik-times.example', 'channel-one.example'], briefings);
    expect(comparison).toMatchObject({ both: 2, onlyFirst: 2, onlySecond: 2, first: [4, 2] });
    expect(comparison.stories).toHaveLength(2);
  });

  it('leaves out stories that only one of them is compared in', () => {
    expect(
      compareOutlets(['halvik-times.example', 'elsewhere.example'], [briefingWith(['xx.'])]).stories,
    ).toEqual([]);
  });
});
