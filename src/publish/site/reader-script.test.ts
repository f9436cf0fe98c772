import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingBalance } from './assets/script/balance.js';
import { muteReason } from './assets/script/muting.js';
import { toggle, toState } from './assets/script/reader-state.js';
import { inOrder } from './assets/script/section-order.js';

const DAY = 24 * 3600 * 1000;

describe('toState', () => {
  it('fills in what is missing', () => {
    expect(toState(null)).toMatchObject({
      settings: { theme: 'auto', size: 'normal', mute: 'hide', keys: 'on', frontOrder: [] },
      muted: { words: [], topics: [], outlets: [] },
      list: [],
      read: {},
    });
  });

  it('keeps what is well-formed and leaves out the rest', () => {
    const state = toState({
      settings: { theme: 'dark', size: 'enormous' },
      muted: { words: ['  rugby ', 3, 'rugby', ''], topics: [{ id: 'halvik' }, { name: 'no id' }] },
      list: [{ slug: 'a', headline: 'A', at: 5 }, { headline: 'no address' }],
      read: { a: { version: 2, headline: 'A', at: 7, outlets: ['One', 4] }, b: 'broken' },
      opened: [
        { slug: 'a', outlet: '', at: 1 },
        { outlet: 'one.example', at: 2 },
      ],
    });
    expect(state.settings).toMatchObject({ theme: 'dark', size: 'normal' });
    expect(state.muted).toEqual({
      words: ['rugby'],
      topics: [{ id: 'halvik', name: 'halvik' }],
      outlets: [],
    });
    expect(state.list).toEqual([{ slug: 'a', headline: 'A', at: 5 }]);
    expect(state.read.a).toEqual({ version: 2, headline: 'A', at: 7, outlets: ['One'] });
    expect(state.opened).toEqual([{ slug: '', outlet: 'one.example', at: 2 }]);
  });

  it('makes a state of anything, and the same of its own output', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        for (const value of [
          anything,
          json,
          { settings: anything, muted: json, read: json, list: anything },
        ]) {
          const state = toState(value);
          expect(toState(JSON.parse(JSON.stringify(state)))).toEqual(state);
        }
      }),
    );
  });

  it('keeps the newest when there are too many', () => {
    const list = Array.from({ length: 900 }, (_, i) => ({ slug: `s${i}`, headline: '', at: i }));
    const read = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`s${i}`, { version: 1, headline: '', at: i, outlets: [] }]),
    );
    const state = toState({ list, read });
    expect(state.list.at(-1)?.slug).toBe('s899');
    expect(state.list).toHaveLength(500);
    expect(Object.keys(state.read)).toHaveLength(2000);
    expect(state.read.s0).toBeUndefined();
  });
});

describe('muteReason', () => {
  const muted = {
    words: ['rugby', 'cup final'],
    topics: [{ id: 'halvik', name: 'Halvik' }],
    outlets: [{ id: 'one.example', name: 'One' }],
  };
  const shown = { text: '', topics: [] as string[], outlets: ['One', 'Two'] };

  it.each([
    ['a whole word in any case', { ...shown, text: 'Rugby: the season opens' }, 'the word “rugby”'],
    ['not a part of a word', { ...shown, text: 'Rugbyville votes' }, null],
    ['a phrase over a line break', { ...shown, text: 'The Cup\n Final is off' }, 'the word “cup final”'],
    ['a topic', { ...shown, topics: ['halvik'] }, 'the topic Halvik'],
    ['not an outlet that others confirm', shown, null],
    ['an outlet that is alone', { ...shown, outlets: ['One'] }, 'only outlets that you muted'],
    ['nothing without outlets', { ...shown, outlets: [] }, null],
  ])('mutes %s', (_, story, reason) => {
    expect(muteReason(story, muted)).toBe(reason);
  });

  it('takes any text for a word and never throws', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (word) => {
        const words = [word.trim() || 'x'];
        expect(muteReason({ ...shown, text: `a ${words[0]} b` }, { ...muted, words })).not.toBeNull();
      }),
    );
  });
});

describe('inOrder', () => {
  it.each([
    [['a', 'b', 'c'], [], ['a', 'b', 'c']],
    [['a', 'b', 'c'], ['c'], ['c', 'a', 'b']],
    [
      ['a', 'b'],
      ['gone', 'b', 'a'],
      ['b', 'a'],
    ],
  ])('orders %j by %j', (ids, order, ordered) => {
    expect(inOrder(ids, order)).toEqual(ordered);
  });
});

describe('toggle', () => {
  it('adds once and takes out again', () => {
    const list = [{ id: 'a' }];
    toggle(list, { id: 'b' }, ({ id }) => id);
    expect(list).toEqual([{ id: 'a' }, { id: 'b' }]);
    toggle(list, { id: 'a' }, ({ id }) => id);
    expect(list).toEqual([{ id: 'b' }]);
  });
});

describe('readingBalance', () => {
  const outlets = [
    { id: 'one.example', name: 'One', country: 'NO', kind: 'newspaper', owner: null },
    { id: 'two.example', name: 'Two', country: 'SE', kind: 'agency', owner: 'Press AB' },
  ];
  const now = 100 * DAY;
  const story = (at: number, names: string[]) => ({ version: 1, headline: '', at, outlets: names });

  it('counts what was opened lately, and names who was read about and never opened', () => {
    const state = toState({
      read: { a: story(now - DAY, ['One', 'Two', 'Three']), b: story(now - 60 * DAY, ['Four']) },
      opened: [
        { slug: 'a', outlet: 'one.example', at: now - DAY },
        { slug: 'a', outlet: 'one.example', at: now - DAY + 1 },
        { slug: 'a', outlet: 'two.example', at: now - DAY },
        { slug: 'b', outlet: 'two.example', at: now - 60 * DAY },
      ],
    });
    const balance = readingBalance(state, outlets, now);
    expect(balance).toMatchObject({ opened: 3, stories: 1 });
    expect(balance.byOutlet.map(({ name, count }) => [name, count])).toEqual([
      ['One', 2],
      ['Two', 1],
    ]);
    expect(balance.byOwner[0]).toEqual({ name: 'not known', count: 2, share: 2 / 3 });
    expect(balance.neverOpened.map(({ name }) => name)).toEqual(['Three']);
  });
});
