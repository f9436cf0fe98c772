import { describe, expect, it } from 'vitest';
import { isBoilerplate } from './boilerplate.ts';

describe('isBoilerplate', () => {
  it.each([
    'Follow us for more.',
    'Read more: what the dam means for Merin',
    'Copyright 2026 North Press. All rights reserved.',
    'Sign up for our newsletter',
    '(Reporting by Ada Holt; editing by Jo Lund)',
    'Related: the flood in pictures',
    'A file photo of the dam at Merin.',
    'The dam before it burst (Photo by Ada Holt)',
    'Ilse Varga in Merin last year. Ada Holt/Getty Images',
    'Ilse Varga, pictured in May, leads the ministry.',
    'Get our newsletter every morning.',
  ])('knows %s', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'They follow us to the river.',
    'Photos of the dam were shown on Monday.',
    'The copyright law was changed.',
    '',
  ])('keeps %s', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });
});
