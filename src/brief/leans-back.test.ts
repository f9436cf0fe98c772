import { describe, expect, it } from 'vitest';
import { leansBack, leansOnPronoun } from './leans-back.ts';

describe('leansBack', () => {
  it.each([
    ['With that, four members of the council left the hall.', true],
    ['Also on Monday, the council of Ottery closed the ferry.', true],
    ['In a further letter, Varga asked the council for money.', true],
    ['Unwilling to accept that outcome, the council met again.', true],
    ['It is unclear whether Varga would take such an extraordinary step.', true],
    ['The council issued the same warning in the summer.', true],
    ['Mr. Varga said that is the question of the year.', true],
    ['The council passed it in December.', true],
    ['The document is said to allege that the council lied.', true],
    ['The candidate was not identified.', true],
    ['The two senators are under pressure from the council.', true],
    ['The council met in Ottery this week.', false],
    ['Those who live by the river were told to leave.', false],
    ['The letter of Dora Holm was read to the council.', false],
    ['The suspect, Aksel Holm, was taken to Ottery.', false],
    ['“That is such a pity,” Dora Holm said of the bridge.', false],
    ['Varga said the bridge will not be repaired.', false],
  ])('%s: %s', (text, expected) => {
    expect(leansBack(text)).toBe(expected);
  });
});

describe('leansOnPronoun', () => {
  it.each<[string, string, boolean]>([
    ['nobody before it', 'Authorities say he was armed.', true],
    ['a person before it', 'Dora Holm said she was tired.', false],
    ['a person without a name', 'A protester who was hurt said she would return.', false],
    ['a name behind an opening clause', 'After he left the hall, Aksel Holm was arrested.', false],
    ['somebody’s quoted words', 'The council heard that “he was armed”.', false],
  ])('%s', (_, text, expected) => {
    const people = [...text.matchAll(/(?:Dora|Aksel) Holm/g)].map(({ index }) => index);
    expect(leansOnPronoun(text, people)).toBe(expected);
  });
});
