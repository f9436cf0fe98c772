/** Exit 0 when the server at TEST_DATABASE_URL answers: the gate then runs the contract suite on it. */
import pg from 'pg';

const client = new pg.Client({
  connectionString: process.env.TEST_DATABASE_URL ?? '',
  connectionTimeoutMillis: 3_000,
});
try {
  await client.connect();
  await client.query('select 1');
} catch (error) {
  console.error(`no PostgreSQL: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => {});
}
