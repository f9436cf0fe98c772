import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorld, worldVersion } from './parse-world.ts';

const TEXT = gunzipSync(readFileSync(new URL('../../data/world.ndjson.gz', import.meta.url))).toString(
  'utf8',
);

function world() {
  const parsed = parseWorld(TEXT);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

describe('the world that comes with the program', () => {
  const { topics, version } = world();
  const byId = new Map(topics.map((topic) => [topic.topic.id, topic]));

  it('has every country, the larger cities, languages and currencies', () => {
    const having = (register: string) =>
      topics.filter(({ identity }) => identity.keys.some((key) => key.startsWith(`${register}:`))).length;
    expect(having('iso3166')).toBeGreaterThan(245);
    expect(having('geonames')).toBeGreaterThan(20_000);
    expect(having('iso639')).toBeGreaterThan(170);
    expect(having('iso4217')).toBeGreaterThan(140);
    expect(version).toBe(worldVersion(TEXT));
  });

  it.each([
    ['Q212', 'Ukraine', 'country in Eastern Europe', ['ukraine', 'ukrainian', 'ucraina', 'украина']],
    ['Q145', 'United Kingdom', 'country in Northern Europe', ['uk', 'britain', 'british']],
    ['Q458', 'European Union', 'union of European states', ['europaische union']],
    ['geonames:706483', 'Kharkiv', 'city in Ukraine', ['kharkiv', 'харків', 'kharkov', 'charkiw']],
    ['geonames:2950159', 'Berlin', 'capital of Germany', ['berlin']],
    ['language:uk', 'Ukrainian language', 'language', ['ukrainisch', 'украинскии']],
    ['currency:UAH', 'Ukrainian Hryvnia', 'currency', ['ukrainische hrywnja']],
  ])('knows %s', (id, title, description, names) => {
    const found = byId.get(id);
    expect(found?.topic).toMatchObject({ title, description, origin: 'base' });
    expect(found?.topic.licence).toBeTruthy();
    expect(found?.aliases.map(({ key }) => key)).toEqual(expect.arrayContaining(names));
  });

  it('gives every topic an id and an address of its own form', () => {
    expect(byId.size).toBe(topics.length);
    expect(topics.filter(({ topic }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(topic.slug))).toEqual([]);
    expect(topics.filter(({ aliases }) => aliases.length === 0)).toEqual([]);
  });

  it('holds no codes and no romanisations letter by letter among the names of cities', () => {
    const keys = new Set(byId.get('geonames:706483')?.aliases.map(({ key }) => key));
    for (const junk of ['hrk', 'ha er ke fu', 'hrqwb']) expect(keys.has(junk)).toBe(false);
  });
});

describe('parseWorld', () => {
  it('refuses a file that is cut off', () => {
    const lines = TEXT.split('\n').slice(0, 100).join('\n');
    expect(parseWorld(lines)).toMatchObject({ ok: false, error: { code: 'topics/bad-row' } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseWorld(text)).not.toThrow();
        expect(() => worldVersion(text)).not.toThrow();
      }),
    );
  });
});
