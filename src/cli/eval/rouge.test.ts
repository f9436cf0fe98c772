import { describe, expect, it } from 'vitest';
import { rouge } from './rouge.ts';

describe('rouge', () => {
  it.each([
    ['the mill burned', 'the mill burned', 1, 1, 1],
    ['the mill burned', 'burned mill the', 1, 0, 1 / 3],
    ['the mills burned', 'The mill burning!', 1, 1, 1],
    ['a b c d', 'a c', 2 / 3, 0, 2 / 3],
    ['a a b', 'a b', 0.8, 2 / 3, 0.8],
    ['the mill burned', '', 0, 0, 0],
    ['', 'the mill burned', 0, 0, 0],
  ])('%s against %s', (gold, found, rouge1, rouge2, rougeL) => {
    const scores = rouge(gold, found);
    expect(scores.rouge1).toBeCloseTo(rouge1);
    expect(scores.rouge2).toBeCloseTo(rouge2);
    expect(scores.rougeL).toBeCloseTo(rougeL);
  });
});
