import type { Db } from './store.ts';

/** Key under which the former slug of a topic leads to the one it went into. */
export function slugKey(slug: string): string {
  return `slug:${slug}`;
}

/**
 * Makes one topic of two that turned out to be the same: what was linked to `from` is linked to `into`, its names and numbers go over, its
 * address leads to the other's. The caller holds the transaction.
 */
export async function mergeTopics(db: Db, { from, into }: { from: string; into: string }): Promise<void> {
  const left = await db.selectFrom('topics').select('slug').where('id', '=', from).executeTakeFirst();
  if (left === undefined || from === into) return;
  await db.updateTable('articleTopics').set({ topicId: into }).where('topicId', '=', from).execute();
  await db
    .insertInto('topicAliases')
    .columns(['key', 'topicId', 'weight'])
    .expression((eb) =>
      eb
        .selectFrom('topicAliases')
        .select((inner) => ['key', inner.val(into).as('topicId'), 'weight'])
        .where('topicId', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.updateTable('topicKeys').set({ topicId: into }).where('topicId', '=', from).execute();
  await db
    .insertInto('topicKeys')
    .values({ key: slugKey(left.slug), topicId: into })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ topicId: into }))
    .execute();
  const place = await db.selectFrom('topicPlaces').selectAll().where('topicId', '=', from).executeTakeFirst();
  if (place !== undefined) {
    await db
      .insertInto('topicPlaces')
      .values({ ...place, topicId: into })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  // Explicitly, for databases opened without foreign keys.
  await db.deleteFrom('topicAliases').where('topicId', '=', from).execute();
  await db.deleteFrom('topicPlaces').where('topicId', '=', from).execute();
  await db.deleteFrom('topics').where('id', '=', from).execute();
}
