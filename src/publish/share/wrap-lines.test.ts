import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-lines.ts';

/** Every letter is half as wide as it is high, as in a typewriter. */
const measure = (text: string) => text.length / 2;
const box = (width: number, ...sizes: readonly (readonly [number, number])[]) => ({ width, sizes });

describe('wrapText', () => {
  it.each([
    // Ten letters of size 20 fill 100.
    ['one two', box(100, [20, 2]), 20, ['one two']],
    ['one two three', box(100, [20, 2]), 20, ['one two', 'three']],
    // At 40 there would be three lines where two fit, so the next size is taken.
    ['one two three', box(100, [40, 2], [20, 2]), 20, ['one two', 'three']],
    ['one  two\n three ', box(100, [20, 2]), 20, ['one two', 'three']],
    ['one two three four five', box(100, [20, 2]), 20, ['one two', 'three four…']],
    ['one two, three', box(100, [20, 1]), 20, ['one two…']],
    ['incomprehensibilities', box(100, [20, 1]), 20, ['incompreh…']],
    ['', box(100, [20, 1]), 20, ['']],
  ] as const)('%j', (text, place, size, lines) => {
    expect(wrapText(text, place, measure)).toEqual({ size, lines });
  });

  it('never gives more lines than fit, nor wider ones by more than an ellipsis', () => {
    for (let words = 0; words < 60; words++) {
      const text = Array.from({ length: words }, (_, index) => 'w'.repeat((index * 7) % 13)).join(' ');
      const { size, lines } = wrapText(text, box(100, [24, 2], [16, 3], [10, 4]), measure);
      expect(lines.length).toBeLessThanOrEqual({ 24: 2, 16: 3, 10: 4 }[size] ?? 0);
      for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(100 + measure('…') * size);
    }
  });
});
