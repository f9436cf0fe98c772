import { describe, expect, it } from 'vitest';
import { recurringKind } from './recurring-item.ts';
import { repeatedItems, titleSkeleton } from './title-skeleton.ts';

const DAY = 86_400_000;

describe('recurringKind', () => {
  it.each([
    ['Sunday quiz: ten questions on tides', 'quiz'],
    ['Quick crossword No 77', 'puzzle'],
    ['Horoscope for Tuesday', 'horoscope'],
    ['Lotto: winning numbers for Wednesday', 'lottery'],
    ['Northport v Eastmere live score', 'live-scores'],
    ['Your Thursday Briefing', 'newsletter'],
    ['The harvest fair – in pictures', 'gallery'],
    ['What’s on TV tonight', 'tv-schedule'],
    ['Correction: Mayor-Budget story', 'correction'],
    ['On this day: the first tram', 'listing'],
  ])('calls "%s" %s', (title, kind) => {
    expect(recurringKind({ title, text: '' })).toBe(kind);
  });

  it.each([
    'Police quiz driver after crash',
    'Crossword setter dies aged 90',
    'Lottery winner buys the village pub',
    'Press briefing cancelled after threats',
    'Photos show extent of the damage',
    'Market correction deepens',
    'Live: thousands flee as dam bursts',
  ])('leaves "%s" alone', (title) => {
    expect(recurringKind({ title, text: '' })).toBeNull();
  });

  it('knows a letter to readers by its head, not by an invitation at its end', () => {
    const invitation = 'Sign up to get this newsletter. Good evening, and see our briefing.';
    const head = `Good morning. Welcome to this newsletter. ${'The council met. '.repeat(50)}`;
    expect(recurringKind({ title: 'Harbour talks resume', text: head })).toBe('newsletter');
    const report = `${'The council met. '.repeat(50)}${invitation}`;
    expect(recurringKind({ title: 'Harbour talks resume', text: report })).toBeNull();
  });

  it('knows horoscopes and puzzles by their text', () => {
    const signs = ['Aries', 'Taurus', 'Gemini', 'Cancer', 'Leo', 'Virgo'].map((sign) => `${sign}: be kind.`);
    expect(recurringKind({ title: 'The week ahead', text: signs.join('\n') })).toBe('horoscope');
    expect(recurringKind({ title: 'No. 12', text: '1 across, 4 down, 9 across' })).toBe('puzzle');
  });
});

describe('titleSkeleton', () => {
  it.each([
    ['Harbour report for Monday, 3 May', 'harbour report for #'],
    ['Harbour report for Friday, 14 June 2024', 'harbour report for #'],
    ['Markets at 9:30: shares up 2%', 'markets at # shares up #'],
    ['Live', null],
  ])('takes what changes out of "%s"', (title, skeleton) => {
    expect(titleSkeleton(title)).toBe(skeleton);
  });
});

describe('repeatedItems', () => {
  const item = (articleId: string, day: number, outletId = 'a.example') => ({
    articleId,
    outletId,
    skeleton: 'harbour report for #',
    publishedAt: day * DAY,
  });

  it('finds what one outlet uses on three days, not on two, and not what three outlets use once', () => {
    expect([...repeatedItems([item('1', 1), item('2', 2), item('3', 3)])]).toEqual(['1', '2', '3']);
    expect(repeatedItems([item('1', 1), item('2', 2), item('3', 2)]).size).toBe(0);
    expect(
      repeatedItems([item('1', 1, 'a.example'), item('2', 2, 'b.example'), item('3', 3, 'c.example')]).size,
    ).toBe(0);
  });
});
