import { describe, expect, it } from 'vitest';
import { isDateOfEvent } from './entry-date.ts';

describe('isDateOfEvent', () => {
  it.each<[string, string, boolean]>([
    ['The council closed the bridge in May 2019.', 'May 2019', true],
    ['In May 2019 the council closed the bridge.', 'May 2019', true],
    ['When the bridge fell in 1931, the council of Ottery built a ferry.', '1931', true],
    ['An inquiry concluded in 2012 that the bridge was unsafe.', '2012', true],
    ['The council picked Dora Holm, appointed after Aksel Varga resigned last year.', 'last year', false],
    [
      'The demand was made days after a paper named a man who met the mayor in the summer of 2016.',
      'summer of 2016',
      false,
    ],
    ['An engineer described last year’s collapse of the bridge.', 'last year', false],
    ['Varga then called on the county to find money by March 5.', 'March 5', false],
    ['The papers include an October 2016 application to the county.', 'October 2016', false],
    ['The mayor posted a photograph of Holm at the bridge in 2013.', '2013', false],
    ['Holm was charged by Aksel Varga, a lawyer named by the council in 2017.', '2017', false],
  ])('%s %s: %s', (text, written, expected) => {
    const start = text.indexOf(written);
    const date = { start, end: start + written.length, at: 0, precision: 'year' as const, sentence: 0 };
    expect(isDateOfEvent(text, { start: 0, end: text.length }, date)).toBe(expected);
  });
});
