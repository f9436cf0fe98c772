import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RankedArticle, type RankInput, storyRank } from './story-rank.ts';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;

function outlet(outletId: string, facts: Partial<RankedArticle> = {}): RankedArticle {
  return { outletId, owner: null, country: null, kind: null, ...facts };
}

function outlets(count: number): RankedArticle[] {
  return Array.from({ length: count }, (_, at) => outlet(`o${at}.example`));
}

function story(
  independent: readonly RankedArticle[],
  hoursAgo: readonly number[],
  figures: RankInput['figures'] = [],
): RankInput {
  const articleTimes = hoursAgo.map((hours) => NOW - hours * HOUR);
  return { independent, articleTimes, lastAt: Math.max(...articleTimes), figures, now: NOW };
}

const HOURS = [1, 2, 3];
const dead = (value: number) => [{ what: 'people killed', unit: 'count', value }];
const money = (value: number, unit = 'USD') => [{ what: 'loan', unit, value }];

describe('storyRank', () => {
  it.each([
    ['more outlets', story(outlets(5), HOURS), story(outlets(3), HOURS)],
    ['a newer article', story(outlets(3), [1, 20, 21]), story(outlets(3), [12, 20, 21])],
    ['more articles lately', story(outlets(3), HOURS), story(outlets(3), [1, 30, 31])],
    [
      'a second country',
      story([outlet('a', { country: 'FR' }), outlet('b', { country: 'GB' })], HOURS),
      story([outlet('a', { country: 'FR' }), outlet('b', { country: 'FR' })], HOURS),
    ],
    [
      'a second kind of outlet',
      story([outlet('a', { kind: 'agency' }), outlet('b', { kind: 'tabloid' })], HOURS),
      story([outlet('a', { kind: 'agency' }), outlet('b', { kind: 'agency' })], HOURS),
    ],
    [
      'outlets of two owners',
      story([outlet('a', { owner: 'One' }), outlet('b', { owner: 'Two' })], HOURS),
      story([outlet('a', { owner: 'One' }), outlet('b', { owner: 'One' })], HOURS),
    ],
    ['forty dead', story(outlets(3), HOURS, dead(40)), story(outlets(3), HOURS, dead(2))],
    ['two billion', story(outlets(3), HOURS, money(2e9)), story(outlets(3), HOURS, money(2e6))],
    [
      'dollars, for a sum without a rate weighs nothing',
      story(outlets(3), HOURS, money(2e9)),
      story(outlets(3), HOURS, money(2e9, 'JPY')),
    ],
  ])('puts %s first', (_, higher, lower) => {
    expect(storyRank(higher).score).toBeGreaterThan(storyRank(lower).score);
  });

  it('caps the weight of figures: no sum outweighs twice the outlets', () => {
    const huge = storyRank(story(outlets(3), HOURS, [...dead(10_000_000), ...money(1e15)]));
    expect(huge.score).toBeLessThan(storyRank(story(outlets(8), HOURS)).score);
  });

  it('halves a story that is quiet for a half-life', () => {
    const fresh = storyRank(story(outlets(3), [7, 7, 7])).score;
    expect(storyRank(story(outlets(3), [25, 25, 25])).score).toBeCloseTo(fresh / 2);
  });

  it('is 0 for what nobody tells in words of their own', () => {
    expect(storyRank(story([], HOURS)).score).toBe(0);
  });

  it('is finite and not negative for any times and figures', () => {
    const time = fc.integer({ min: NOW - 1e10, max: NOW + 1e10 });
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(time),
        time,
        fc.double({ noNaN: true }),
        (count, articleTimes, lastAt, value) => {
          const { score, factors } = storyRank({
            independent: outlets(count),
            articleTimes,
            lastAt,
            figures: dead(value),
            now: NOW,
          });
          expect(Number.isFinite(score) && score >= 0 && factors.recent <= factors.articles).toBe(true);
        },
      ),
    );
  });
});
