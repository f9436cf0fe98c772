import { describe, expect, it } from 'vitest';
import { readRoleNetwork, scoreSentences } from '../../src/annotate/roles/role-network.ts';
import { fitRoleNetwork, packNetwork, probabilities } from '../../tools/train/fit-role-network.ts';
import { fitOffsets, macroF1 } from '../../tools/train/macro-offsets.ts';

const OPTIONS = {
  dense: 1,
  hidden: 8,
  units: 6,
  outputs: 3,
  epochs: 120,
  rate: 0.02,
  decay: 0,
  drop: 0,
  dropFeatures: 0,
  dropLast: 0,
  minCount: 1,
  seed: 1,
};

const target = (role: number, speech: number) =>
  Float64Array.from([role === 0 ? 1 : 0, role === 1 ? 1 : 0, speech]);
const sentence = (feature: number, dense = 0) => ({ features: [feature], dense: [dense] });

describe('fitRoleNetwork', () => {
  // Feature 3 says nothing of itself: its role is that of what opens the article, its speech that of what closes it.
  const articles = [0, 1].flatMap((first) =>
    [0, 1].map((last) => ({
      sentences: [sentence(first), sentence(3), sentence(3), sentence(5, last === 1 ? 1 : -1)],
      targets: [target(first, last), target(first, last), target(first, last), target(first, last)],
    })),
  );

  it('learns from sentences before and after, and says the same packed into bytes', () => {
    const network = readRoleNetwork(packNetwork(fitRoleNetwork(articles, OPTIONS)));
    for (const { sentences, targets } of articles) {
      const views = scoreSentences(network, sentences).map(probabilities);
      for (const [at, view] of views.entries())
        for (const [label, value] of view.entries())
          expect(Math.abs(value - (targets[at]?.[label] ?? 0))).toBeLessThan(0.2);
    }
  });

  it('gives the same weights for the same input', () => {
    const [one, two] = [1, 2].map(() => packNetwork(fitRoleNetwork(articles, { ...OPTIONS, epochs: 2 })));
    expect(one).toEqual(two);
  });

  it('does not learn features rarer than asked for', () => {
    const { index } = fitRoleNetwork(articles, { ...OPTIONS, epochs: 1, minCount: 5 });
    expect([...index.keys()]).toEqual([3]);
  });
});

describe('fitOffsets', () => {
  it('raises macro-F1 where a rare label never wins', () => {
    const rows = [
      { scores: [2, 1.5], label: 1 },
      { scores: [3, 0], label: 0 },
      { scores: [3, 0], label: 0 },
    ];
    expect(macroF1(rows, [0, 0])).toBeCloseTo(0.4);
    expect(macroF1(rows, fitOffsets(rows, 2))).toBe(1);
  });
});
