import { describe, expect, it } from 'vitest';
import { cleanByline } from './clean-byline.ts';
import { headlineOf, withoutSiteName } from './clean-title.ts';

describe('cleanByline', () => {
  it.each([
    ['By Ann Lee', 'Ann Lee'],
    ['Written by: Ann Lee and Bo Ray', 'Ann Lee and Bo Ray'],
    ['Ann Lee, Political Correspondent', 'Ann Lee'],
    ['Ann Lee | Updated 10:30', 'Ann Lee'],
    ['ann.lee@paper.example Ann Lee', 'Ann Lee'],
    ['Byron Marsh', 'Byron Marsh'],
    ['https://paper.example/authors/7', null],
    ['By', null],
    ['', null],
    [null, null],
  ])('makes of %j %j', (raw, expected) => {
    expect(cleanByline(raw)).toBe(expected);
  });
});

describe('withoutSiteName', () => {
  it.each([
    ['Dam fails in storm | The Paper', 'The Paper', 'Dam fails in storm'],
    ['The Paper - Dam fails in storm', 'The Paper', 'Dam fails in storm'],
    ['Dam fails – live updates', 'The Paper', 'Dam fails – live updates'],
    ['Dam fails - paper.example', null, 'Dam fails'],
    ['The Paper', 'The Paper', 'The Paper'],
  ])('makes of %j (site %j) %j', (title, site, expected) => {
    expect(withoutSiteName(title, site, 'www.paper.example')).toBe(expected);
  });
});

describe('headlineOf', () => {
  it('cuts a short last part when a headline is left', () => {
    expect(headlineOf('Dam fails in winter storm | Daily Gazette', null, 'x.example')).toBe(
      'Dam fails in winter storm',
    );
  });
  it('keeps a short title whole', () => {
    expect(headlineOf('Storm | Gazette', null, 'x.example')).toBe('Storm | Gazette');
  });
});
