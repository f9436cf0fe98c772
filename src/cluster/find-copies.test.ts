import { describe, expect, it } from 'vitest';
import type { ArticleSignature, Fingerprint } from '../core/story.ts';
import { CopyIndex } from './copy-index.ts';
import { findCopies } from './find-copies.ts';
import { fingerprintArticle } from './fingerprint-article.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** A text of numbered words; ranges of them are the parts that texts share. */
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');

function text(articleId: string, body: string, more: Partial<Fingerprint> = {}): Fingerprint {
  const print = fingerprintArticle({
    articleId,
    outletId: `${articleId}.example`,
    title: articleId,
    text: body,
    publishedAt: 0,
    language: 'en',
    byline: null,
    wireCredit: null,
    entities: [],
  });
  return { ...print, ...more };
}

function stored(print: Fingerprint, storyId: string, copyOf: string | null = null): ArticleSignature {
  const { articleId, outletId, publishedAt, signature, shingles, wireCredit } = print;
  return { articleId, storyId, outletId, publishedAt, signature, shingles, copyOf, wireCredit };
}

function copiesAmong(pending: readonly Fingerprint[], window: readonly ArticleSignature[]) {
  const index = new CopyIndex();
  for (const signature of window) index.add(signature);
  return findCopies(pending, index, { from: -WEEK, to: 10 * WEEK }, WEEK);
}

const ORIGIN = text('origin', words(0, 400));
const later = { publishedAt: DAY };

describe('findCopies', () => {
  it.each([
    ['an exact reprint', words(0, 400), true],
    ['a reprint without its last third', words(0, 270), true],
    ['a reprint cut to a third', words(0, 135), true],
    ['a reprint with an introduction of its own', `${words(5000, 5100)} ${words(0, 400)}`, true],
    ['a report that quotes a fifth of it', `${words(5000, 5300)} ${words(0, 80)}`, false],
    ['a report that quotes a short passage', `${words(5000, 5100)} ${words(0, 60)}`, false],
    ['another report', words(5000, 5400), false],
    ['a notice of one line', words(0, 20), false],
    ['an empty text', '', false],
  ])('%s: copy %s', (_, body, isCopy) => {
    const found = copiesAmong([ORIGIN, text('other', body, later)], []);
    expect([...found.keys()]).toEqual(isCopy ? ['other'] : []);
    expect(found.get('other')?.originId).toBe(isCopy ? 'origin' : undefined);
  });

  it('does not compare texts that are weeks apart', () => {
    expect(copiesAmong([ORIGIN, text('b', words(0, 400), { publishedAt: 30 * DAY })], []).size).toBe(0);
  });

  it.each<[string, Partial<Fingerprint>, Partial<Fingerprint>, string]>([
    ['the same outlet later', { outletId: 'x.example' }, { outletId: 'x.example' }, 'update'],
    ['no credit', {}, {}, 'near-duplicate'],
    ['a shared credit', { wireCredit: 'reuters' }, { wireCredit: 'reuters' }, 'wire-copy'],
    ['the agency itself', { outletId: 'reuters.com' }, { wireCredit: 'reuters' }, 'wire-copy'],
    ['a credit on one side', { wireCredit: 'reuters' }, {}, 'wire-copy'],
    ['two credits', { wireCredit: 'reuters' }, { wireCredit: 'north press' }, 'near-duplicate'],
  ])('with %s the copy is called right', (_, origin, copy, kind) => {
    const found = copiesAmong(
      [text('a', words(0, 400), origin), text('b', words(0, 400), { ...later, ...copy })],
      [],
    );
    expect(found.get('b')?.kind).toBe(kind);
  });

  it('takes the credited agency for the origin, though others printed it before', () => {
    const first = text('a', words(0, 400), { wireCredit: 'north press' });
    const agency = text('z', words(0, 400), { ...later, outletId: 'northpress.example' });
    expect(copiesAmong([first, agency], []).get('a')).toMatchObject({
      originId: 'z',
      kind: 'wire-copy',
    });
  });

  it('takes the longest of one moment for the origin', () => {
    const found = copiesAmong([text('a', words(0, 300)), text('b', words(0, 400))], []);
    expect(found.get('a')?.originId).toBe('b');
  });

  it('points every text of a chain at the one origin', () => {
    const chain = [0, 80, 160].map((start, i) =>
      text(`t${i}`, words(start, start + 400), { publishedAt: i * DAY }),
    );
    const found = copiesAmong(chain, []);
    expect([...found].map(([id, { originId }]) => [id, originId])).toEqual([
      ['t1', 't0'],
      ['t2', 't0'],
    ]);
    expect(found.get('t2')?.similarity).toBeLessThan(found.get('t1')?.similarity ?? 0);
  });

  it('follows a stored copy to its origin, also to one that left the window', () => {
    const copy = text('copy', words(0, 400));
    const next = text('next', words(0, 400), later);
    const both = [stored(ORIGIN, 's1'), stored(copy, 's1', 'origin')];
    expect(copiesAmong([next], both).get('next')).toMatchObject({ originId: 'origin', storyId: 's1' });
    const left = [stored(copy, 's1', 'gone')];
    expect(copiesAmong([next], left).get('next')).toMatchObject({ originId: 'gone', storyId: 's1' });
  });

  it('leaves what is stored alone when an earlier print arrives late', () => {
    const late = text('late', words(0, 400), { publishedAt: -DAY });
    expect(copiesAmong([late], [stored(ORIGIN, 's1')]).get('late')?.originId).toBe('origin');
  });

  it('groups a notice that hundreds of pages carry', () => {
    const many = Array.from({ length: 300 }, (_, i) => text(`n${String(i).padStart(3, '0')}`, words(0, 60)));
    const found = copiesAmong(many, []);
    expect(found.size).toBe(299);
    expect(new Set([...found.values()].map(({ originId }) => originId))).toEqual(new Set(['n000']));
  });
});
