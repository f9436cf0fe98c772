import { describe, expect, it } from 'vitest';
import { topic } from '../../test/builders/stored.ts';
import type { Annotation, Entity, MentionType } from '../core/annotation.ts';
import type { NamedTopic } from '../core/topic.ts';
import { candidateKeys, gatherCandidates } from './gather-candidates.ts';

function annotationOf(names: readonly (readonly [string, MentionType])[]): Annotation {
  const entities = names.map(([name, type]): Entity => ({ name, type, mentions: 1 }));
  return {
    articleId: 'a',
    language: 'en',
    sentences: [],
    entities,
    mentions: [],
    descriptions: [],
    figures: [],
    quotes: [],
    dates: [],
    loadedWords: [],
    tone: [],
    wireCredit: null,
  };
}

function named(id: string, weight: number): NamedTopic {
  return { topic: topic(id, { type: 'other', qid: id }), weight, prior: 1 };
}

describe('candidateKeys', () => {
  it('lets a short name stand for a longer one of the article', () => {
    const keys = candidateKeys(
      annotationOf([
        ['Ida Brandt', 'person'],
        ['Brandt', 'person'],
        ['Ida', 'person'],
        ['Brandtson', 'person'],
      ]),
    );
    expect(
      keys.map((one) => one.keys.filter(({ match }) => match === 'fuller').map(({ key }) => key)),
    ).toEqual([[], ['ida brandt'], ['ida brandt'], []]);
  });
});

describe('gatherCandidates', () => {
  const wanted = [
    {
      entity: 3,
      keys: [
        { key: 'ida brandt', match: 'full' },
        { key: 'brandt', match: 'last' },
      ],
      isPlace: false,
      isInitials: false,
    },
  ] as const;

  it('keeps a topic once, by the fullest form of the name', () => {
    const found = new Map([
      ['brandt', [named('Q1', 5), named('Q2', 1)]],
      ['ida brandt', [named('Q1', 5)]],
    ]);
    const gathered = gatherCandidates(wanted, found);
    expect(
      gathered.map(({ entity, topics }) => [entity, topics.map((one) => [one.topic.id, one.match])]),
    ).toEqual([
      [
        3,
        [
          ['Q1', 'full'],
          ['Q2', 'last'],
        ],
      ],
    ]);
  });

  it('takes no common noun for a name', () => {
    const noun = named('Q7', 9);
    const found = new Map([
      ['brandt', [{ ...noun, topic: { ...noun.topic, title: 'firebrand' } }, named('Q1', 1)]],
    ]);
    expect(gatherCandidates(wanted, found)[0]?.topics.map((one) => one.topic.id)).toEqual(['Q1']);
  });

  it('keeps the heaviest of very many', () => {
    const many = Array.from({ length: 200 }, (_, at) => named(`Q${at + 1}`, at));
    const topics = gatherCandidates(wanted, new Map([['ida brandt', many]]))[0]?.topics ?? [];
    expect(topics.length).toBeLessThan(50);
    expect(topics[0]?.topic.id).toBe('Q200');
  });

  it.each([
    // What is told as a person's or as no place's name means no town of the name, but may mean a city.
    ['Brandt', 'other', 'Brandt', null, 30, false],
    ['Brandt', 'person', 'Brandt', null, 30, false],
    ['Brandt', 'other', 'Brandt', null, 300, true],
    ['Brandt', 'other', 'Brandt', 'Q7', 30, true],
    ['Brandt', 'place', 'Brandt', null, 30, true],
    // Initials are no spelling of a town; they may be its name in capitals, or a country's short form (which has a Wikidata id).
    ['DAKA', 'organisation', 'Dakar', null, 300, false],
    ['DAKA', 'place', 'Daka', null, 300, true],
    ['DAKA', 'place', 'Dakaland', 'Q7', 300, true],
    ['Daka', 'place', 'Dakar', null, 300, true],
  ] as const)(
    'a name %s told as %s may mean the place %s (%s) of weight %d: %s',
    (name, type, title, qid, weight, may) => {
      const keys = candidateKeys(annotationOf([[name, type]]));
      const place = { topic: topic('Q7', { type: 'place', qid, title }), weight, prior: 1 };
      const found = new Map([[name.toLowerCase(), [place]]]);
      expect(gatherCandidates(keys, found)[0]?.topics.map((one) => one.topic.id)).toEqual(may ? ['Q7'] : []);
    },
  );
});
