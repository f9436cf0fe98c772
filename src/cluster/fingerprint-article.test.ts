import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FingerprintInput } from './fingerprint-article.ts';
import { fingerprintArticle } from './fingerprint-article.ts';

const ARTICLE: FingerprintInput = {
  articleId: 'a1',
  outletId: 'herald.example',
  title: 'Dam bursts above Aldmark',
  text: 'The dam above Aldmark burst at dawn. Rescue teams reached the town by boat.',
  publishedAt: 1_700_000_000_000,
  language: 'en',
  byline: null,
  wireCredit: null,
  entities: [{ name: 'Aldmark', type: 'place', mentions: 2 }],
};

describe('fingerprintArticle', () => {
  it('weighs a word of the title above one of the body only', () => {
    const weights = new Map(fingerprintArticle(ARTICLE).terms);
    expect(weights.get('aldmark')).toBeGreaterThan(weights.get('rescu') ?? 9);
  });

  it('leaves the headline out of the signature', () => {
    const other = fingerprintArticle({ ...ARTICLE, title: 'Town under water' });
    expect(other.signature).toEqual(fingerprintArticle(ARTICLE).signature);
  });

  it('joins the forms of one name', () => {
    const entities = ['The Aldmark', 'Aldmark’s', 'Jón'].map((name) => ({
      name,
      type: 'place',
      mentions: 1,
    }));
    expect(fingerprintArticle({ ...ARTICLE, entities }).names).toEqual([
      ['aldmark', 2],
      ['jon', 1],
    ]);
  });

  it.each([
    ['AP', null, 'associated press'],
    ['The Associated Press', null, 'associated press'],
    ['North Press', null, 'north press'],
    [null, 'By Reuters', 'reuters'],
    [null, 'Jane Reuters', null],
    [null, null, null],
  ])('knows the agency of credit %s and byline %s', (wireCredit, byline, agency) => {
    expect(fingerprintArticle({ ...ARTICLE, wireCredit, byline }).wireCredit).toBe(agency);
  });

  it('stays within its bounds and survives JSON for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'binary' }),
        (text, title) => {
          const print = fingerprintArticle({ ...ARTICLE, text, title });
          expect(JSON.parse(JSON.stringify(print))).toEqual(print);
          expect(print.terms.every(([, weight]) => weight >= 1)).toBe(true);
        },
      ),
    );
    const long = Array.from(
      { length: 5000 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26))}x${i}`,
    ).join(' ');
    expect(fingerprintArticle({ ...ARTICLE, text: long }).terms.length).toBeLessThanOrEqual(250);
  });

  it('takes an article without text or names', () => {
    const print = fingerprintArticle({ ...ARTICLE, title: '', text: '', entities: [] });
    expect(print).toMatchObject({ shingles: 0, terms: [], names: [] });
  });
});
