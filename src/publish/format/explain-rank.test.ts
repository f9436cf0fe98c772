import { describe, expect, it } from 'vitest';
import type { RankFactors } from '../../core/standing.ts';
import { explainRank } from './explain-rank.ts';

const FACTORS: RankFactors = {
  outlets: 7,
  owners: 7,
  countries: 1,
  kinds: 1,
  articles: 9,
  recent: 5,
  paceHours: 6,
  quietHours: 0.5,
  figure: null,
  kinAbove: 0,
  heldBack: false,
};

describe('explainRank', () => {
  it.each<[number | null, Partial<RankFactors>, string]>([
    [
      1,
      {},
      'No. 1 on the front page: 7 independent outlets report it and 5 of 9 articles are from the last 6 hours.',
    ],
    [
      3,
      { owners: 5, countries: 4, kinds: 2, figure: { what: 'killed', value: 31, unit: 'count' } },
      'No. 3 on the front page: 7 independent outlets of 5 owners in 4 countries, of 2 kinds, report it, 5 of 9 articles are from the last 6 hours and 31 people are reported killed.',
    ],
    [
      1204,
      { outlets: 1, owners: 1, articles: 1, recent: 0, quietHours: 71 },
      'No. 1,204 on the front page: 1 independent outlet reports it and nothing has been added for 3 days.',
    ],
    [
      25,
      { recent: 9, kinAbove: 3, heldBack: true },
      'No. 25 on the front page: 7 independent outlets report it and all 9 articles are from the last 6 hours; it stands lower than that because 3 stories of the same event are above it.',
    ],
    [
      2,
      { figure: { what: 'money', value: 2_400_000_000, unit: 'USD' }, recent: 1 },
      'No. 2 on the front page: 7 independent outlets report it, 1 of 9 articles is from the last 6 hours and US$2.4 billion is in question.',
    ],
    [null, {}, 'Not on the front page: an item that its outlet publishes again and again.'],
  ])('place %s', (place, factors, sentence) => {
    expect(explainRank({ place, factors: { ...FACTORS, ...factors } })).toBe(sentence);
  });
});
