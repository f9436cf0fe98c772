import type { AdminSessions } from '../core/administration.ts';
import { readSetting } from './settings.ts';
import type { Db, Store } from './store.ts';

const TOKEN = 'admin-token';

/** Sets the token that lets in, by its hash, and ends every session that the one before has opened. */
export async function saveAdminToken({ db }: Pick<Store, 'db'>, hash: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const values = { name: TOKEN, value: hash };
    await transaction
      .insertInto('settings')
      .values(values)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
      .execute();
    await transaction.deleteFrom('adminSessions').execute();
  });
}

/** Sets the first token of an installation. False when there is one: of several processes one alone tells its token. */
export async function saveFirstAdminToken(db: Db, hash: string): Promise<boolean> {
  const inserted = await db
    .insertInto('settings')
    .values({ name: TOKEN, value: hash })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function openAdminSessions(db: Db): AdminSessions {
  return {
    tokenHash: () => readSetting(db, TOKEN),
    async open(id, createdAt, expiresAt) {
      await db.deleteFrom('adminSessions').where('expiresAt', '<=', createdAt).execute();
      await db.insertInto('adminSessions').values({ id, createdAt, expiresAt }).execute();
    },
    async expiry(id, now) {
      const row = await db
        .selectFrom('adminSessions')
        .select('expiresAt')
        .where('id', '=', id)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      return row?.expiresAt ?? null;
    },
    async end(id) {
      await db.deleteFrom('adminSessions').where('id', '=', id).execute();
    },
  };
}
