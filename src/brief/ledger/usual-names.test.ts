import { describe, expect, it } from 'vitest';
import { createHolderNames } from './usual-names.ts';

const NAMES = new Map([
  [
    'lindqvist',
    new Map([
      ['Oskar Lindqvist', 9],
      ['Dora Lindqvist', 2],
    ]),
  ],
  [
    'varga',
    new Map([
      ['Pal Varga', 3],
      ['Ines Varga', 3],
    ]),
  ],
]);
const shownAs = createHolderNames(NAMES);
const BOTH = 'Oskar Lindqvist and Dora Lindqvist came.';

describe('createHolderNames', () => {
  it.each([
    ['Dora Lindqvist', 'Lindqvist said no.', BOTH, 'Oskar Lindqvist', 'whom the story nearly always means'],
    [
      'Dora Lindqvist',
      'Lindqvist said no.',
      'Dora Lindqvist came.',
      'Lindqvist',
      'the usual one is not in the article',
    ],
    ['Dora Lindqvist', 'Dora Lindqvist said no.', BOTH, 'Dora Lindqvist', 'the sentence says who'],
    ['Lindqvist', 'Mr. Lindqvist said no.', BOTH, 'Oskar Lindqvist', 'a surname alone'],
    ['Ines Varga', 'Varga said no.', 'Pal Varga', 'Varga', 'no name is the usual one'],
    ['the Lindqvist', 'the Lindqvist said no.', BOTH, 'the Lindqvist', 'no name of a person'],
    ['Oskar Lindqvist', 'He said no.', BOTH, 'Oskar Lindqvist', 'the usual name'],
  ])('%s in “%s”: %s', (holder, sentence, article, shown) => {
    expect(shownAs(holder, sentence, article)).toBe(shown);
  });

  it('leaves nobody as nobody', () => {
    expect(shownAs(null, 'It rained.', BOTH)).toBeNull();
  });
});
