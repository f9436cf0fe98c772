import { describe, expect, it } from 'vitest';
import { worthOfRoles } from '../../src/annotate/roles/role-model.ts';
import { readRoleNetwork, scoreSentences } from '../../src/annotate/roles/role-network.ts';
import { fitRoleNetwork, packNetwork, probabilities } from '../../tools/train/fit-role-network.ts';
import { expectedDecision, fitSharpness, macroF1 } from '../../tools/train/macro-decision.ts';

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

describe('expectedDecision', () => {
  it('raises macro-F1 where a rare label never wins', () => {
    // Label 1 is never the likelier one, and is four of the ten sentences it is given .45 for.
    const rows = [...Array(10).fill([0.55, 0.45]), ...Array(20).fill([0.95, 0.05])];
    const labels = rows.map((_, at) => (at < 4 || at === 10 ? 1 : 0));
    const decision = { sharpness: 1, ...expectedDecision(rows, 2) };
    const scored = rows.map((row: number[], at) => ({ scores: row.map(Math.log), label: labels[at] ?? 0 }));
    const plain = macroF1(
      scored.map(({ scores, label }) => ({ worths: scores, label })),
      2,
    );
    const decided = scored.map(({ scores, label }) => ({ worths: worthOfRoles(decision, scores), label }));
    expect(macroF1(decided, 2)).toBeGreaterThan(plain + 0.1);
  });
});

describe('fitSharpness', () => {
  it.each([0.5, 1, 1.5])('finds the factor %d that the targets were made with', (factor) => {
    const rows = [0.2, 1, 2].map((score) => {
      const probability = 1 / (1 + Math.exp(-factor * score));
      return { scores: [score, 0], target: [probability, 1 - probability] };
    });
    expect(fitSharpness(rows, 2)).toBeCloseTo(factor);
  });
});
