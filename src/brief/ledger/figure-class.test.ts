import { describe, expect, it } from 'vitest';
import type { Figure } from '../../core/annotation.ts';
import { figureClass, figuresAgree } from './figure-class.ts';

function figure(
  sentence: string,
  written: string,
  counted: string | null,
  changes: Partial<Figure> = {},
): Figure {
  const start = sentence.indexOf(written);
  return {
    start,
    end: start + written.length,
    value: Number(/\d+/.exec(written)?.[0] ?? 0),
    high: null,
    unit: 'count',
    counted,
    modifier: 'exactly',
    partial: false,
    asOf: null,
    speaker: null,
    speakerEntity: -1,
    sentence: 0,
    ...changes,
  };
}

describe('figureClass', () => {
  it.each([
    ['At least 31 people were killed in the fire.', '31', 'people', 'killed'],
    ['The fire left 31 dead on the island.', '31', 'dead', 'killed'],
    ['The toll from a fire on a night ferry rose to 38 on Friday.', '38', null, 'killed'],
    ['In all 52 were injured near the ministry.', '52', null, 'injured'],
    ['Police said 14 officers were injured.', '14', 'injured', 'injured offic'],
    ['Police said 14 officers were on duty.', '14', 'officers', 'offic'],
    ['The ship had 412 people on board, and many were killed.', '412', 'people', 'peopl'],
    ['Patients of 19 hospitals took part.', '19', 'hospitals', 'hospit'],
    ['The vote was 31 to 12.', '31', null, null],
  ])('%s', (sentence, written, counted, expected) => {
    expect(figureClass(figure(sentence, written, counted), sentence, 0)).toBe(expected);
  });
});

describe('figuresAgree', () => {
  const of = (value: number, changes: Partial<Figure> = {}): Figure =>
    figure('x', 'x', null, { value, ...changes });
  it.each([
    ['equal', of(31), of(31), true],
    ['different', of(31), of(38), false],
    ['a lower bound and another', of(31, { modifier: 'at-least' }), of(38), false],
    ['inside a range', of(35), of(30, { high: 40 }), true],
    ['rounded', of(5120), of(5000, { modifier: 'about' }), true],
    ['out by ten', of(31), of(310, { modifier: 'about' }), false],
  ])('%s', (_, a, b, expected) => {
    expect(figuresAgree(a, b)).toBe(expected);
    expect(figuresAgree(b, a)).toBe(expected);
  });
});
