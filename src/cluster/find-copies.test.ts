import { describe, expect, it } from 'vitest';
import type { ArticleSignature, Fingerprint } from '../core/story.ts';
import { CopyIndex } from './copy-index.ts';
import { findCopies } from './find-copies.ts';
import { fingerprintArticle } from './fingerprint-article.ts';
import type { OutletFacts } from './same-owner.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** A text of numbered words; ranges of them are the parts that texts share. */
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');

/** The origin with every so manieth word replaced. */
const reworded = (every: number) =>
  Array.from({ length: 400 }, (_, i) => (i % every === 3 ? `other${i}` : `word${i}`)).join(' ');

/** The origin's words, seven of ten runs of ten moved elsewhere. */
const shuffled = () =>
  Array.from({ length: 400 }, (_, i) => `word${i % 10 < 3 ? i : (i * 37 + 11) % 400}`).join(' ');

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
  const { terms: _terms, names: _names, language: _language, ...rest } = print;
  return { ...rest, storyId, copyOf };
}

function copiesAmong(
  pending: readonly Fingerprint[],
  window: readonly ArticleSignature[],
  outlets: readonly OutletFacts[] = [],
) {
  const index = new CopyIndex();
  for (const signature of window) index.add(signature);
  return findCopies(pending, index, { from: -WEEK, to: 10 * WEEK }, WEEK, outlets);
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
    ['a reprint with as much text of its own', `${words(0, 400)} ${words(5000, 5400)}`, true],
    ['a light rewrite', reworded(5), true],
    ['a report in many of the same words, whose runs are others', shuffled(), false],
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

  it('knows a light rewrite of a stored text, unless its print lacks the words', () => {
    const rewrite = text('rewrite', reworded(5), later);
    expect(copiesAmong([rewrite], [stored(ORIGIN, 's1')]).get('rewrite')).toMatchObject({
      originId: 'origin',
      reason: { extent: 'rewritten' },
    });
    const { wordSignature: _, distinctWords: _words, ...old } = stored(ORIGIN, 's1');
    expect(copiesAmong([rewrite], [old]).size).toBe(0);
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

  it.each<[string, Fingerprint, Fingerprint, object]>([
    [
      'the agency itself',
      text('a', words(0, 400), { outletId: 'reuters.com' }),
      text('b', words(0, 400), { ...later, wireCredit: 'reuters' }),
      { origin: 'agency', agency: 'reuters', owner: null, extent: 'whole', containment: 1 },
    ],
    [
      'an outlet of kind agency, with no credit',
      text('a', words(0, 400), { outletId: 'wire.example', publishedAt: 2 * DAY }),
      text('b', words(0, 200), later),
      { origin: 'agency', agency: null, owner: null, extent: 'cut', containment: 1 },
    ],
    [
      'a sister that was earlier',
      text('a', words(0, 400), { outletId: 'left.example' }),
      text('b', `${words(5000, 5300)} ${words(0, 400)}`, { ...later, outletId: 'right.example' }),
      { origin: 'earliest', agency: null, owner: 'Ellery Titles', extent: 'extended', containment: 1 },
    ],
    [
      'the longest of one day',
      text('a', words(0, 400), { publishedAt: 0 }),
      text('b', words(0, 250), { publishedAt: 3 * 3_600_000 }),
      { origin: 'longest', agency: null, owner: null, extent: 'cut', containment: 1 },
    ],
  ])('explains %s', (_, origin, copy, reason) => {
    const outlets = [
      { id: 'wire.example', kind: 'agency' as const, owner: 'cooperative of newspapers' },
      { id: 'left.example', kind: null, owner: 'Ellery Titles' },
      { id: 'right.example', kind: null, owner: 'ELLERY titles' },
    ];
    const pending = [origin, copy].sort((a, b) => a.publishedAt - b.publishedAt);
    const found = copiesAmong(pending, [], outlets).get('b');
    expect(found?.originId).toBe('a');
    expect({ ...found?.reason, containment: Math.round(found?.reason.containment ?? 0) }).toEqual(reason);
  });

  it.each<[string, string, string, string]>([
    ['one owner', 'Ellery Titles', 'Ellery Titles', 'sister'],
    ['two owners', 'Ellery Titles', 'Brandreth Press', 'near-duplicate'],
    ['a sort of owner that names nobody', 'Public foundation', 'public foundation', 'near-duplicate'],
  ])('with %s the copy is called right', (_, first, second, kind) => {
    const outlets = [
      { id: 'a.example', kind: null, owner: first },
      { id: 'b.example', kind: null, owner: second },
    ];
    const pending = [text('a', words(0, 400)), text('b', words(0, 400), later)];
    expect(copiesAmong(pending, [], outlets).get('b')?.kind).toBe(kind);
  });

  it('says of a stored origin that is not earlier that it was stored before', () => {
    const late = text('late', words(0, 400), { publishedAt: -DAY });
    expect(copiesAmong([late], [stored(ORIGIN, 's1')]).get('late')?.reason.origin).toBe('stored');
  });

  it('takes of one moment the print that is nearest to all others', () => {
    const prints = [
      text('cut', words(0, 250)),
      text('extended', `${words(0, 400)} ${words(7000, 7150)}`),
      text('wire', words(0, 400)),
    ];
    const found = copiesAmong(prints, []);
    expect([...found].map(([id, copy]) => [id, copy.originId, copy.reason.origin])).toEqual([
      ['cut', 'wire', 'central'],
      ['extended', 'wire', 'central'],
    ]);
  });

  it('does not make one agency text a copy of another because a paper prints both', () => {
    const both = `${words(0, 300)} ${words(1000, 1300)}`;
    const pending = [
      text('first', words(0, 300)),
      text('second', words(1000, 1300), { publishedAt: 1 }),
      text('third', words(1000, 1300), { publishedAt: 2 }),
      text('both', both, { publishedAt: 3 }),
    ];
    expect([...copiesAmong(pending, [])].map(([id, { originId }]) => [id, originId])).toEqual([
      ['both', 'first'],
      ['third', 'second'],
    ]);
  });
});
