import { describe, expect, it } from 'vitest';
import { allWords, contentWords } from './content-words.ts';

describe('words of a text', () => {
  it('keeps function words for shingles and drops them from the content', () => {
    expect(allWords('The flood hit the town')).toEqual(['the', 'flood', 'hit', 'the', 'town']);
    expect(contentWords('The flood hit the town')).toEqual(['flood', 'hit', 'town']);
  });

  it('cuts scripts without word spaces into words', () => {
    expect(allWords('洪水侵袭')).toEqual(['洪水', '侵袭']);
    expect(contentWords('洪水')).toEqual(['洪水']);
  });

  it('reads scripts with word spaces as words', () => {
    expect(allWords('Наводнение в городе')).toEqual(['наводнение', 'в', 'городе']);
    expect(allWords('فيضان في المدينة')).toHaveLength(3);
  });

  it('finds nothing in an empty text', () => {
    expect(allWords(' … ')).toEqual([]);
    expect(contentWords('')).toEqual([]);
  });
});
