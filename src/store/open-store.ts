import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../core/app-error.ts';
import { postgresProfile } from './dialect/postgres.ts';
import { sqliteProfile } from './dialect/sqlite.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

const INT8_OID = 20;

/**
 * Opens (and creates) the embedded database.
 * WAL with `synchronous=FULL`: what was acknowledged survives kill -9 and power loss.
 * @throws AppError `store/unreachable` when the file cannot be opened.
 */
export function openSqlite(file: string): Store {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('busy_timeout = 10000');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -32768');
    const db = kyselyOf(database);
    const reading = file === ':memory:' ? null : openReading(file);
    const close = async () => {
      await reading?.destroy();
      await db.destroy();
    };
    return { db, ...(reading === null ? {} : { reading }), dialect: sqliteProfile, close };
  } catch (cause) {
    throw new AppError(
      'store/unreachable',
      `The database file ${file} cannot be opened: ${(cause as Error).message}.`,
      {
        hint: 'Check that the folder may be written to and that the file is a database of this program, or name another folder with --data.',
        blame: 'user',
        cause,
      },
    );
  }
}

function kyselyOf(database: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database }), plugins: [new CamelCasePlugin()] });
}

/** A second connection: with WAL it reads what is committed while the first is in the midst of a transaction. */
function openReading(file: string): Kysely<Schema> {
  const database = new Database(file, { readonly: true });
  database.pragma('busy_timeout = 10000');
  database.pragma('cache_size = -32768');
  return kyselyOf(database);
}

/**
 * Connects to a PostgreSQL server.
 * @throws AppError `store/unreachable` when it does not answer.
 */
export async function openPostgres(
  connectionString: string,
  options: { schema?: string } = {},
): Promise<Store> {
  const types = new pg.TypeOverrides();
  // Times and counts stay far below 2^53, where a JavaScript number is exact.
  types.setTypeParser(INT8_OID, Number);
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    types,
    connectionTimeoutMillis: 10_000,
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
  });
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    const address = safeAddress(connectionString);
    throw new AppError(
      'store/unreachable',
      `The database at ${address} cannot be reached: ${(cause as Error).message}.`,
      {
        hint: 'Check that the server runs and that DATABASE_URL names its host, port, user and database.',
        blame: 'user',
        cause,
      },
    );
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  return { db, dialect: postgresProfile, close: () => db.destroy() };
}

/** Host, port and database of a connection string, without user and password. */
function safeAddress(connectionString: string): string {
  try {
    const url = new URL(connectionString);
    return `${url.host}${url.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
