import { describe, expect, it } from 'vitest';
import type { CopyKind, CopyReason } from '../../core/story.ts';
import { agencyName, copyWords } from './copy-words.ts';

const REASON: CopyReason = {
  origin: 'earliest',
  agency: null,
  owner: null,
  extent: 'whole',
  containment: 0.98,
};

describe('copyWords', () => {
  it.each<[CopyKind | null, Partial<CopyReason> | null, string | null, string]>([
    ['wire-copy', { agency: 'reuters', origin: 'agency' }, 'Reuters', 'reprints Reuters'],
    ['wire-copy', { agency: 'reuters' }, 'North Post', 'reprints Reuters, via North Post'],
    ['wire-copy', { agency: 'tass' }, null, 'reprints TASS'],
    ['wire-copy', {}, 'Northwire', 'reprints Northwire'],
    [
      'sister',
      { owner: 'Ellery Titles' },
      'North Post',
      'same text as its sister title North Post (both Ellery Titles)',
    ],
    ['update', {}, 'North Post', 'updated version of its own earlier article'],
    ['near-duplicate', {}, 'North Post', 'same text as North Post, which had it earlier'],
    ['near-duplicate', { origin: 'none' }, null, 'same text as an article that is not stored here'],
    [
      'near-duplicate',
      { origin: 'stored', extent: 'cut', containment: 0.814 },
      'North Post',
      'same text as North Post, where it was read first; shortened, 81 % the same',
    ],
    [null, null, 'North Post', 'same text as North Post'],
  ])('%s %j of %s', (copyKind, reason, originName, words) => {
    const copyReason = reason === null ? null : { ...REASON, ...reason };
    expect(copyWords({ copyKind, copyReason, originName })).toBe(words);
  });

  it.each([
    ['associated press', 'Associated Press'],
    ['deutsche presse agentur', 'Deutsche Presse Agentur'],
    ['efe', 'EFE'],
  ])('%s reads %s', (agency, name) => expect(agencyName(agency)).toBe(name));
});
