import { describe, expect, it } from 'vitest';
import { hashFeature } from '../../src/nlp/hashed-features.ts';
import { bestLabel, readLinearModel, scoreLabels } from '../../src/nlp/linear-model.ts';
import { readSequenceModel, tagSequence } from '../../src/nlp/sequence-model.ts';
import { fitCrf } from '../../tools/train/fit-crf.ts';
import { fitLinear } from '../../tools/train/fit-linear.ts';
import { packModel } from '../../tools/train/trained-model.ts';

const BITS = 10;
const OPTIONS = { bits: BITS, epochs: 30, rate: 0.2, l2: 0.001, seed: 1 };
const buckets = (words: string) => Int32Array.from(words.split(' '), (word) => hashFeature(word, BITS));

describe('fitLinear', () => {
  const examples = [
    { buckets: buckets('rain wind'), label: 0 },
    { buckets: buckets('rain snow'), label: 0 },
    { buckets: buckets('goal match'), label: 1 },
    { buckets: buckets('goal keeper'), label: 1 },
  ];

  it('learns labels that survive being packed into bytes and read again', () => {
    const model = readLinearModel(
      packModel(fitLinear(examples, { ...OPTIONS, labels: ['weather', 'sport'] })),
      'test',
    );
    expect(examples.map((one) => bestLabel(scoreLabels(model, one.buckets)))).toEqual([0, 0, 1, 1]);
    expect(bestLabel(scoreLabels(model, buckets('wind snow')))).toBe(0);
  });

  it('gives the same weights for the same input', () => {
    const [one, two] = [1, 2].map(() =>
      packModel(fitLinear(examples, { ...OPTIONS, labels: ['weather', 'sport'] })),
    );
    expect(one).toEqual(two);
  });
});

describe('fitCrf', () => {
  // "same" says nothing of itself: only its neighbour tells.
  const sequences = [
    { positions: ['a', 'same', 'same'].map(buckets), labels: [0, 0, 0] },
    { positions: ['b', 'same', 'same'].map(buckets), labels: [1, 1, 1] },
  ];

  it('learns from neighbours what a position does not show', () => {
    const trained = fitCrf(sequences, { ...OPTIONS, labels: ['x', 'y'] });
    const model = readSequenceModel({ ...packModel(trained), transitions: trained.transitions }, 'test');
    expect(sequences.map((one) => tagSequence(model, one.positions))).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });

  it('takes a label of -1 as not known', () => {
    const partly = [...sequences, { positions: ['b', 'same'].map(buckets), labels: [1, -1] }];
    const trained = fitCrf(partly, { ...OPTIONS, labels: ['x', 'y'] });
    const model = readSequenceModel({ ...packModel(trained), transitions: trained.transitions }, 'test');
    expect(tagSequence(model, ['b', 'same'].map(buckets))).toEqual([1, 1]);
  });
});

describe('readLinearModel', () => {
  it.each([[null], [{}], [{ labels: ['a'], bits: 3, weights: 'AAAA' }]])('refuses %j', (json) => {
    expect(() => readLinearModel(json, 'tone')).toThrow('npm run train -- tone');
  });
});
