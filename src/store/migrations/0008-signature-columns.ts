import { type Kysely, sql } from 'kysely';
import type { Fingerprint } from '../../core/story.ts';
import type { Dialect } from '../dialect/dialect.ts';

/** Rows filled at once. */
const CHUNK = 500;

/** What copy detection reads of a fingerprint gets columns of its own, so that a window of thousands is read in no time. */
export async function signatureColumns(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  const blob = sql.raw<string>(kind === 'sqlite' ? 'blob' : 'bytea');
  const columns = [
    ['outlet_id', sql`text`],
    ['signature', blob],
    ['shingles', sql`integer`],
    ['word_signature', blob],
    ['distinct_words', sql`integer`],
    ['wire_credit', sql`text`],
  ] as const;
  for (const [name, type] of columns)
    await db.schema.alterTable('fingerprints').addColumn(name, type).execute();
  let after = '';
  for (;;) {
    const { rows } = await sql<{ body: string }>`select body from fingerprints where article_id > ${after}
      order by article_id limit ${CHUNK}`.execute(db);
    for (const { body } of rows) after = await fill(db, JSON.parse(body) as Fingerprint);
    if (rows.length < CHUNK) return;
  }
}

async function fill(db: Kysely<unknown>, fingerprint: Fingerprint): Promise<string> {
  const { articleId, outletId, signature, shingles, wireCredit } = fingerprint;
  const { wordSignature = [], distinctWords = 0 } = fingerprint;
  await sql`update fingerprints set outlet_id = ${outletId}, signature = ${littleEndian(signature)},
    shingles = ${shingles}, word_signature = ${littleEndian(wordSignature)}, distinct_words = ${distinctWords},
    wire_credit = ${wireCredit} where article_id = ${articleId}`.execute(db);
  return articleId;
}

function littleEndian(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [row, value] of values.entries()) bytes.writeUInt32LE(value, 4 * row);
  return bytes;
}
