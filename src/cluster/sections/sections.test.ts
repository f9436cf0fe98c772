import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { ArticleSection } from '../../core/section.ts';
import { readWordVectors } from '../../nlp/word-vectors.ts';
import { classifySection } from './classify-section.ts';
import { countriesNamed, readCountryNames } from './country-names.ts';
import { readSectionModel } from './section-model.ts';
import { sectionOfPath } from './section-path.ts';
import { storySection } from './story-section.ts';

const require = createRequire(import.meta.url);
const MODEL = readSectionModel(
  require('../../../data/models/sections.json'),
  readWordVectors(require('../../../data/models/word-vectors.json')),
);

describe('sectionOfPath', () => {
  it.each([
    ['https://a.example/sport/cricket/late-wicket', 'GB', 'sport'],
    ['https://a.example/news/world/science/comet-seen', 'GB', 'science'],
    ['https://a.example/news/world/border-talks', 'GB', 'world'],
    ['https://a.example/us-news/2024/may/1/vote', 'GB', 'world'],
    ['https://a.example/us-news/2024/may/1/vote', 'US', 'national'],
    ['https://a.example/india-news/monsoon', 'IN', 'national'],
    ['https://a.example/politics/vote', 'FR', 'national'],
    ['https://a.example/wirtschaft/zinsen-steigen', 'DE', 'business'],
    ['https://money.a.example/2024/rates/bank', 'US', 'business'],
    ['https://a.example/news/2024/05/01/sport', 'GB', null],
    ['https://a.example/news/12345-talks', 'GB', null],
    ['no address', 'GB', null],
  ])('reads %s of an outlet of %s as %s', (url, country, section) => {
    expect(sectionOfPath(url, country, MODEL.countries)).toBe(section);
  });
});

describe('countriesNamed', () => {
  const names = readCountryNames({ US: 'us|new york|american', TR: 'turkey', MX: 'new mexico city' });
  it.each([
    ['The U.S. and Turkey', 'US TR'],
    ['A roast turkey for us', ''],
    ['New York’s American mayor', 'US US'],
    ['New Yorkers', ''],
  ])('finds in "%s": %s', (text, codes) => {
    expect(
      countriesNamed(text, names)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(codes);
  });
});

describe('classifySection', () => {
  const read = (title: string, text: string, outletCountry: string | null, url = 'https://a.example/x') =>
    classifySection({ title, text, url, language: 'en', outletCountry }, MODEL);

  it.each([
    [
      'sport',
      'Striker scores twice as champions win final',
      'The team won the match after a penalty. Their coach praised the players and the season they had in the league.',
    ],
    [
      'business',
      'Shares fall as bank cuts profit forecast',
      'Investors sold the stock after the company reported lower quarterly revenue. Analysts expect the market to fall.',
    ],
    [
      'science',
      'Researchers find new species of deep-sea fish',
      'Scientists described the species in a study. The researchers used a submarine and studied the climate of the sea.',
    ],
  ] as const)('finds %s by its words', (section, title, text) => {
    expect(read(title, text, 'GB')).toMatchObject({ section, from: 'words' });
  });

  it('takes the same event for the nation’s at home and the world’s abroad', () => {
    const title = 'Kenya parliament passes law on land';
    const text =
      'Lawmakers in Kenya voted for the bill on Tuesday. The president of Kenya is to sign it. Protesters gathered in Nairobi.';
    expect(read(title, text, 'KE')?.section).toBe('national');
    expect(read(title, text, 'FR')?.section).toBe('world');
    expect(read(title, text, null)?.section).toBe('world');
  });

  it('believes the outlet’s own path before its words, and says nothing of a language it does not know', () => {
    expect(read('Shares fall', 'The bank', 'GB', 'https://a.example/culture/x')).toEqual({
      section: 'culture',
      margin: 1,
      from: 'path',
    });
    expect(
      classifySection(
        { title: 'Wahl', text: 'Wahl', url: 'https://a.example/x', language: 'de', outletCountry: 'DE' },
        MODEL,
      ),
    ).toBeNull();
  });
});

describe('storySection', () => {
  const vote = (
    outletId: string,
    section: ArticleSection['section'],
    margin = 0.5,
    from: ArticleSection['from'] = 'words',
  ) => ({
    outletId,
    section: { section, margin, from },
  });

  it.each([
    ['the majority', [vote('a', 'sport'), vote('b', 'sport'), vote('c', 'culture')], 'sport'],
    [
      'public affairs together before business',
      [vote('a', 'national'), vote('b', 'world'), vote('c', 'business', 0.9)],
      'world',
    ],
    [
      'the nation with more votes at home',
      [vote('a', 'national'), vote('b', 'national'), vote('c', 'world')],
      'national',
    ],
    [
      'an outlet once, however much it writes',
      [vote('a', 'sport'), vote('a', 'sport'), vote('b', 'culture'), vote('c', 'culture')],
      'culture',
    ],
    [
      'an editor’s filing before a reading',
      [vote('a', 'business', 1, 'path'), vote('b', 'science')],
      'business',
    ],
  ])('goes by %s', (_, votes, section) => {
    expect(storySection(votes)?.section).toBe(section);
    expect(storySection(votes.toReversed())).toEqual(storySection(votes));
  });

  it('is null where no article has one, and says by how much it leads', () => {
    expect(storySection([{ outletId: 'a', section: null }])).toBeNull();
    expect(storySection([vote('a', 'sport'), vote('b', 'sport')])?.margin).toBe(1);
  });
});
