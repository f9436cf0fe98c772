import { describe, expect, it } from 'vitest';
import { isCasualtyWord } from './figure-class.ts';
import { isGeneric, isMoney } from './figure-label.ts';

describe('isGeneric', () => {
  it.each([
    ['percent', 'currency', true],
    ['USD', null, true],
    ['count', null, true],
    ['count', 'days', true],
    ['count', 'marcher', false],
    ['count', 'killed', false],
  ])('%s of %s → %s', (unit, name, expected) => {
    expect(isGeneric(unit, name)).toBe(expected);
  });
});

describe('isMoney', () => {
  it('knows currencies from units of measure', () => {
    expect(['EUR', 'km', 'count', 'percent'].map(isMoney)).toEqual([true, false, false, false]);
  });
});

describe('isCasualtyWord', () => {
  it('tells what became of people from who they are', () => {
    expect(['dead', 'officers'].map(isCasualtyWord)).toEqual([true, false]);
  });
});
