import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankInput } from './rank-stories.ts';
import { storyRank } from './rank-stories.ts';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;

function story(outlets: number, hoursAgo: readonly number[], countries = 1): RankInput {
  const articleTimes = hoursAgo.map((hours) => NOW - hours * HOUR);
  return {
    independentOutlets: outlets,
    countries,
    articles: articleTimes.length,
    articleTimes,
    firstAt: Math.min(...articleTimes),
    lastAt: Math.max(...articleTimes),
    now: NOW,
  };
}

describe('storyRank', () => {
  it.each([
    ['more outlets', story(5, [1, 2, 3, 4, 5]), story(3, [1, 2, 3, 4, 5])],
    ['a newer article', story(3, [1, 20, 21]), story(3, [12, 20, 21])],
    ['more articles lately', story(3, [1, 2, 3]), story(3, [1, 30, 31])],
    ['a second country', story(3, [1, 2, 3], 2), story(3, [1, 2, 3], 1)],
  ])('puts %s first', (_, higher, lower) => {
    expect(storyRank(higher).score).toBeGreaterThan(storyRank(lower).score);
  });

  it('halves a story that is quiet for a half-life', () => {
    expect(storyRank(story(3, [18])).recency).toBeCloseTo(0.5);
  });

  it('explains its score, which is finite and not negative for any times', () => {
    const time = fc.integer({ min: NOW - 1e10, max: NOW + 1e10 });
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(50),
        fc.array(time),
        time,
        (independentOutlets, countries, articleTimes, lastAt) => {
          const articles = articleTimes.length;
          const rank = storyRank({
            independentOutlets,
            countries,
            articles,
            articleTimes,
            firstAt: lastAt,
            lastAt,
            now: NOW,
          });
          expect(rank.score).toBeCloseTo(rank.outlets * rank.pace * rank.recency);
          expect(
            Number.isFinite(rank.score) && rank.score >= 0 && rank.pace < 2 + 1e-9 && rank.recency <= 1,
          ).toBe(true);
        },
      ),
    );
  });
});
