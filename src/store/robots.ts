import type { Db } from './store.ts';

export interface StoredRobots {
  /** Null when the site has none. */
  readonly body: string | null;
  readonly fetchedAt: number;
}

export async function robotsOf(db: Db, origin: string): Promise<StoredRobots | null> {
  const row = await db.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst();
  return row === undefined ? null : { body: row.body, fetchedAt: row.fetchedAt };
}

export async function saveRobots(db: Db, origin: string, robots: StoredRobots): Promise<void> {
  await db
    .insertInto('robots')
    .values({ origin, ...robots })
    .onConflict((conflict) => conflict.column('origin').doUpdateSet({ ...robots }))
    .execute();
}
