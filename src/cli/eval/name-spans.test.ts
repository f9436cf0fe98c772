import { describe, expect, it } from 'vitest';
import { countSpans, type FoundName, noCounts, spanScores } from './name-spans.ts';

const gold = {
  text: 'Ada Holm ** Oslo *** Merin Bank',
  names: [
    { start: 0, end: 8, type: 'person' as const },
    { start: 12, end: 16, type: null },
    { start: 17, end: 26, type: 'organisation' as const },
  ],
  annotated: { start: 0, end: 27 },
};

function scores(found: readonly FoundName[]) {
  const counts = noCounts();
  countSpans(counts, gold, found);
  return spanScores(counts);
}

describe('scores of name spans', () => {
  it('wants both ends right and leaves masked and unannotated stretches out on both sides', () => {
    const found: FoundName[] = [
      { start: 0, end: 8, type: 'place' },
      { start: 12, end: 14, type: 'place' },
      { start: 9, end: 16, type: 'place' },
      { start: 28, end: 31, type: 'place' },
    ];
    expect(scores(found)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, typed: 0 });
  });

  it('counts the type of right spans whose gold has one, demonyms apart', () => {
    expect(scores([{ start: 0, end: 8, type: 'person' }]).typed).toBe(1);
    expect(scores([{ start: 0, end: 8, type: 'other', kind: 'demonym' }]).typed).toBe(0);
    expect(scores([{ start: 12, end: 16, type: 'place' }]).typed).toBe(0);
  });
});
