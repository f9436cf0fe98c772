import { describe, expect, it } from 'vitest';
import { bCubed, macroF1, shingleScore } from './scores.ts';

describe('bCubed', () => {
  it('is 1 for the gold clustering under other names', () => {
    const items = ['a', 'a', 'b'].map((gold) => ({ gold, predicted: `x${gold}` }));
    expect(bCubed(items)).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('loses precision, not recall, when two stories are merged', () => {
    const items = ['a', 'a', 'b', 'b'].map((gold) => ({ gold, predicted: 'one' }));
    expect(bCubed(items)).toMatchObject({ precision: 0.5, recall: 1 });
  });

  it('loses recall, not precision, when a story is split', () => {
    const items = [0, 1].map((i) => ({ gold: 'a', predicted: `part ${i}` }));
    expect(bCubed(items)).toMatchObject({ precision: 1, recall: 0.5 });
  });
});

describe('shingleScore', () => {
  it('counts four-word shingles of both sides', () => {
    const score = shingleScore([{ gold: 'one two three four five', predicted: 'one two three four' }]);
    expect(score).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('takes a missing text as no recall', () => {
    expect(shingleScore([{ gold: 'one two three four', predicted: '' }]).recall).toBe(0);
  });
});

describe('macroF1', () => {
  it('weighs a rare label as much as a frequent one', () => {
    const frequent = Array.from({ length: 9 }, () => ({ gold: 'main', predicted: 'main' }));
    expect(macroF1([...frequent, { gold: 'none', predicted: 'main' }])).toBeCloseTo((18 / 19 + 0) / 2);
  });
});
