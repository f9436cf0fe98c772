import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';

/** Where a story is in its life, which of its revisions was looked at for mergers and splits, and what was decided. */
export async function storyLife(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  const { schema } = db;
  const float = sql.raw<string>(kind === 'sqlite' ? 'real' : 'double precision');
  await schema
    .alterTable('stories')
    .addColumn('repaired_revision', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .alterTable('stories')
    .addColumn('life', 'text', (c) => c.notNull().defaultTo('emerging'))
    .execute();
  await schema
    .createTable('story_events')
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text', (c) => c.notNull())
    .addColumn('other_slug', 'text', (c) => c.notNull())
    .addColumn('other_title', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('score', float, (c) => c.notNull())
    .addColumn('threshold', float, (c) => c.notNull())
    .addColumn('shared', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_events_key', ['story_id', 'kind', 'other_id'])
    .execute();
  await schema.createIndex('story_events_other').on('story_events').column('other_id').execute();
}
