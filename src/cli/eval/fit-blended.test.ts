import { describe, expect, it } from 'vitest';
import { bestLabel } from '../../nlp/linear-model.ts';
import { crossValidate } from './cross-validate.ts';
import { type BlendedExample, fitBlended } from './fit-blended.ts';

const OPTIONS = { labels: ['no', 'yes'], bits: 4, hidden: 4, seed: 1 };

/** Yes when bucket 3 is there and the measure is above 0; bucket 1 and the group's own bucket say nothing. */
const EXAMPLES = Array.from({ length: 200 }, (_, at) => {
  const label = at % 2;
  return {
    label,
    group: `article ${at % 20}`,
    buckets: Int32Array.from(label === 1 ? [1, 3] : [1, 4]),
    measures: Float32Array.from([label === 1 ? 1 : -1, (at % 7) / 7]),
  };
});

describe('fitBlended', () => {
  it('gives the same weights for the same examples', () => {
    expect(fitBlended(EXAMPLES, OPTIONS)).toEqual(fitBlended(EXAMPLES, OPTIONS));
  });
});

describe('crossValidate', () => {
  it('answers for each example once, and learns what there is to learn', () => {
    const held = crossValidate(EXAMPLES, OPTIONS, 5);
    expect(held).toHaveLength(EXAMPLES.length);
    expect(new Set(held.map(({ example }) => example)).size).toBe(EXAMPLES.length);
    const right = held.filter(({ example, probabilities }) => bestLabel(probabilities) === example.label);
    expect(right.length).toBe(EXAMPLES.length);
  });

  it('keeps a group together: what only one group knows cannot be answered', () => {
    // Each group has a bucket of its own that gives its label away; seen in training it would make every answer right.
    const memorable = EXAMPLES.map((example, at): BlendedExample & { group: string } => {
      const group = Math.floor(at / 20);
      const label = group % 2;
      return {
        label,
        group: `article ${group}`,
        buckets: Int32Array.from([group]),
        measures: Float32Array.from([0, example.measures[1] ?? 0]),
      };
    });
    const held = crossValidate(memorable, OPTIONS, 5);
    const right = held.filter(({ example, probabilities }) => bestLabel(probabilities) === example.label);
    expect(right.length / held.length).toBeLessThan(0.8);
  });
});
