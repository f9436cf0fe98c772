import { distanceKm, SAME_PLACE_KM } from '../core/place-distance.ts';
import type { IdentifiedTopic, TopicPlace } from '../core/topic-identity.ts';
import { mergeTopics } from './merge-topics.ts';
import { chunks, type Db } from './store.ts';
import { saveTopics } from './topics.ts';

const CHUNK = 400;

interface StoredPlace extends TopicPlace {
  readonly topicId: string;
  readonly qid: string | null;
  readonly key: string;
}

/** Ids of stored topics by Wikidata id and by the keys of other registers. */
async function topicsOfKeys(db: Db, rows: readonly IdentifiedTopic[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const qids = rows.flatMap(({ topic }) => topic.qid ?? []);
  const keys = rows.flatMap(({ identity }) => identity.keys);
  const ids = rows.map(({ topic }) => topic.id);
  for (const chunk of chunks(ids, 1000)) {
    const known = await db.selectFrom('topics').select('id').where('id', 'in', chunk).execute();
    for (const { id } of known) found.set(id, id);
  }
  for (const chunk of chunks(qids, 1000)) {
    const known = await db
      .selectFrom('topics')
      .select(['id', 'qid'])
      .where('qid', 'in', chunk)
      .orderBy('id')
      .execute();
    for (const { id, qid } of known) if (qid !== null) found.set(qid, id);
  }
  for (const chunk of chunks(keys, 1000)) {
    const known = await db.selectFrom('topicKeys').selectAll().where('key', 'in', chunk).execute();
    for (const { key, topicId } of known) found.set(key, topicId);
  }
  return found;
}

async function placesOfNames(db: Db, rows: readonly IdentifiedTopic[]): Promise<Map<string, StoredPlace[]>> {
  if ((await db.selectFrom('topicPlaces').select('topicId').limit(1).executeTakeFirst()) === undefined)
    return new Map();
  const names = rows.flatMap(({ aliases, identity }) =>
    identity.place === null ? [] : (aliases[0]?.key ?? []),
  );
  const places = new Map<string, StoredPlace[]>();
  for (const chunk of chunks([...new Set(names)], 1000)) {
    const found = await db
      .selectFrom('topicAliases')
      .innerJoin('topicPlaces', 'topicPlaces.topicId', 'topicAliases.topicId')
      .innerJoin('topics', 'topics.id', 'topicAliases.topicId')
      .select(['topicAliases.key', 'topics.qid'])
      .selectAll('topicPlaces')
      .where('topicAliases.key', 'in', chunk)
      .orderBy('topicPlaces.topicId')
      .execute();
    for (const place of found) places.set(place.key, [...(places.get(place.key) ?? []), place]);
  }
  return places;
}

/** Two numbers of one register are two places, however near: `geonames:1` and `geonames:2`. Null for ids of no register. */
function registerOf(id: string): string | null {
  const colon = id.indexOf(':');
  return colon < 0 ? null : id.slice(0, colon);
}

/** The nearest stored place of the same name and country, if it is near enough and not known to be another. */
function samePlace({ topic, identity }: IdentifiedTopic, stored: readonly StoredPlace[]): string | null {
  const { place } = identity;
  if (place === null || place.country === null) return null;
  let best: { id: string; km: number } | null = null;
  for (const other of stored) {
    const isOther =
      (other.qid !== null && topic.qid !== null && other.qid !== topic.qid) ||
      (registerOf(topic.id) !== null &&
        registerOf(other.topicId) === registerOf(topic.id) &&
        other.topicId !== topic.id);
    const km = distanceKm(place, other);
    if (isOther || other.country !== place.country || km > SAME_PLACE_KM) continue;
    if (best === null || km < best.km) best = { id: other.topicId, km };
  }
  return best?.id ?? null;
}

interface Resolved {
  readonly row: IdentifiedTopic;
  readonly isKnown: boolean;
}

/**
 * Gives each row the id under which the store knows its topic already. When a row shows that two stored topics are one (it has the
 * Wikidata id of the first and the GeoNames number of the second), they become one.
 */
async function resolve(db: Db, rows: readonly IdentifiedTopic[]): Promise<Resolved[]> {
  const byKey = await topicsOfKeys(db, rows);
  const byName = await placesOfNames(db, rows);
  const gone = new Map<string, string>();
  const current = (id: string): string => gone.get(id) ?? id;
  const resolved: Resolved[] = [];
  for (const row of rows) {
    const { topic, identity, aliases } = row;
    const named = samePlace(row, byName.get(aliases[0]?.key ?? '') ?? []);
    const keys = [...(topic.qid === null ? [] : [topic.qid]), ...identity.keys, topic.id];
    const ids = [
      ...new Set(
        [...keys.flatMap((key) => byKey.get(key) ?? []), ...(named === null ? [] : [named])].map(current),
      ),
    ];
    const [id, ...others] = ids;
    for (const other of id === undefined ? [] : others) {
      await mergeTopics(db, { from: other, into: id as string });
      gone.set(other, id as string);
    }
    resolved.push({
      row: id === undefined ? row : { ...row, topic: { ...topic, id } },
      isKnown: id !== undefined,
    });
  }
  return resolved;
}

async function saveIdentities(db: Db, rows: readonly IdentifiedTopic[]): Promise<void> {
  const keys = new Map(
    rows.flatMap(({ topic, identity }) => identity.keys.map((key) => [key, topic.id] as const)),
  );
  for (const chunk of chunks([...keys], 1000)) {
    await db
      .insertInto('topicKeys')
      .values(chunk.map(([key, topicId]) => ({ key, topicId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const places = new Map(
    rows.flatMap(({ topic, identity }) =>
      identity.place === null ? [] : [[topic.id, { topicId: topic.id, ...identity.place }] as const],
    ),
  );
  for (const chunk of chunks([...places.values()], 1000)) {
    await db
      .insertInto('topicPlaces')
      .values([...chunk])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Tells topics that were known by another number their Wikidata id. */
async function saveQids(db: Db, rows: readonly IdentifiedTopic[]): Promise<void> {
  for (const { topic } of rows) {
    if (topic.qid === null || topic.qid === topic.id) continue;
    await db
      .updateTable('topics')
      .set({ qid: topic.qid })
      .where('id', '=', topic.id)
      .where('qid', 'is', null)
      .execute();
  }
}

/** Adds names in the order of their keys: an index grows at its end several times faster than all over. */
async function addNames(db: Db, rows: readonly IdentifiedTopic[]): Promise<void> {
  const names = rows
    .flatMap(({ topic, aliases }) => aliases.map(({ key, weight }) => ({ key, topicId: topic.id, weight })))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const chunk of chunks(names, 2000)) {
    await db
      .insertInto('topicAliases')
      .values([...chunk])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Takes in topics of a base. One that another base has brought before (same Wikidata id, same number of a register, or same name, country
 * and place) keeps its id and address, so that no place is two topics. `renew` replaces what is known of it, `complete` only adds names
 * and numbers. The caller holds the transaction. Returns the ids under which the topics are stored.
 */
export async function saveIdentifiedTopics(
  db: Db,
  rows: readonly IdentifiedTopic[],
  known: 'renew' | 'complete',
): Promise<string[]> {
  const unique = [...new Map(rows.map((row) => [row.topic.id, row])).values()];
  const saved: IdentifiedTopic[] = [];
  for (const chunk of chunks(unique, CHUNK)) {
    const resolved = await resolve(db, chunk);
    const all = resolved.map(({ row }) => row);
    await (known === 'renew' ? saveTopics(db, all) : addUnknown(db, resolved));
    await saveQids(db, all);
    await saveIdentities(db, all);
    saved.push(...all);
  }
  if (known === 'complete') await addNames(db, saved);
  return saved.map(({ topic }) => topic.id);
}

async function addUnknown(db: Db, rows: readonly Resolved[]): Promise<void> {
  const fresh = rows.filter(({ isKnown }) => !isKnown);
  await saveTopics(
    db,
    fresh.map(({ row }) => ({ topic: row.topic, aliases: [] })),
  );
}
