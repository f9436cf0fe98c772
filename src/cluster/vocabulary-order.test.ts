import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from './compare-text.ts';
import { TermTable } from './term-table.ts';
import { sortVocabulary } from './vocabulary-order.ts';

const NOTHING_READ = { documents: 0, frequencies: [] };
const NO_BACKGROUND = { documents: 0, frequencies: {} };

/** Words that begin alike, words of other scripts, and sums that differ little or not at all. */
const WORDS = fc.uniqueArray(
  fc.oneof(
    fc.stringMatching(/^ab[a-c]{1,4}$/),
    fc.string({ minLength: 1 }),
    fc.constantFrom('я', 'яблоко', 'ÿ'),
  ),
  { maxLength: 80 },
);
const SUMS = fc.array(
  fc.oneof(fc.constantFrom(0, 0.1, 0.1001, 0.10001, 1, 12.5), fc.double({ min: 0, max: 1e4, noNaN: true })),
  { minLength: 80, maxLength: 80 },
);

describe('sortVocabulary', () => {
  it('orders by sum, then text, as a plain comparison does', () => {
    fc.assert(
      fc.property(WORDS, SUMS, (words, values) => {
        const table = new TermTable(NOTHING_READ, NO_BACKGROUND, 0);
        const ids = Int32Array.from(words, (word) => table.termId(word));
        const sums = Float64Array.from(words, (_, i) => values[i] ?? 0);
        const places = words.map((_, i) => i);
        const plain = [...places].sort(
          (a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || compareText(words[a] ?? '', words[b] ?? ''),
        );
        expect(sortVocabulary(places, { ids, sums }, table)).toEqual(plain);
      }),
    );
  });

  it('orders a vocabulary of more keys than it has numbers for', () => {
    const table = new TermTable(NOTHING_READ, NO_BACKGROUND, 0);
    const ids = Int32Array.from({ length: 5000 }, (_, i) => table.termId(`w${i}`));
    const sums = Float64Array.from({ length: 5000 }, (_, i) => i);
    const sorted = sortVocabulary([4998, 3, 4999], { ids, sums }, table);
    expect(sorted).toEqual([4999, 4998, 3]);
  });
});
