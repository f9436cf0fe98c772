import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticleLine } from './parse-article-row.ts';

const whole = {
  id: 'a1',
  url: 'https://example.org/a1',
  outlet: { name: 'Example', domain: 'example.org' },
  title: 'A title',
  publishedAt: '2025-12-14T09:12:00Z',
  byline: 'Somebody',
  language: 'en',
  text: 'Some text.',
};

function parse(row: unknown) {
  return parseArticleLine(JSON.stringify(row))[0];
}

describe('parseArticleLine', () => {
  it('reads a whole row', () => {
    expect(parse(whole)).toEqual({
      ok: true,
      value: {
        externalId: 'a1',
        url: 'https://example.org/a1',
        outlet: { name: 'Example', domain: 'example.org' },
        title: 'A title',
        publishedAt: Date.UTC(2025, 11, 14, 9, 12),
        datePrecision: 'minute',
        byline: 'Somebody',
        language: 'en',
        body: { kind: 'text', content: 'Some text.' },
        metadata: {},
      },
    });
  });

  it.each([
    [
      { publishedAt: undefined, date: '2018-01-01' },
      { publishedAt: Date.UTC(2018, 0, 1), datePrecision: 'day' },
    ],
    [{ publishedAt: undefined }, { publishedAt: null, datePrecision: 'unknown' }],
    [{ outlet: 'Example' }, { outlet: { name: 'Example', domain: null } }],
    [{ byline: undefined, authors: 'A, B' }, { byline: 'A, B' }],
    [{ authors: ['A', 'B'], byline: undefined }, { byline: 'A, B' }],
    [{ id: 17 }, { externalId: '17' }],
    [{ text: undefined, html: '<p>x</p>' }, { body: { kind: 'html', content: '<p>x</p>' } }],
    [{ section: 'world' }, { metadata: { section: 'world' } }],
  ])('takes %j as %j', (change, expected) => {
    expect(parse({ ...whole, ...change })).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['no title', { title: undefined }, 'import/missing-field'],
    ['an empty title', { title: '  ' }, 'import/missing-field'],
    ['neither text nor html', { text: undefined }, 'import/missing-field'],
    ['a date that is none', { publishedAt: 'next week' }, 'import/bad-date'],
    ['a date in another age', { publishedAt: 8.64e15 }, 'import/bad-date'],
  ])('refuses a row with %s', (_, change, code) => {
    expect(parse({ ...whole, ...change })).toMatchObject({ ok: false, error: { code } });
  });

  it.each(['{"id": 1', '[1, 2]', '"text"', 'null'])('refuses %s as no JSON object', (line) => {
    expect(parseArticleLine(line)).toMatchObject([{ ok: false, error: { code: 'import/not-json' } }]);
  });

  it('takes a story as its articles, each for itself', () => {
    const parsed = parseArticleLine(
      JSON.stringify({ story_id: 's', articles: [whole, { id: 'bad' }, whole] }),
    );
    expect(parsed.map((row) => row.ok)).toEqual([true, false, true]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => Array.isArray(parseArticleLine(line))));
  });
});
