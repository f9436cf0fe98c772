import { describe, expect, it } from 'vitest';
import type { WritableClaim, WrittenContext } from '../../core/written.ts';
import { draftFaults } from './check-draft.ts';

const TEXT = 'Mayor Anna Holm said the bridge at Orrin would not open before 14 December under Article 5.';
const CLAIM: WritableClaim = {
  number: 1,
  text: TEXT,
  kind: 'main',
  holder: null,
  outlets: [{ id: 'a', name: 'The Mail' }],
  asOf: Date.UTC(2025, 11, 12),
  figures: [],
  quotes: [],
  dates: [{ text: '14 December', date: '2025-12-14', precision: 'day' }],
  roles: [],
  passages: [
    {
      articleId: 'a1',
      start: 0,
      end: TEXT.length,
      outletId: 'a',
      outletName: 'The Mail',
      publishedAt: Date.UTC(2025, 11, 12),
      text: TEXT,
    },
  ],
};
const PARTS = [
  { name: 'views', question: null, extracted: [], most: 2, claims: [1] },
  { name: 'unknown', question: null, extracted: [], most: 2, claims: [2] },
];
/** Nothing is read out of the texts here: what the readings decide is the verifier's, and tested there. */
const CONTEXT: WrittenContext = {
  articles: [],
  read: () => ({
    words: [],
    sentences: [],
    entities: [],
    mentions: [],
    descriptions: [],
    figures: [],
    quotes: [],
    dates: [],
  }),
};

function faults(text: string, section: 'whatHappened' | 'papersSay' = 'whatHappened'): string {
  const part = { name: 'whole', question: null, extracted: [], most: 2, claims: [1] };
  return draftFaults({ section, parts: [part] }, { part: 'whole', text, claims: [1] }, [CLAIM], CONTEXT).join(
    ' ',
  );
}

describe('what is wrong with a draft', () => {
  it.each([
    ['Too short.', /no whole sentence/],
    [`${'The bridge at Orrin '.repeat(20)}.`, /words; 60 are the most/],
    ['The bridge at Orrin would **not** open before 14 December.', /markup/],
    ['The bridge at Orrin: see https://evil.example before 14 December.', /markup/],
    ['The bridge at Orrin\nwould not open before 14 December.', /line break/],
    ['Will the bridge at Orrin not open before 14 December?', /asks a question/],
  ])('its form: %s', (text, says) => {
    expect(faults(text)).toMatch(says);
  });

  it('a number that no claim has, as a part of a name too, whatever else it is', () => {
    expect(faults('Mayor Anna Holm said the bridge at Orrin would not open under Article 12.')).not.toBe('');
    expect(faults('Mayor Anna Holm said the bridge at Orrin would not open before 15 December.')).not.toBe(
      '',
    );
  });

  it('that it rests on nothing its part is about', () => {
    const draft = { part: 'unknown', text: 'The bridge at Orrin would not open.', claims: [1] };
    expect(
      draftFaults({ section: 'behindTheHeadline', parts: PARTS }, draft, [CLAIM], CONTEXT).join(),
    ).toContain('none of the claims');
  });
});
