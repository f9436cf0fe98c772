import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBetterSpelling } from './better-spelling.ts';

describe('isBetterSpelling', () => {
  it.each([
    ['Ida Brandt', 'IDA BRANDT'],
    ['Ida Brandt', 'Ida BRANDT'],
    ['Harbourers', 'HARBOURers'],
    ['Brandt', 'BRANDT'],
    ['ECB', 'Ecb'],
    ['DAKA', 'Daka'],
    ['Harbour Party', 'The Harbour Party'],
    ['Ida Brandt', 'Ida M. Brandt'],
    ['Ida Maria Brandt', 'Ida Brandt'],
    ['Harbour Party', 'Harbour-Party'],
  ])('%s stands in place of %s', (better, worse) => {
    expect(isBetterSpelling(better, worse)).toBe(true);
    expect(isBetterSpelling(worse, better)).toBe(false);
  });

  it('puts any spellings in one order', () => {
    const word = fc.constantFrom('the', 'The', 'Ida', 'IDA', 'BRANDT', 'Brandt', 'ECB', 'Ec');
    const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(title, { minLength: 2, maxLength: 6 }), (titles) => {
        const stays = (list: readonly string[]) =>
          list.reduce((kept, one) => (isBetterSpelling(one, kept) ? one : kept));
        expect(stays([...titles].reverse())).toBe(stays(titles));
      }),
    );
  });
});
