import { describe, expect, it } from 'vitest';
import { datedEntries } from './dated-entries.ts';
import { liveEntries } from './live-entries.ts';
import { parseTree } from './parse-tree.ts';

const TEXT = 'Police ask drivers to keep to thirty because branches still lie on the road near';
const places = ['the mill', 'the pier', 'the school', 'the market'];

function entries(body: string): ReturnType<typeof datedEntries> {
  return datedEntries(parseTree(`<html><head></head><body><main>${body}</main></body></html>`));
}

const time = (index: number): string => `<time datetime="2026-11-03T1${index}:20:00Z">1${index}:20</time>`;

describe('datedEntries', () => {
  it.each([
    [
      'entries in elements of their own',
      (place: string, i: number) => `<div>${time(i)}<h2>At ${place}</h2><p>${TEXT} ${place}.</p></div>`,
    ],
    [
      'entries in a list with wrappers',
      (place: string, i: number) => `<li><div><header>${time(i)}</header></div><p>${TEXT} ${place}.</p></li>`,
    ],
    [
      'entries that follow their headings',
      (place: string, i: number) =>
        `<h3>${time(i)} At ${place}</h3><p>${TEXT} ${place}.</p><p>More of ${place}.</p>`,
    ],
  ])('reads %s', (_, entry) => {
    const read = entries(places.map(entry).join(''));
    expect(read).toHaveLength(4);
    expect(read[1]?.at).toBe(Date.parse('2026-11-03T11:20:00Z'));
    expect(read[1]?.lines).toContain(`${TEXT} the pier.`);
    expect(read[1]?.lines).not.toContain(`${TEXT} the school.`);
  });

  it.each([
    [
      'two of them',
      (place: string, i: number) => (i < 2 ? `<div>${time(i)}<p>${TEXT} ${place}.</p></div>` : ''),
    ],
    [
      'teasers',
      (place: string, i: number) =>
        `<div>${time(i)}<h2><a href="/${i}">At ${place}</a></h2><p>${TEXT} ${place}.</p></div>`,
    ],
    [
      'links with dates',
      (place: string, i: number) => `<li>${time(i)}<a href="/${i}">${TEXT} ${place}</a></li>`,
    ],
    [
      'comments',
      (place: string, i: number) => `<div class="comment">${time(i)}<p>${TEXT} ${place}.</p></div>`,
    ],
  ])('takes no %s', (_, entry) => {
    expect(entries(places.map(entry).join(''))).toEqual([]);
  });
});

describe('liveEntries', () => {
  const lines = [
    'The storm is over.',
    'Bridge reopened',
    `${TEXT} the mill.`,
    'Advertisement of a lamp',
    'Power is back in town',
    `${TEXT} the pier.`,
  ];
  const text = lines.join('\n');
  const read = [
    { at: 2, lines: ['11:20', 'Bridge reopened', `${TEXT} the mill.`] },
    { at: 1, lines: ['10:05', 'Power is back in town', `${TEXT} the pier.`] },
  ];

  it('gives each entry its span of the text', () => {
    const found = liveEntries([[], read], lines);
    expect(found.map(({ at }) => at)).toEqual([2, 1]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      `Bridge reopened\n${TEXT} the mill.`,
      `Power is back in town\n${TEXT} the pier.`,
    ]);
  });

  it('gives none where the text has no line of them', () => {
    expect(liveEntries([read], ['Something else stands here altogether.'])).toEqual([]);
  });
});
