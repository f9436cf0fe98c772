import { describe, expect, it } from 'vitest';
import { findWireCredit } from './wire-credit.ts';

describe('findWireCredit', () => {
  it.each<[string, string | null, string | null]>([
    ['LONDON (Reuters) - Prices rose.', null, 'Reuters'],
    ['BRASOV, Romania (AP) — Prices rose.', null, 'AP'],
    ['MERIN (North Press) — Prices rose.', 'Ada Holt', 'North Press'],
    ['MERIN (Nordlys) - Prices rose.', null, 'Nordlys'],
    ['Prices rose.\nWages fell.\n— North Press', null, 'North Press'],
    ['Prices rose.\nThe Associated Press contributed to this report.', null, 'The Associated Press'],
    ['Prices rose.', 'Associated Press', 'Associated Press'],
    ['Prices rose.', 'From North Press', 'North Press'],
    ['Prices rose.', 'Ada Holt, Associated Press', 'Associated Press'],
    ['Prices rose, Reuters reported.', 'Ada Holt', null],
    ['The senator (Ohio) left.', null, null],
    ['', '', null],
  ])('%s by %s', (text, byline, expected) => {
    expect(findWireCredit(text, byline)).toBe(expected);
  });
});
