import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { indexStory } from '../ledger/index-story.ts';
import { logOddsZ, wordPreferences } from './word-preference.ts';

const LINES = [
  'The council debated the KIND wall along the river embankment for three hours.',
  'Engineers measured the KIND wall and found the river embankment sinking slowly.',
  'Residents wanted the KIND wall finished before autumn rains reach the valley.',
  'Builders priced the KIND wall at twice what the treasurer had promised voters.',
];
/** Different subjects, so that there is text to compare besides the lines that matter. */
const FILLER = [
  'Schools reopened after teachers accepted longer breaks and smaller classes across the district.',
  'Farmers complained about cheap imports while markets raised prices for potatoes and onions.',
  'Trains stopped running overnight because drivers demanded better uniforms and warmer cabins.',
  'Museum curators discovered forgotten paintings behind cupboards during careful spring cleaning.',
  'Doctors recommended regular exercise after studying thousands of patients over twenty winters.',
  'Fishermen blamed warmer currents for empty nets and unusually large jellyfish near harbours.',
  'Students invented cheaper batteries using seaweed, vinegar and recycled kitchen foil.',
  'Libraries extended opening hours because readers asked for quiet evening corners and coffee.',
];

function story(kinds: Readonly<Record<string, string>>, filler: readonly string[]) {
  const articles = Object.entries(kinds).map(([outlet, kind]) =>
    ledgerArticle({
      id: outlet,
      outlet,
      title: 'River wall debated',
      at: '2026-03-12T09:00:00Z',
      sentences: [...LINES.map((line) => line.replace('KIND', kind)), ...filler].map((text) => ({
        role: 'main' as const,
        text,
      })),
    }),
  );
  return indexStory(briefInput(articles));
}

const KINDS = { Courier: 'flooding', Whistle: 'shielding', Tide: 'shielding', Post: 'shielding' };

describe('logOddsZ', () => {
  it('is the ratio of Monroe et al. by hand', () => {
    // ln(7/105) − ln(3/209) = −2.70805 + 4.24370; variance 1/7 + 1/3.
    expect(logOddsZ({ times: 5, words: 102 }, { times: 1, words: 202 }, 2, 10)).toBeCloseTo(
      1.53565 / Math.sqrt(1 / 7 + 1 / 3),
      3,
    );
  });

  it('is 0 between equal texts and changes its sign with the side', () => {
    const [a, b] = [
      { times: 5, words: 100 },
      { times: 1, words: 100 },
    ];
    expect(logOddsZ(a, a, 1, 10)).toBe(0);
    expect(logOddsZ(a, b, 1, 10)).toBeCloseTo(-logOddsZ(b, a, 1, 10), 10);
  });
});

describe('wordPreferences', () => {
  it('finds the word an outlet has where others have another, with a place of each', () => {
    const found = wordPreferences(story(KINDS, FILLER)).get('courier.example');
    expect(
      found?.map(({ word, times, instead, insteadTimes }) => [word, times, instead, insteadTimes]),
    ).toEqual([['flooding', 4, 'shielding', 12]]);
    expect(found?.[0]?.citation.articleId).toBe('Courier');
    expect(found?.[0]?.z).toBeGreaterThan(1.96);
  });

  it('says that there is too little text', () => {
    expect(wordPreferences(story(KINDS, [])).get('courier.example')).toBeNull();
  });

  it('finds nothing where all use one word', () => {
    const same = { Courier: 'shielding', Whistle: 'shielding', Tide: 'shielding' };
    expect(wordPreferences(story(same, FILLER)).get('courier.example')).toEqual([]);
  });
});
