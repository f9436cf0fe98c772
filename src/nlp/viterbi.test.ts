import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSequence } from './viterbi.ts';

function scoreOf(sequence: readonly number[], emissions: number[][], transitions: number[]): number {
  const labels = emissions[0]?.length ?? 0;
  return sequence.reduce(
    (sum, label, at) =>
      sum +
      (emissions[at]?.[label] ?? 0) +
      (at === 0 ? 0 : (transitions[(sequence[at - 1] ?? 0) * labels + label] ?? 0)),
    0,
  );
}

function allSequences(length: number, labels: number): number[][] {
  if (length === 0) return [[]];
  return allSequences(length - 1, labels).flatMap((rest) =>
    Array.from({ length: labels }, (_, label) => [...rest, label]),
  );
}

describe('bestSequence', () => {
  it('is empty for no positions', () => {
    expect(bestSequence([], [])).toEqual([]);
  });

  it('follows transitions against the single positions', () => {
    const stay = [0, -5, -5, 0];
    expect(
      bestSequence(
        [
          [2, 0],
          [0, 1],
          [2, 0],
        ],
        stay,
      ),
    ).toEqual([0, 0, 0]);
  });

  it('never takes a forbidden pair while another sequence is left', () => {
    const never = Number.NEGATIVE_INFINITY;
    expect(
      bestSequence(
        [
          [1, 0],
          [0, 9],
        ],
        [0, never, 0, 0],
      ),
    ).toEqual([1, 1]);
  });

  it('scores as high as the best of all sequences', () => {
    const score = fc.integer({ min: -9, max: 9 });
    const row = fc.array(score, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.array(score, { minLength: 9, maxLength: 9 }),
        (emissions, transitions) => {
          const found = bestSequence(emissions, transitions);
          const best = Math.max(
            ...allSequences(emissions.length, 3).map((one) => scoreOf(one, emissions, transitions)),
          );
          expect(scoreOf(found, emissions, transitions)).toBe(best);
        },
      ),
    );
  });
});
