import type { Kysely } from 'kysely';

/** Sources that are no feeds. */
export async function sourceKinds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('feeds')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('feed'))
    .execute();
}
