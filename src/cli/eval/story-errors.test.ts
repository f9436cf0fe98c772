import { describe, expect, it } from 'vitest';
import { bCubed } from './scores.ts';
import { errorLines, storyErrors } from './story-errors.ts';

const item = (articleId: string, gold: string, predicted: string) => ({
  articleId,
  gold,
  predicted,
  title: `Title of ${articleId}`,
});

const ITEMS = [
  item('a1', 'a', 'p'),
  item('a2', 'a', 'p'),
  item('b1', 'b', 'p'),
  item('b2', 'b', 'q'),
  item('c1', 'c', 'r'),
];

describe('storyErrors', () => {
  it('tells merged and split stories, the dearest first', () => {
    const errors = storyErrors(ITEMS);
    expect(errors.map(({ kind, parts }) => [kind, parts.map((part) => part.length)])).toEqual([
      ['merged', [2, 1]],
      ['split', [1, 1]],
    ]);
    expect(errors[0]?.cost).toBeCloseTo(4 / 3);
    expect(errors[1]?.cost).toBeCloseTo(1);
  });

  it('costs what B³ loses', () => {
    const { precision, recall } = bCubed(ITEMS);
    const costOf = (of: string) =>
      storyErrors(ITEMS).reduce((sum, { kind, cost }) => sum + (kind === of ? cost : 0), 0);
    expect(costOf('merged')).toBeCloseTo(ITEMS.length * (1 - precision));
    expect(costOf('split')).toBeCloseTo(ITEMS.length * (1 - recall));
  });

  it('finds none in the gold itself', () => {
    expect(storyErrors(ITEMS.map((each) => ({ ...each, predicted: each.gold })))).toEqual([]);
  });

  it('is told in lines', () => {
    const [error] = storyErrors(ITEMS);
    expect(error && errorLines('set', error)).toEqual([
      'set merged 1.33',
      '  1 a a1 Title of a1',
      '  1 a a2 Title of a2',
      '  2 b b1 Title of b1',
    ]);
  });
});
