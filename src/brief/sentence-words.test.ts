import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsRun, contentStems, isSameSentence, quotedWords } from './sentence-words.ts';

describe('quotedWords', () => {
  it('leaves bracketed additions out and lower-cases', () => {
    expect(quotedWords('The vote on Sunday [14 December] passed.')).toEqual([
      'the',
      'vote',
      'on',
      'sunday',
      'passed',
    ]);
  });
});

describe('containsRun', () => {
  it.each([
    ['a b c d', 'b c', true],
    ['a b c d', 'b d', false],
    ['a a b', 'a b', true],
    ['a b', '', false],
    ['a', 'a b', false],
  ])('%s holds %s: %s', (whole, part, expected) => {
    const split = (text: string): string[] => (text === '' ? [] : text.split(' '));
    expect(containsRun(split(whole), split(part))).toBe(expected);
  });

  it('finds every slice of a list in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (words, x, y) => {
          const start = x % words.length;
          const end = start + 1 + (y % (words.length - start));
          expect(containsRun(words, words.slice(start, end))).toBe(true);
        },
      ),
    );
  });
});

describe('isSameSentence', () => {
  it.each([
    [
      'The council voted to close the bridge on Monday.',
      'On Monday the council voted to close the bridge.',
      true,
    ],
    [
      'The council voted to close the bridge on Monday.',
      'Traders fear for their shops on the bridge.',
      false,
    ],
    [
      'At least 31 people were killed in the ferry fire.',
      'At least 38 people were killed in the ferry fire.',
      false,
    ],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(isSameSentence(contentStems(a), contentStems(b))).toBe(expected);
  });
});
