import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityFilter, parseWikidataEntity } from './parse-wikidata-entity.ts';

const ALL: EntityFilter = { languages: ['en', 'uk'], types: null, minSitelinks: 0 };
const COUNTRIES = new Map([['Q9900001', 'XV']]);

const value = (content: unknown, more: object = {}) => ({
  mainsnak: { snaktype: 'value', datavalue: { value: content } },
  rank: 'normal',
  ...more,
});
const item = (id: string) => value({ 'entity-type': 'item', id });

/** An entity in the form of the dump; everything in it is invented. */
function entity(more: object = {}) {
  return {
    type: 'item',
    id: 'Q9900100',
    labels: {
      en: { language: 'en', value: 'Quellmouth' },
      uk: { language: 'uk', value: 'Квельмут' },
      ja: { language: 'ja', value: 'クヴェルマウス' },
    },
    descriptions: { en: { language: 'en', value: 'port city in Varland' } },
    aliases: {
      en: [
        { language: 'en', value: 'Port Quell' },
        { language: 'en', value: 'QUELLMOUTH' },
      ],
    },
    sitelinks: {
      enwiki: { site: 'enwiki', title: 'Quellmouth (city)' },
      ukwiki: { site: 'ukwiki', title: 'Квельмут' },
      commonswiki: { site: 'commonswiki', title: 'Category:Quellmouth' },
      enwikivoyage: { site: 'enwikivoyage', title: 'Quellmouth' },
    },
    claims: {
      P31: [item('Q515')],
      P17: [item('Q9900001')],
      P18: [value('Quellmouth harbour.jpg')],
      P625: [value({ latitude: 61.5, longitude: -3.25 })],
      P1082: [value({ amount: '+41000' }), value({ amount: '+43000' }, { rank: 'preferred' })],
      P1566: [value('99000001')],
    },
    modified: '2026-10-02T11:00:00Z',
    ...more,
  };
}

function parse(line: unknown, filter: EntityFilter = ALL) {
  const result = parseWikidataEntity(
    typeof line === 'string' ? line : JSON.stringify(line),
    filter,
    COUNTRIES,
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('parseWikidataEntity', () => {
  it('reads names, place, picture and article of an item', () => {
    const row = parse(`${JSON.stringify(entity())},`);
    expect(row?.topic).toEqual({
      id: 'Q9900100',
      slug: 'quellmouth',
      title: 'Quellmouth',
      type: 'place',
      qid: 'Q9900100',
      description: 'port city in Varland',
      extract: null,
      wikipediaUrl: 'https://en.wikipedia.org/wiki/Quellmouth_(city)',
      imageUrl: 'https://commons.wikimedia.org/wiki/Special:FilePath/Quellmouth%20harbour.jpg',
      source: 'Wikidata',
      licence: 'CC0 1.0',
      asOf: '2026-10-02',
      revision: null,
      picture: null,
      origin: 'base',
    });
    expect(row?.aliases.map(({ key }) => key)).toEqual(['quellmouth', 'квельмут', 'port quell']);
    expect(row?.identity).toEqual({
      keys: ['geonames:99000001'],
      place: { country: 'XV', latitude: 61.5, longitude: -3.25, population: 43_000 },
    });
  });

  it('gives names more weight the more Wikipedias have an article, other projects not counted', () => {
    const weightOf = (sites: readonly string[]) => {
      const sitelinks = Object.fromEntries(sites.map((site) => [site, { site, title: 'x' }]));
      return parse(entity({ sitelinks }))?.aliases[0]?.weight ?? 0;
    };
    expect(weightOf(['enwiki', 'ukwiki', 'dewiki'])).toBeGreaterThan(weightOf(['enwiki']));
    expect(weightOf(['enwiki', 'commonswiki', 'enwikiquote'])).toBe(weightOf(['enwiki']));
  });

  it.each([
    ['a human', { P31: [item('Q5')] }, 'person'],
    ['a company', { P31: [item('Q783794')] }, 'organisation'],
    ['an election', { P31: [item('Q40231')] }, 'event'],
    ['a film', { P31: [item('Q11424')] }, 'work'],
    [
      'a class no table has, but a birth',
      { P31: [item('Q9999999')], P569: [value({ time: '+1970' })] },
      'person',
    ],
    ['a class no table has, but coordinates', { P625: [value({ latitude: 1, longitude: 1 })] }, 'place'],
    ['nothing that tells', {}, 'other'],
  ])('types %s', (_, claims, type) => {
    expect(parse(entity({ claims }))?.topic.type).toBe(type);
  });

  it('takes a name that stands for most languages for the first', () => {
    const labels = { mul: { value: 'Hollis Vane' }, uk: { value: 'Голліс Вейн' } };
    expect(parse(entity({ labels }))?.topic.title).toBe('Hollis Vane');
  });

  it('takes the article of the first language that has one', () => {
    const sitelinks = { ukwiki: { title: 'Квельмут' } };
    expect(parse(entity({ sitelinks }))?.topic.wikipediaUrl).toBe(
      `https://uk.wikipedia.org/wiki/${encodeURIComponent('Квельмут')}`,
    );
  });

  it('ignores statements that were found wrong', () => {
    const claims = { P31: [{ ...item('Q5'), rank: 'deprecated' }, item('Q515')] };
    expect(parse(entity({ claims }))?.topic.type).toBe('place');
  });

  it.each([
    ['[', ALL],
    [']', ALL],
    [{ type: 'property', id: 'P31' }, ALL],
    [entity({ labels: { ja: { value: 'クヴェルマウス' } } }), ALL],
    [entity(), { ...ALL, types: new Set(['person'] as const) }],
    [entity(), { ...ALL, minSitelinks: 3 }],
  ])('leaves out what is no item or not wanted: %#', (line, filter) => {
    expect(parse(line, filter)).toBeNull();
  });

  it.each(['{"type":"item","id":', '"Q1"', '{"type":"item","id":"X5"}', '{}'])('complains of %s', (line) => {
    expect(parseWikidataEntity(line, ALL, COUNTRIES)).toMatchObject({
      ok: false,
      error: { code: 'topics/bad-row', retryable: false },
    });
  });

  it('never throws, whatever a field holds', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const fields = [
      'labels',
      'descriptions',
      'aliases',
      'sitelinks',
      'claims',
      'modified',
      'id',
      'type',
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...fields), junk, (field, content) => {
        const line = JSON.stringify(entity({ [field]: content }));
        expect(() => parseWikidataEntity(line, ALL, COUNTRIES)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('P31', 'P17', 'P18', 'P625', 'P1082', 'P297'),
        junk,
        (property, content) => {
          const claims = { [property]: [value(content)] };
          expect(parse(entity({ claims }))?.topic.title).toBe('Quellmouth');
        },
      ),
    );
  });
});
