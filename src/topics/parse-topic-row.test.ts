import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../nlp/normalise-name.ts';
import { addTitleCounts, parseTitleCounts } from './parse-title-counts.ts';
import { parseTopicRow } from './parse-topic-row.ts';

function parse(row: object) {
  const result = parseTopicRow(JSON.stringify(row));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('parseTopicRow', () => {
  it('reads a row of the own format', () => {
    const { topic, aliases } = parse({
      qid: 'Q990001',
      label: 'Harbour Council',
      description: 'body that runs the port',
      extract: 'The Harbour Council runs the port of Quellmouth.',
      types: ['organisation'],
      aliases: ['The HC', 'Harbour Council'],
      wikipedia: 'https://en.wikipedia.org/wiki/Harbour_Council',
      source: 'Invented base',
      licence: 'CC0-1.0',
      asOf: '2025-12-01',
    });
    expect(topic).toEqual({
      id: 'Q990001',
      slug: 'harbour-council',
      title: 'Harbour Council',
      type: 'organisation',
      qid: 'Q990001',
      description: 'body that runs the port',
      extract: 'The Harbour Council runs the port of Quellmouth.',
      wikipediaUrl: 'https://en.wikipedia.org/wiki/Harbour_Council',
      imageUrl: null,
      source: 'Invented base',
      licence: 'CC0-1.0',
      asOf: '2025-12-01',
      revision: null,
      picture: null,
      origin: 'base',
    });
    expect(aliases.map(({ name, key }) => [name, key])).toEqual([
      ['Harbour Council', 'harbour council'],
      ['The HC', 'hc'],
    ]);
    expect(aliases[0]!.weight).toBeGreaterThan(aliases[1]!.weight);
  });

  it('describes a place by its country', () => {
    const row = {
      qid: 'Q990002',
      label: 'Quellmouth',
      type: 'city',
      country: 'FR',
      lat: 1,
      lon: 2,
      population: 50_000,
    };
    expect(parse(row).topic).toMatchObject({ type: 'place', description: 'city in France' });
    expect(parse({ ...row, type: 'capital' }).topic.description).toBe('capital of France');
    expect(parse({ ...row, type: 'adm2' }).topic.description).toBe('town in France');
    expect(parse({ ...row, country: 'ZZZ' }).topic.description).toBeNull();
  });

  it('lets the larger of two places of one name weigh more', () => {
    const weight = (population: number) =>
      parse({ label: 'Brandt', type: 'city', country: 'FR', lat: 1, lon: 2, population }).aliases[0]!.weight;
    expect(weight(2_000_000)).toBeGreaterThan(weight(30_000));
  });

  it.each([
    [['Q215627'], 'person'],
    [['Q43229', 'Q27096213'], 'place'],
    [['country'], 'place'],
    [['ORG'], 'organisation'],
    [['event', 'work'], 'event'],
    [['Q12737077'], 'other'],
    [[], 'other'],
  ])('takes the types %j for %s', (types, type) => {
    expect(parse({ label: 'X1', types }).topic.type).toBe(type);
  });

  it('gives a row without a Wikidata id a stable id of its own', () => {
    const first = parse({ label: 'Ann Lee', types: ['person'] }).topic;
    expect(first.id).toBe(
      parse({ qid: null, label: 'Ann  Lee', types: ['person'], description: 'x' }).topic.id,
    );
    expect(first.id).not.toBe(parse({ label: 'Ann Lee', types: ['place'] }).topic.id);
    expect(first.qid).toBeNull();
  });

  it.each([['{"label":'], ['[]'], ['7'], ['{}'], ['{"label":""}'], ['{"label":"!!"}'], ['{"label":7}']])(
    'refuses %s',
    (line) => {
      const result = parseTopicRow(line);
      expect(result.ok ? null : result.error.code).toBe('topics/bad-row');
    },
  );

  it('never throws, and every alias has a key and a weight', () => {
    const row = fc.record({
      qid: fc.oneof(fc.constant('Q5'), fc.jsonValue()),
      label: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      aliases: fc.oneof(fc.array(fc.string({ unit: 'binary' })), fc.jsonValue()),
      types: fc.jsonValue(),
      country: fc.oneof(fc.string(), fc.jsonValue()),
      population: fc.jsonValue(),
      lat: fc.jsonValue(),
      lon: fc.jsonValue(),
      meta: fc.jsonValue(),
      sources: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(row, fc.jsonValue()), (value) => {
        const result = parseTopicRow(JSON.stringify(value));
        if (!result.ok) return true;
        const { topic, aliases } = result.value;
        return (
          topic.slug !== '' &&
          aliases.length > 0 &&
          aliases.every(({ key, weight, name }) => key === normaliseName(name) && key !== '' && weight > 0)
        );
      }),
    );
  });
});

describe('parseTitleCounts', () => {
  it('adds counted names to a row', () => {
    const counts = parseTitleCounts(
      JSON.stringify({
        Quellmouth: { qid: 'Q990002', count: 9, surfaces: { Quellmouth: 6, 'the harbour town': 3 } },
        Nameless: { qid: null, count: 1, surfaces: { x: 1 } },
      }),
    );
    if (!counts.ok) throw new Error('not read');
    const row = parse({ qid: 'Q990002', label: 'Quellmouth', types: ['place'] });
    const before = row.aliases[0]!.weight;
    expect(addTitleCounts(row, counts.value).aliases).toEqual([
      { name: 'Quellmouth', key: 'quellmouth', weight: before + 6 },
      { name: 'the harbour town', key: 'harbour town', weight: 3 },
    ]);
  });

  it.each([['[]'], ['{"a'], ['null']])('refuses %s', (json) => {
    expect(parseTitleCounts(json).ok).toBe(false);
  });

  it('leaves odd entries out', () => {
    expect(parseTitleCounts('{"A":7,"B":{"qid":"Q1"},"C":{"qid":"Q2","surfaces":{"x":"y"}}}')).toEqual({
      ok: true,
      value: new Map([['Q2', []]]),
    });
  });
});
