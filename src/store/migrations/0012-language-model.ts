import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';

/** What a language model has answered, what it was used for a day, and what it judged of the tone of articles. */
export async function languageModel(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  const { schema } = db;
  const float = sql.raw<string>(kind === 'sqlite' ? 'real' : 'double precision');
  await schema
    .createTable('model_answers')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('model_use')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('calls', 'bigint', (c) => c.notNull())
    .addColumn('rejected', 'bigint', (c) => c.notNull())
    .addColumn('tokens_in', 'bigint', (c) => c.notNull())
    .addColumn('tokens_out', 'bigint', (c) => c.notNull())
    .addColumn('money', float, (c) => c.notNull())
    .addPrimaryKeyConstraint('model_use_key', ['day', 'model', 'purpose'])
    .execute();
  await schema
    .createTable('article_tones')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
}
