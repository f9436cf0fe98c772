import type { Kysely, Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '../core/app-error.ts';
import type { Dialect } from './dialect/dialect.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { Schema } from './schema.ts';

/** A database or an open transaction: what the functions of this room work on. */
export type Db = Kysely<Schema> | Transaction<Schema>;

/** An open database with what its dialect does differently. */
export interface Store {
  readonly db: Kysely<Schema>;
  /** A connection that only reads, where readers would wait for writers on the other; see `readingOf`. */
  readonly reading?: Kysely<Schema>;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

/** What to read through for readers: they are not to wait until a transaction of the pipeline is through. */
export function readingOf(store: Store): Kysely<Schema> {
  return store.reading ?? store.db;
}

function migrator(store: Store): Migrator {
  const migrations = Object.fromEntries(
    MIGRATIONS.map(({ name, up }) => [name, { up: (db: Kysely<unknown>) => up(db, store.dialect) }]),
  );
  return new Migrator({ db: store.db, provider: { getMigrations: async () => migrations } });
}

/**
 * Brings the schema up to date; a no-op when it is. Returns the names of the migrations run.
 * @throws AppError `store/migration` when one fails: the database is left as it was before it.
 */
export async function migrate(store: Store): Promise<string[]> {
  const { error, results } = await migrator(store).migrateToLatest();
  if (error !== undefined) {
    throw new AppError(
      'store/migration',
      `The database schema could not be brought up to date: ${String(error)}`,
      {
        hint: 'Restore the last backup or report this with the message above.',
        cause: error,
      },
    );
  }
  return (results ?? []).map((result) => result.migrationName);
}

/** Names of the migrations the database has; none when it is empty. */
export async function appliedMigrations(store: Store): Promise<string[]> {
  const all = await migrator(store).getMigrations();
  return all.filter((migration) => migration.executedAt !== undefined).map((migration) => migration.name);
}

/** Names of migrations the database does not have yet. */
export async function pendingMigrations(store: Store): Promise<string[]> {
  const all = await migrator(store).getMigrations();
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}

/** Splits rows so that no statement binds more values than the database takes. */
export function* chunks<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
