import { describe, expect, it } from 'vitest';
import { storyLife } from './story-life.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 0, 10);

describe('storyLife', () => {
  it.each([
    ['emerging', 2, 1, 2],
    ['developing', 2, 1, 3],
    ['developing', 30, 1, 1],
    ['developing', 400, 47, 9],
    ['quiet', 400, 49, 9],
    ['quiet', 400, 167, 9],
    ['closed', 400, 169, 9],
  ])('%s: first %d hours ago, last %d, by %d outlets', (life, first, last, independentOutlets) => {
    expect(
      storyLife({ firstAt: NOW - first * HOUR, lastAt: NOW - last * HOUR, independentOutlets }, NOW),
    ).toBe(life);
  });
});
