import { describe, expect, it } from 'vitest';
import type { FactMatrix, OutletCoverage } from '../../core/briefing.ts';
import { coverageParagraph, preferenceNote } from './coverage-paragraph.ts';

const PLAIN: OutletCoverage = {
  outletId: 'whistle',
  articleIds: ['a'],
  headline: 'Ferry inferno',
  headlineArticleId: 'a',
  leadsOn: null,
  onlyHere: [],
  leavesOut: [],
  quotes: [],
  loadedWords: [],
  reprints: null,
};
const MATRIX: FactMatrix = { outlets: ['whistle'], facts: [] };
const NAMES: Readonly<Record<string, string>> = { whistle: 'The Daily Whistle', mail: 'The Atlantic Mail' };
const nameOf = (id: string): string => NAMES[id] ?? id;
const at = { articleId: 'a', start: 1, end: 8 };

function textOf(changes: Partial<OutletCoverage>): string {
  return coverageParagraph({ ...PLAIN, ...changes }, MATRIX, nameOf)
    .map(({ text }) => text)
    .join('');
}

describe('coverageParagraph', () => {
  it.each<[string, Partial<OutletCoverage>, string]>([
    ['nothing of a briefing stored before there was one', {}, ''],
    [
      'the headline',
      { angle: { shared: ['Ferry'], own: ['inferno', 'hero'] } },
      'Its headline has “Ferry” like most of them; “inferno” and “hero” stand in no other.',
    ],
    [
      'a headline of the core',
      { angle: { shared: ['Ferry', 'fire'], own: [] } },
      'Its headline has “Ferry” and “fire” like most of them, and no word to itself.',
    ],
    [
      'what it carries',
      { carried: { facts: 4, found: 3 } },
      'It has 3 of the 4 facts that most of the others carry, whole or in part.',
    ],
    [
      'that it carries nothing',
      { carried: { facts: 1, found: 0 } },
      'The one fact that most of the others carry was not found in it.',
    ],
    [
      'whom it does not quote',
      { notQuoted: [{ speaker: 'Bertil Ravn', outlets: ['mail'] }] },
      'No words in quotation marks were found in it of Bertil Ravn (in The Atlantic Mail).',
    ],
    [
      'a word it prefers',
      {
        prefers: [
          {
            word: 'press',
            citation: at,
            times: 5,
            instead: 'news',
            insteadOutletId: 'mail',
            insteadCitation: at,
            insteadTimes: 15,
            z: 2.1,
          },
        ],
      },
      ' It writes “press” (5 times) where The Atlantic Mail has “news” (15 times in the others).',
    ],
  ])('tells %s', (_, changes, expected) => {
    expect(textOf(changes)).toBe(expected);
  });
});

describe('preferenceNote', () => {
  it('says of whom there is too little text', () => {
    const note = preferenceNote(
      [
        { ...PLAIN, prefers: null },
        { ...PLAIN, outletId: 'mail', prefers: [] },
      ],
      nameOf,
    );
    expect(note).toMatch(/1\.96 standard errors.* Too little text to tell .*: The Daily Whistle\.$/);
  });

  it('says nothing of one outlet', () => {
    expect(preferenceNote([{ ...PLAIN, prefers: [] }], nameOf)).toBeNull();
  });
});
