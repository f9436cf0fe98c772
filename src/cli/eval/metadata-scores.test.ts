import { describe, expect, it } from 'vitest';
import { sameByline, sameTitle } from './metadata-scores.ts';

describe('sameTitle', () => {
  it.each([
    ['Dam fails above Quellmouth', 'Dam fails above Quellmouth'],
    ['Dam fails above Quellmouth | The Paper', 'Dam fails above Quellmouth'],
    ['“Dam fails” – mayor', '"Dam fails" - mayor'],
  ])('takes %j and %j for one', (stated, read) => {
    expect(sameTitle(stated, read)).toBe(true);
  });
  it.each([
    ['Dam fails above Quellmouth', 'Dam fails'],
    ['Dam fails above Quellmouth', ''],
    ['Dam fails', 'Dam fails above Quellmouth'],
  ])('takes %j and %j for two', (stated, read) => {
    expect(sameTitle(stated, read)).toBe(false);
  });
});

describe('sameByline', () => {
  it.each([
    ['By\n  Ann Lee', 'Ann Lee', true],
    ['By Ann Lee\n March 25, 2015', 'Ann Lee', true],
    ['Ann Lee', 'Bo Ray', false],
    ['Ann Lee', null, false],
    ['April 28, 2019 at 6:01 am', 'Ann Lee', null],
  ])('compares %j with %j', (stated, read, same) => {
    expect(sameByline(stated, read)).toBe(same);
  });
});
