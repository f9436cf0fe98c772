import { describe, expect, it } from 'vitest';
import { halvesByTime } from './eval-stories.ts';

describe('halvesByTime', () => {
  it('keeps a story whole in the half in which it begins', () => {
    const item = (gold: string, publishedAt: number) => ({ gold, predicted: gold, publishedAt });
    const [first, second] = halvesByTime([item('a', 9), item('a', 1), item('b', 5), item('b', 5)]);
    expect(first.map(({ gold }) => gold)).toEqual(['a', 'a']);
    expect(second.map(({ gold }) => gold)).toEqual(['b', 'b']);
  });
});
