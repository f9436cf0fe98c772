import { describe, expect, it } from 'vitest';
import { bCubed, macroF1, pairScore, shingleScore } from './scores.ts';

describe('pairScore', () => {
  const clustered = (pairs: string) =>
    pairs.split(' ').map((pair) => ({ gold: pair.charAt(0), predicted: pair.charAt(1) }));

  it.each([
    ['the gold itself', 'ax ax by', { f1: 1, ari: 1 }],
    ['all in one', 'ax ax bx bx', { f1: 0.5, ari: 0 }],
    ['all apart', 'aw ax by bz', { f1: 0, ari: 0 }],
    // 1 pair of 2 and 2 is right; chance would have 2 × 2 / 6 right.
    ['one of four astray', 'ax ax by bz cy', { f1: 0.5, ari: 0.375 }],
  ])('%s', (_, pairs, expected) => {
    const { f1, ari } = pairScore(clustered(pairs));
    expect(f1).toBeCloseTo(expected.f1);
    expect(ari).toBeCloseTo(expected.ari);
  });
});

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
