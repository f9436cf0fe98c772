import { describe, expect, it } from 'vitest';
import type { MentionType } from '../../src/core/annotation.ts';
import type { NamedTopic } from '../../src/core/topic.ts';
import { AT, FEATURES } from '../../src/topics/link-features.ts';
import { readLinkModel, scoreRow } from '../../src/topics/link-model.ts';
import { averageLinkModels, type FitOptions, fitLinkModel } from '../../tools/train/fit-link-model.ts';
import { topicTitled } from '../../tools/train/topic-contexts.ts';
import { topic } from '../builders/stored.ts';

function rowOf(at: number, value: number): Float64Array {
  const row = new Float64Array(FEATURES.length);
  row[at] = value;
  return row;
}

describe('averageLinkModels', () => {
  it('scores as the mean of the networks it joins', () => {
    const rows = [rowOf(AT.prior, 0.9), rowOf(AT.prior, 0.1), rowOf(AT.none, 1)];
    const options: FitOptions = { hidden: 3, epochs: 5, rate: 0.05, l2: 0, seed: 1, without: new Set() };
    const models = [1, 2].map((seed) => fitLinkModel([{ rows, right: 0, weight: 1 }], { ...options, seed }));
    const [one, two] = models.map(readLinkModel);
    const joined = readLinkModel(averageLinkModels(models));
    if (one === undefined || two === undefined) throw new Error('two networks were fitted');
    expect(scoreRow(one, rows[0] as Float64Array)).not.toBeCloseTo(scoreRow(two, rows[0] as Float64Array), 3);
    for (const row of rows)
      expect(scoreRow(joined, row)).toBeCloseTo((scoreRow(one, row) + scoreRow(two, row)) / 2, 3);
  });
});

describe('topicTitled', () => {
  const named = (id: string, title: string, type: MentionType, prior: number): NamedTopic => ({
    topic: { ...topic(id, { type, qid: id }), title },
    weight: 100 * prior,
    prior,
  });
  const cases: [string, string, NamedTopic[], string | null][] = [
    ['a title that means one topic', 'halvik', [named('Q1', 'Halvik', 'other', 0.9)], 'Q1'],
    [
      'a place whose title is the alias of others',
      'halvik',
      [named('Q1', 'Halvik', 'place', 0.4), named('Q2', 'Halvik Rovers', 'organisation', 0.6)],
      'Q1',
    ],
    [
      'a full name that is the alias of another',
      'ida halvik',
      [named('Q1', 'Ida Halvik', 'person', 0.4), named('Q2', 'Ida Halvik Prize', 'event', 0.6)],
      'Q1',
    ],
    [
      'a lone first name',
      'ida',
      [named('Q1', 'Ida', 'person', 0.4), named('Q2', 'Ida Halvik', 'person', 0.6)],
      null,
    ],
    [
      'two places of one title',
      'halvik',
      [named('Q1', 'Halvik', 'place', 0.5), named('Q2', 'Halvik', 'place', 0.5)],
      null,
    ],
    [
      'a title that mostly means something else',
      'halvik',
      [named('Q1', 'Halvik', 'place', 0.1), named('Q2', 'Norrland', 'place', 0.9)],
      null,
    ],
  ];
  it.each(cases)('%s', (_case, key, list, id) => {
    expect(topicTitled(key, list)?.topic.id ?? null).toBe(id);
  });
});
