import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect } from 'kysely';
import pg from 'pg';
import { fromPglite } from 'pg-boss';
import { systemClock } from '../../src/core/clock.ts';
import type { Queue } from '../../src/core/queue.ts';
import { createPgBossQueue } from '../../src/pipeline/queue/pg-boss-queue.ts';
import { createSqliteQueue } from '../../src/pipeline/queue/sqlite-queue.ts';
import { postgresProfile } from '../../src/store/dialect/postgres.ts';
import { openPostgres, openSqlite } from '../../src/store/open-store.ts';
import type { Schema } from '../../src/store/schema.ts';
import { migrate, type Store } from '../../src/store/store.ts';

export interface Opened {
  readonly store: Store;
  openQueue(stages: readonly string[]): Promise<Queue>;
  close(): Promise<void>;
}

export interface TestDatabase {
  readonly name: string;
  /** Why the suite does not run on it here; null when it does. */
  readonly skipped: string | null;
  /** An empty database with the current schema. */
  open(): Promise<Opened>;
}

const INT8_OID = 20;

async function openEmbedded(): Promise<Opened> {
  const store = openSqlite(':memory:');
  await migrate(store);
  return { store, openQueue: async () => createSqliteQueue(store, systemClock), close: () => store.close() };
}

async function openPglite(): Promise<Opened> {
  const pglite = await PGlite.create({ parsers: { [INT8_OID]: Number } });
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }), plugins: [new CamelCasePlugin()] });
  const store: Store = { db, dialect: postgresProfile, close: () => db.destroy() };
  await migrate(store);
  return {
    store,
    openQueue: (stages) =>
      createPgBossQueue({ stages, connection: { db: fromPglite(pglite) }, backend: 'pglite' }),
    close: () => store.close(),
  };
}

const SERVER = process.env.TEST_DATABASE_URL;

/** Each opening gets a schema of its own, so that suites can run beside each other. */
async function openServer(): Promise<Opened> {
  const connectionString = SERVER ?? '';
  const schema = `variorum_test_${process.pid}_${performance.now().toString(36).replace('.', '')}`;
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  const store = await openPostgres(connectionString, { schema });
  await migrate(store);
  const queueSchema = `${schema}_queue`;
  return {
    store,
    openQueue: (stages) =>
      createPgBossQueue({ stages, connection: { connectionString }, schema: queueSchema }),
    close: async () => {
      await store.close();
      await admin.query(`drop schema ${schema} cascade`);
      await admin.query(`drop schema if exists ${queueSchema} cascade`);
      await admin.end();
    },
  };
}

/** Every database the store has to behave the same on. */
export const DATABASES: readonly TestDatabase[] = [
  { name: 'SQLite', skipped: null, open: openEmbedded },
  { name: 'PGlite', skipped: null, open: openPglite },
  { name: 'PostgreSQL', skipped: SERVER ? null : 'TEST_DATABASE_URL is not set', open: openServer },
];
