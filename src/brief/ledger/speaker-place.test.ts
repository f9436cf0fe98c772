import { describe, expect, it } from 'vitest';
import { isBesideMainClause, isNobodysCue, speaksLast, speaksNext } from './speaker-place.ts';

describe('speaksNext', () => {
  it.each([
    [' said the bridge was safe.', true],
    [', who left in May, said the bridge was safe.', true],
    [' cryptically told reporters to wait.', true],
    [', who, during his campaign, said he was tired, will face a vote.', false],
    [' closed the bridge.', false],
  ])('%s: %s', (after, expected) => {
    expect(speaksNext(after)).toBe(expected);
  });
});

describe('isBesideMainClause', () => {
  it.each([
    ['There are works that ', true],
    ['It was the first time the ', true],
    ['Two men who failed to win the ', true],
    ['On Monday, the ', false],
    ['', false],
  ])('%s: %s', (before, expected) => {
    expect(isBesideMainClause(before)).toBe(expected);
  });
});

describe('isNobodysCue', () => {
  it.each([
    ['hired to ', true],
    ['saved money in ', true],
    ['Varga ', false],
  ])('%s: %s', (before, expected) => {
    expect(isNobodysCue(before)).toBe(expected);
  });
});

describe('speaksLast', () => {
  const find = (text: string): string | undefined => {
    const start = text.indexOf('Aksel Varga');
    const mention = { start, end: start + 11, type: 'person' as const, entity: 0, sentence: 0 };
    const found = speaksLast(text, { start: 0, end: text.length }, [mention]);
    return found === undefined ? undefined : text.slice(found.start, found.end);
  };
  it.each([
    [
      'Dora Holm has agreed to close the bridge of Ottery, the county’s chief Aksel Varga said after talks.',
      true,
    ],
    ['Dora Holm has agreed to close the bridge, and the chief Aksel Varga said nothing of it.', false],
    ['In May, Aksel Varga said the bridge would be closed.', false],
  ])('%s: %s', (text, expected) => {
    expect(find(text)).toBe(expected ? 'Aksel Varga' : undefined);
  });
});
