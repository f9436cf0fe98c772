import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import type { DateReference } from '../../core/annotation.ts';
import { indexStory } from '../ledger/index-story.ts';
import { isDayOver, leavesOpen, wasOnceExpected } from './still-open.ts';

const LEAD = 'The council of Ottery closed the river bridge after cracks were found in a pillar.';
const NEWEST = '2026-03-12T09:00:00Z';

/** The last sentence of an article of `at` in a story whose newest report is of 12 March, with the days it names. */
function lastSentence(text: string, at: string, days: readonly (readonly [string, string])[] = []) {
  const plain = ledgerArticle({
    id: 'a',
    outlet: 'North Press',
    title: 'Ottery bridge closed',
    at,
    sentences: [
      { role: 'main', text: LEAD },
      { role: 'current-context', text },
    ],
  });
  const dates = days.map(([written, day]): DateReference => {
    const start = plain.article.text.indexOf(written);
    return {
      start,
      end: start + written.length,
      at: Date.parse(day),
      precision: 'day',
      sentence: 1,
    };
  });
  const newest = ledgerArticle({
    id: 'b',
    outlet: 'Courier',
    title: 'Bridge of Ottery stays closed',
    at: NEWEST,
    sentences: [{ role: 'main', text: 'The river bridge of Ottery stays closed, the council said.' }],
  });
  const index = indexStory(briefInput([{ ...plain, annotation: { ...plain.annotation, dates } }, newest]));
  return { index, sentence: index.sentences.find((one) => one.text === text)! };
}

describe('leavesOpen', () => {
  const text = 'It was not immediately clear how long the repair of the bridge would take.';
  it.each([
    ['a report of the last day', '2026-03-11T09:00:00Z', true],
    ['a report two days older than the newest one', '2026-03-10T09:00:00Z', false],
  ])('in %s', (_, at, expected) => {
    const { index, sentence } = lastSentence(text, at);
    expect(leavesOpen(index, sentence)).toBe(expected);
  });

  it('not of what was unknown at an earlier event', () => {
    const earlier = 'On 3 May 2019 it was not clear how long the repair of the bridge would take.';
    const { index, sentence } = lastSentence(earlier, NEWEST, [['3 May 2019', '2019-05-03']]);
    expect(leavesOpen(index, sentence)).toBe(false);
  });
});

describe('isDayOver', () => {
  const forecast = 'Dora Lindqvist said the ferry would sail from Monday until Tuesday.';
  it.each<[string, string, readonly (readonly [string, string])[], boolean]>([
    [
      'both days past by the newest report',
      '2026-03-08T09:00:00Z',
      [
        ['Monday', '2026-03-09'],
        ['Tuesday', '2026-03-10'],
      ],
      true,
    ],
    [
      'one of two days still ahead',
      '2026-03-08T09:00:00Z',
      [
        ['Monday', '2026-03-09'],
        ['Tuesday', '2026-03-17'],
      ],
      false,
    ],
    ['no day named', '2026-03-08T09:00:00Z', [], false],
    ['a day past that the newest report itself names', NEWEST, [['Monday', '2026-03-09']], false],
  ])('%s', (_, at, days, expected) => {
    const { index, sentence } = lastSentence(forecast, at, days);
    expect(isDayOver(index, sentence)).toBe(expected);
  });
});

describe('wasOnceExpected', () => {
  it.each([
    ['The bridge was originally due to reopen before the summer.', true],
    ['The mayor had promised that the ferry would be free.', true],
    ['The works were expected to take a week.', true],
    ['Engineers said in 2019 that the pillar would last for a century.', true],
    ['For months the council hoped that the state would pay.', true],
    ['The state would have paid for the repair, Varga said.', true],
    ['What the engineers predicted never happened, Varga said.', true],
    ['Varga said the bridge will reopen before the summer.', false],
    ['The council expects that the state will pay.', false],
    ['Engineers predicted the pillar will last for a century.', false],
    ['Lindqvist vowed to rebuild the bridge.', false],
  ])('%s: %s', (text, expected) => {
    expect(wasOnceExpected(text)).toBe(expected);
  });
});
