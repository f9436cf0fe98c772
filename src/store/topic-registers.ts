import { chunks, type Db } from './store.ts';

/** ISO 3166-1 codes by the Wikidata id of the country. */
export async function countryCodes(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('topicKeys')
    .innerJoin('topics', 'topics.id', 'topicKeys.topicId')
    .select(['topicKeys.key', 'topics.qid'])
    .where('topicKeys.key', 'like', 'iso3166:%')
    .orderBy('topicKeys.key')
    .execute();
  return new Map(
    rows.flatMap(({ key, qid }) => (qid === null ? [] : [[qid, key.slice('iso3166:'.length)] as const])),
  );
}

/** Adds names to topics that the base knows by their Wikidata ids; a name it has keeps the larger weight. Returns how many topics that were. */
export async function addNamesOfQids(
  db: Db,
  names: ReadonlyMap<string, readonly { readonly key: string; readonly weight: number }[]>,
): Promise<number> {
  let found = 0;
  for (const chunk of chunks([...names.keys()], 500)) {
    const topics = await db.selectFrom('topics').select(['id', 'qid']).where('qid', 'in', chunk).execute();
    found += topics.length;
    const byIdentity = new Map(
      topics.flatMap(({ id, qid }) =>
        (names.get(qid ?? '') ?? []).map(
          ({ key, weight }) => [`${key} ${id}`, { key, topicId: id, weight }] as const,
        ),
      ),
    );
    for (const rows of chunks([...byIdentity.values()], 2000)) {
      await db
        .insertInto('topicAliases')
        .values([...rows])
        .onConflict((conflict) =>
          conflict
            .columns(['key', 'topicId'])
            .doUpdateSet((eb) => ({ weight: eb.ref('excluded.weight') }))
            .whereRef('topicAliases.weight', '<', 'excluded.weight' as 'topicAliases.weight'),
        )
        .execute();
    }
  }
  return found;
}
