import { describe, expect, it } from 'vitest';
import { candidatePairs, linkLanguages, type StoryDetails, type StorySummary } from './link-languages.ts';
import { DAY_MS } from './settings.ts';
import { storyDetails, tellingNumbers } from './story-details.ts';

const FIRE: StorySummary = {
  id: 'fire-en',
  language: 'en',
  firstAt: 0,
  lastAt: DAY_MS,
  topics: [
    ['vessa-strait', 0.3],
    ['coastguard', 0.2],
    ['talvia', 0.1],
  ],
};
const BRAND: StorySummary = {
  ...FIRE,
  id: 'fire-de',
  language: 'de',
  topics: [
    ['vessa-strait', 0.25],
    ['talvia', 0.2],
    ['coastguard', 0.1],
  ],
};
/** Another event of the same country in the same days. */
const STREIK: StorySummary = {
  ...BRAND,
  id: 'strike-de',
  topics: [
    ['talvia', 0.3],
    ['union', 0.3],
  ],
};
const OTHERS: StorySummary[] = Array.from({ length: 20 }, (_, i) => ({
  ...FIRE,
  id: `other-${i}`,
  topics: [[`topic-${i}`, 0.5]],
}));

const given = (figures: string[], dates: string[] = []): StoryDetails => ({ figures, dates });

function link(stories: readonly StorySummary[], details: Record<string, StoryDetails> = {}) {
  return linkLanguages(stories, candidatePairs(stories), new Map(Object.entries(details)));
}

describe('linkLanguages', () => {
  it('joins stories of one event by topics and a figure', () => {
    const details = { 'fire-en': given(['412 count', '31 count']), 'fire-de': given(['412 count']) };
    const links = link([FIRE, BRAND, STREIK, ...OTHERS], details);
    expect(links.map(({ storyId, otherId }) => [storyId, otherId])).toEqual([['fire-de', 'fire-en']]);
    expect(links[0]?.grounds).toMatchObject({ topics: 3, figures: 1, dates: 0 });
  });

  it.each<[string, StorySummary, Record<string, StoryDetails>]>([
    ['topics alone when they are three', BRAND, {}],
    [
      'one language',
      { ...BRAND, language: 'en' },
      { 'fire-en': given(['412 count']), 'fire-de': given(['412 count']) },
    ],
    [
      'stories that are days apart',
      { ...BRAND, firstAt: 4 * DAY_MS, lastAt: 5 * DAY_MS },
      { 'fire-en': given(['412 count', '31 count']), 'fire-de': given(['412 count', '31 count']) },
    ],
    [
      'another event of the country, though a figure agrees',
      STREIK,
      { 'fire-en': given(['41 count']), 'strike-de': given(['41 count']) },
    ],
    [
      'topics that are names in passing',
      { ...BRAND, topics: BRAND.topics.map(([topic]) => [topic, 0.01] as const) },
      { 'fire-en': given(['412 count']), 'fire-de': given(['412 count']) },
    ],
  ])('does not join by %s', (_, other, details) => {
    expect(link([FIRE, other, ...OTHERS], details)).toEqual([]);
  });

  it('gives each story one partner in a language, the one that fits best', () => {
    const second = { ...BRAND, id: 'fire-de-2' };
    const details = {
      'fire-en': given(['412 count', '31 count']),
      'fire-de': given(['412 count']),
      'fire-de-2': given(['412 count', '31 count']),
    };
    const links = link([FIRE, BRAND, second, ...OTHERS], details);
    expect(links.map(({ storyId, otherId }) => [storyId, otherId])).toEqual([['fire-de-2', 'fire-en']]);
  });

  it('gives the same for stories in any order', () => {
    const details = { 'fire-en': given(['412 count']), 'fire-de': given(['412 count']) };
    const stories = [FIRE, BRAND, STREIK, ...OTHERS];
    expect(link(stories.toReversed(), details)).toEqual(link(stories, details));
  });
});

describe('storyDetails', () => {
  it.each<[string, number[]]>([
    ['412 people, among them 41 of the crew', [412, 41]],
    ['1,250.5 or 1.250,5 or 1\u00a0250,5', [1250.5]],
    ['6.25 per cent; 6,25 Prozent', [6.25]],
    ['140,000 people; 140.000 Menschen', [140000]],
    ['on 12 December 2019 at 14:35, 3 people', []],
    ['100 people, 5,000 more, 3-2 after extra time, A380, 1/12', []],
    ['', []],
  ])('tells in %j the numbers %j', (text, numbers) => {
    expect(tellingNumbers(text)).toEqual(numbers);
  });

  it('keeps days and months that are not those of the news', () => {
    const dates = [
      { at: Date.UTC(2025, 11, 12), precision: 'day' as const },
      { at: Date.UTC(2026, 0, 31), precision: 'day' as const },
      { at: Date.UTC(2019, 7, 1), precision: 'month' as const },
      { at: Date.UTC(2019, 0, 1), precision: 'year' as const },
    ];
    expect(
      storyDetails(
        [
          { text: '412', dates },
          { text: '412', dates },
        ],
        Date.UTC(2025, 11, 12),
      ),
    ).toEqual({
      figures: ['412'],
      dates: ['2019-08', '2026-01-31'],
    });
  });
});
