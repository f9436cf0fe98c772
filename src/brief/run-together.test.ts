import { describe, expect, it } from 'vitest';
import { headingRunIn, isRunTogether } from './run-together.ts';

describe('headingRunIn', () => {
  it.each([
    ['Mayor touts harbour push In her first address, the mayor of Ottery set out her plans.', 'In her'],
    ['What we know so far The council closed the bridge at Ottery after cracks were found.', 'The council'],
    ['The council closed the bridge at Ottery on Monday after cracks were found.', null],
    ['Doctors say hepatitis A is spreading in the valley, and A is hard to stop there.', null],
    ['“No more of this.” The mayor of Ottery then left the room without a further word.', null],
  ])('%s', (text, rest) => {
    expect(headingRunIn(text)).toBe(rest === null ? 0 : text.indexOf(rest));
  });
});

describe('isRunTogether', () => {
  const article = 'Lindqvist lost the election. The Ballot of May was close. YouTube showed it.';
  it.each([
    ['The mayor spoke for an hour, longer than planned.At one point a man shouted.', true],
    ['Dora LindqvistBallot said that the vote was lost in the valley towns.', true],
    ['Dora LindqvistRovers said that the vote was lost in the valley towns.', false],
    ['The council met after the electionLindqvist lost and went home again.', true],
    ['The film was shown on YouTube on Monday, the council of Ottery said.', false],
    ['The council closed the bridge at Ottery on Monday.', false],
  ])('%s', (text, expected) => {
    expect(isRunTogether(text, article)).toBe(expected);
  });
});
