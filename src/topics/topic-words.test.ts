import { describe, expect, it } from 'vitest';
import { addWord, cosine, rarity, readWordVectors } from './topic-words.ts';

const vectors = readWordVectors({
  dimensions: 2,
  words: 'harbour ferry ledger',
  vectors: Buffer.from(Int8Array.from([127, 0, 127, 0, 0, 127]).buffer).toString('base64'),
});

function vectorOf(...words: string[]): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const word of words) addWord(sum, vectors, word, 1);
  return sum;
}

describe('word vectors', () => {
  it.each([
    [['harbour'], ['ferry'], 1],
    [['harbour'], ['ledger'], 0],
    [['harbour', 'ledger'], ['ledger'], Math.SQRT1_2],
    [['unheard'], ['ledger'], 0],
  ])('compares %j with %j', (a, b, expected) => {
    expect(cosine(vectorOf(...a), vectorOf(...b))).toBeCloseTo(expected, 6);
  });

  it('takes rare and unknown words for telling', () => {
    expect(rarity(vectors, 'harbour')).toBeLessThan(rarity(vectors, 'ledger'));
    expect(rarity(vectors, 'unheard')).toBe(1);
  });

  it.each([[null], [{}], [{ dimensions: 3, words: 'a b', vectors: 'AAAA' }]])('refuses %j', (json) => {
    expect(() => readWordVectors(json)).toThrow(TypeError);
  });
});
