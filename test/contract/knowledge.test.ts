import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Topic } from '../../src/core/topic.ts';
import type { IdentifiedTopic, TopicPlace } from '../../src/core/topic-identity.ts';
import { loadWorld } from '../../src/pipeline/intake/load-world.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { openLibrary } from '../../src/store/library/open-library.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import type { Db } from '../../src/store/store.ts';
import { saveIdentifiedTopics } from '../../src/store/topic-identity.ts';
import { addNamesOfQids, countryCodes } from '../../src/store/topic-registers.ts';
import { namedTopics, saveTopicLinks, saveTopics } from '../../src/store/topics.ts';
import * as build from '../builders/stored.ts';
import { DATABASES, type Opened } from './databases.ts';

const place = (latitude: number, longitude: number, country: string | null = 'XV'): TopicPlace => ({
  country,
  latitude,
  longitude,
  population: null,
});

interface Given {
  readonly topic?: Partial<Topic>;
  readonly keys?: readonly string[];
  readonly place?: TopicPlace;
  readonly name?: string;
}

/** A row of a base; its name is its title's key. */
function row(id: string, { topic, keys = [], place: where, name = id }: Given): IdentifiedTopic {
  return {
    topic: build.topic(id, { title: name, ...topic }),
    aliases: [{ key: name.toLowerCase(), weight: 1 }],
    identity: { keys, place: where ?? null },
  };
}

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`the base on ${database.name}`, () => {
    let opened: Opened;
    let db: Db;

    beforeAll(async () => {
      opened = await database.open();
      db = opened.store.db;
      await saveOutlets(db, [build.outlet('example.org')]);
      for (const id of ['one', 'two']) await saveArticle(db, build.article(id));
    }, 60_000);
    afterAll(() => opened.close());

    const renew = (...rows: IdentifiedTopic[]) =>
      opened.store.db
        .transaction()
        .execute((transaction) => saveIdentifiedTopics(transaction, rows, 'renew'));
    const complete = (...rows: IdentifiedTopic[]) =>
      opened.store.db
        .transaction()
        .execute((transaction) => saveIdentifiedTopics(transaction, rows, 'complete'));
    const meaning = async (name: string) =>
      ((await namedTopics(db, [name])).get(name) ?? []).map(({ topic }) => topic);

    it('makes one topic of a place that two bases bring, by the number of a register', async () => {
      await complete(
        row('geonames:1', { name: 'Aldmere', keys: ['geonames:1'], topic: { description: 'city' } }),
      );
      const imported = { qid: 'Q9900001', description: 'port city', source: 'Imported' };
      await renew(row('Q9900001', { name: 'Aldmere', keys: ['geonames:1'], topic: imported }));
      expect(await meaning('aldmere')).toMatchObject([
        { id: 'geonames:1', qid: 'Q9900001', description: 'port city', source: 'Imported' },
      ]);
    });

    it('in the other order too, without touching what was imported', async () => {
      await renew(
        row('Q9900002', {
          name: 'Bravik',
          place: place(60, 10),
          topic: { qid: 'Q9900002', description: 'town' },
        }),
      );
      const builtIn = row('geonames:2', { name: 'Bravik', keys: ['geonames:2'], place: place(60.1, 10.1) });
      await complete({ ...builtIn, aliases: [...builtIn.aliases, { key: 'бравік', weight: 1 }] });
      expect(await meaning('bravik')).toMatchObject([{ id: 'Q9900002', description: 'town' }]);
      expect(await meaning('бравік')).toMatchObject([{ id: 'Q9900002' }]);
    });

    it.each([
      ['in another country', place(50, 5, 'XW')],
      ['far away in the same one', place(52, 5)],
      ['of another Wikidata id', place(50, 5)],
    ])('keeps a place of the same name apart: %s', async (what, where) => {
      const name = `Corran ${what}`;
      await complete(row(`geonames:3 ${what}`, { name, place: place(50, 5), topic: { qid: `Q1 ${what}` } }));
      await renew(row(`Q2 ${what}`, { name, place: where, topic: { qid: `Q2 ${what}` } }));
      expect(await meaning(name.toLowerCase())).toHaveLength(2);
    });

    it('finds the nearest across the date line', async () => {
      await complete(row('geonames:4', { name: 'Dunmarrow', place: place(-17, 179.95) }));
      await renew(
        row('Q9900004', { name: 'Dunmarrow', place: place(-17, -179.95), topic: { qid: 'Q9900004' } }),
      );
      expect(await meaning('dunmarrow')).toMatchObject([{ id: 'geonames:4', qid: 'Q9900004' }]);
    });

    it('joins two stored topics when a row shows that they are one; links and old addresses lead there', async () => {
      await complete(
        row('geonames:5', { name: 'Eskwater', keys: ['geonames:5'], topic: { slug: 'eskwater' } }),
      );
      await renew(
        row('Q9900005', { name: 'Eskwater-on-Sea', topic: { qid: 'Q9900005', slug: 'eskwater-on-sea' } }),
      );
      const [left] = await meaning('eskwater');
      await saveTopicLinks(db, 'one', [{ entity: 0, topic: left as Topic, score: 1, salience: 1 }]);
      await renew(
        row('Q9900005', { name: 'Eskwater-on-Sea', keys: ['geonames:5'], topic: { qid: 'Q9900005' } }),
      );
      expect(await meaning('eskwater')).toMatchObject([{ id: 'Q9900005' }]);
      const linked = await db
        .selectFrom('articleTopics')
        .select('topicId')
        .where('articleId', '=', 'one')
        .execute();
      expect(linked).toEqual([{ topicId: 'Q9900005' }]);
      expect((await openLibrary(opened.store).topic('eskwater'))?.topic.slug).toBe('eskwater-on-sea');
    });

    it('stores the same rows twice without a change', async () => {
      const rows = [
        row('geonames:6', { name: 'Fenwick', keys: ['geonames:6'], place: place(1, 1) }),
        row('Q9900006', { name: 'Fenland', keys: ['iso3166:XF'], topic: { qid: 'Q9900006' } }),
      ];
      const everything = async () => [
        await db.selectFrom('topics').selectAll().orderBy('id').execute(),
        await db.selectFrom('topicAliases').selectAll().orderBy('key').orderBy('topicId').execute(),
        await db.selectFrom('topicKeys').selectAll().orderBy('key').execute(),
        await db.selectFrom('topicPlaces').selectAll().orderBy('topicId').execute(),
      ];
      await complete(...rows);
      const before = await everything();
      await complete(...rows);
      await renew(...rows);
      expect(await everything()).toEqual(before);
      expect((await countryCodes(db)).get('Q9900006')).toBe('XF');
    });

    it('moves source and licence only together with the text they are of', async () => {
      const encyclopaedia = {
        extract: 'A paragraph.',
        source: 'Encyclopaedia',
        licence: 'CC BY-SA 4.0',
        revision: '7',
      };
      const save = (topic: Partial<Topic>) =>
        saveTopics(db, [{ topic: build.topic('Q9900007', topic), aliases: [] }]);
      await save(encyclopaedia);
      await save({ description: 'a line', source: 'Register', licence: 'CC0 1.0' });
      const [stored] = await db.selectFrom('topics').selectAll().where('id', '=', 'Q9900007').execute();
      expect(stored).toMatchObject({ ...encyclopaedia, description: 'a line' });
    });

    it('adds counted names to the topics of those ids, the larger weight staying', async () => {
      await renew(row('Q9900008', { name: 'Garsdale', topic: { qid: 'Q9900008' } }));
      const names = new Map([
        [
          'Q9900008',
          [
            { key: 'garsdale', weight: 5 },
            { key: 'the dale', weight: 2 },
          ],
        ],
        ['Q9999999', [{ key: 'nobody', weight: 2 }]],
      ]);
      expect(await addNamesOfQids(db, names)).toBe(1);
      await addNamesOfQids(db, new Map([['Q9900008', [{ key: 'garsdale', weight: 1 }]]]));
      const rows = await db
        .selectFrom('topicAliases')
        .selectAll()
        .where('topicId', '=', 'Q9900008')
        .orderBy('key')
        .execute();
      expect(rows.map(({ key, weight }) => [key, weight])).toEqual([
        ['garsdale', 5],
        ['the dale', 2],
      ]);
    });

    it('fills a base with the world once a version, and leaves what was imported', async () => {
      const land = (id: string, title: string) => ({
        ...{
          id,
          title,
          slug: title.toLowerCase(),
          type: 'place',
          description: 'country',
          source: 'S',
          licence: 'L',
        },
        ...{
          asOf: '2026-01-01',
          keys: [`iso3166:${id}`],
          country: null,
          population: null,
          position: null,
          names: [],
        },
      });
      const file = (version: string, ...rows: object[]) =>
        [{ version, rows: rows.length }, ...rows].map((line) => JSON.stringify(line)).join('\n');
      const first = file('1', land('Q9900031', 'Ostmere'));
      expect(await loadWorld(opened.store, first)).toBe(1);
      expect(await loadWorld(opened.store, first)).toBe(0);
      await renew(row('Q9900031', { name: 'Ostmere', topic: { qid: 'Q9900031', description: 'imported' } }));
      const second = file('2', land('Q9900031', 'Ostmere'), land('Q9900032', 'Pelmont'));
      expect(await loadWorld(opened.store, second)).toBe(2);
      expect(await meaning('ostmere')).toMatchObject([{ description: 'imported' }]);
      expect(await meaning('pelmont')).toMatchObject([{ id: 'Q9900032', qid: 'Q9900032', source: 'S' }]);
      const cut = first.replace('"rows":1', '"rows":2').replace('"version":"1"', '"version":"3"');
      await expect(loadWorld(opened.store, cut)).rejects.toMatchObject({ code: 'topics/bad-row' });
    });

    it('leaves a topic of the base in the base when an article names it as its own', async () => {
      await renew(row('local-x', { name: 'Hollis Vane' }));
      const local = build.topic('local-x', { origin: 'articles', title: 'Hollis Vane' });
      await saveTopicLinks(db, 'two', [{ entity: 0, topic: local, score: 1, salience: 1 }]);
      expect(await meaning('hollis vane')).toMatchObject([{ id: 'local-x', origin: 'base' }]);
    });
  });
}
