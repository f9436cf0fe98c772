import type { Kysely } from 'kysely';

/** Versions of stories as a language model has written them, and what came of it. */
export async function writings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('writings')
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('briefing_hash', 'text', (c) => c.notNull())
    .addColumn('claims_hash', 'text', (c) => c.notNull())
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('judge', 'text')
    .addColumn('stage_version', 'integer', (c) => c.notNull())
    .addColumn('written_at', 'bigint', (c) => c.notNull())
    .addColumn('statements', 'integer', (c) => c.notNull())
    .addColumn('refused', 'integer', (c) => c.notNull())
    .addColumn('replaced', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('writings_key', ['story_id', 'version'])
    .execute();
}
