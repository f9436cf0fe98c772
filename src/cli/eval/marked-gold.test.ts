import { expect, it } from 'vitest';
import { markedDates, markedSentences } from './marked-gold.ts';

it('reads sentences between marks, with and without a blank, and over line breaks', () => {
  const { language, text, sentences } = markedSentences('en One. ‖ Two.‖Three¶Four.', 'x-1');
  expect(language).toBe('en');
  expect(text).toBe('One. Two.Three\nFour.');
  expect(sentences.map(([start, end]) => text.slice(start, end))).toEqual(['One.', 'Two.', 'Three', 'Four.']);
});

it('reads times in brackets, those of a span with their end', () => {
  const line = 'en 2026-03-12T09:30 On [Friday|2026-03-06|day] of [2015-16|2015|year|2016].';
  const { text, publishedAt, references } = markedDates(line, 'x-1');
  expect(publishedAt).toBe('2026-03-12T09:30:00.000Z');
  expect(text).toBe('On Friday of 2015-16.');
  expect(references).toEqual([
    { start: 3, end: 9, at: '2026-03-06T00:00:00.000Z', precision: 'day' },
    {
      start: 13,
      end: 20,
      at: '2015-01-01T00:00:00.000Z',
      precision: 'year',
      until: '2016-01-01T00:00:00.000Z',
    },
  ]);
});
