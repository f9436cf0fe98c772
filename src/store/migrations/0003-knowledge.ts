import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';

/** What a knowledge base is asked and answers, how topics of several bases are told to be one, and their pictures. */
export async function knowledge(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  const { schema } = db;
  const float = sql.raw<string>(kind === 'sqlite' ? 'real' : 'double precision');
  const blob = kind === 'sqlite' ? 'blob' : 'bytea';
  await schema.alterTable('topics').addColumn('revision', 'text').execute();
  await schema.alterTable('topics').addColumn('picture', 'text').execute();
  await schema.createIndex('topics_qid').on('topics').column('qid').execute();
  await schema
    .createTable('topic_keys')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topics.id').onDelete('cascade'))
    .execute();
  await schema.createIndex('topic_keys_topic').on('topic_keys').column('topic_id').execute();
  await schema
    .createTable('topic_places')
    .addColumn('topic_id', 'text', (c) => c.primaryKey().references('topics.id').onDelete('cascade'))
    .addColumn('country', 'text')
    .addColumn('latitude', float, (c) => c.notNull())
    .addColumn('longitude', float, (c) => c.notNull())
    .addColumn('population', 'bigint')
    .execute();
  await schema
    .createTable('pictures')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('bytes', blob, (c) => c.notNull())
    .addColumn('stored_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('knowledge_answers')
    .addColumn('question', 'text', (c) => c.primaryKey())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .execute();
}
