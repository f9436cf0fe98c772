import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, classifyByName, readBlendedClassifier } from './blended-classifier.ts';
import { type DenseNetwork, packNetwork, readDenseNetwork, runNetwork } from './dense-network.ts';
import { readWordTable, wordRow } from './word-table.ts';

const bytes = (values: readonly number[]) => Buffer.from(Int8Array.from(values).buffer).toString('base64');

/** Two inputs; the one hidden unit is their sum, and the second label likes it. */
const SUM: DenseNetwork = {
  inputs: 2,
  hidden: 1,
  labels: 2,
  hiddenWeights: Float32Array.from([1, 1]),
  hiddenOffsets: Float32Array.from([0]),
  labelWeights: Float32Array.from([0, 2]),
  labelOffsets: Float32Array.from([0.5, 0]),
};

/** Four buckets; bucket 1 speaks for the second label. */
const STORED = {
  linear: {
    labels: ['no', 'yes'],
    bits: 2,
    scale: 0.01,
    offsets: [0, 0],
    weights: bytes([0, 0, 0, 100, 0, 0, 0, 0]),
  },
  network: packNetwork(SUM),
};

describe('a dense network', () => {
  it.each([
    ['its unit fires', [1, 2], [0.5, 6]],
    ['its unit is cut off below 0', [-1, -2], [0.5, 0]],
  ])('scores its labels when %s', (_, input, scores) => {
    expect([...runNetwork(SUM, Float32Array.from(input))]).toEqual(scores);
  });

  it('comes back from its stored form to within the rounding', () => {
    const [first = 0, second = 0] = runNetwork(
      readDenseNetwork(packNetwork(SUM), 'x'),
      Float32Array.from([1, 2]),
    );
    expect(first).toBeCloseTo(0.5, 2);
    expect(second).toBeCloseTo(6, 1);
  });

  it('is not read from anything else', () => {
    expect(() => readDenseNetwork({ ...packNetwork(SUM), inputs: 3 }, 'x')).toThrow('npm run train -- x');
    expect(() => readDenseNetwork(null, 'x')).toThrow(TypeError);
  });
});

describe('a blended classifier', () => {
  const model = readBlendedClassifier(STORED, 'x');
  const of = (buckets: number[], measures: number[]) =>
    classify(model, { buckets: Int32Array.from(buckets), measures: Float32Array.from(measures) });

  it('is moved by both halves', () => {
    const [, neither = 0] = of([0], [0, 0]);
    const [, byName = 0] = of([1], [0, 0]);
    const [, byMeasure = 0] = of([0], [1, 0]);
    expect(byName).toBeGreaterThan(neither);
    expect(byMeasure).toBeGreaterThan(neither);
    expect(classifyByName(model, Int32Array.from([0]))[1]).toBeCloseTo(0.5);
  });

  it('gives probabilities for any example', () => {
    const bucket = fc.integer({ min: 0, max: 3 });
    const measure = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(bucket), fc.tuple(measure, measure), (buckets, measures) => {
        const [no = -1, yes = -1] = of(buckets, [...measures]);
        expect(no).toBeGreaterThanOrEqual(0);
        expect(yes).toBeGreaterThanOrEqual(0);
        expect(no + yes).toBeCloseTo(1);
      }),
    );
  });
});

describe('the word table', () => {
  const stored = {
    dimensions: 2,
    words: 'good bad',
    vectors: bytes([127, 0, 0, 127]),
    valence: bytes([90, -90]),
    slant: bytes([0, 10]),
  };

  it('finds words by row', () => {
    const table = readWordTable(stored);
    expect(wordRow(table, 'bad')).toBe(1);
    expect(table.valence[wordRow(table, 'bad')]).toBe(-90);
    expect(wordRow(table, 'unheard')).toBe(-1);
  });

  it('is not read from anything else', () => {
    expect(() => readWordTable({ ...stored, valence: bytes([1]) })).toThrow('npm run train -- word-table');
    expect(() => readWordTable(undefined)).toThrow(TypeError);
  });
});
