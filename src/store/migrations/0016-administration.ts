import type { Kysely } from 'kysely';

/** What a feed's health is told from, who is signed in, what readers report, and what was put right by hand. */
export async function administration(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const column of ['failing_since', 'paused_at', 'last_item_at'])
    await schema.alterTable('feeds').addColumn(column, 'bigint').execute();
  await schema.alterTable('story_events').addColumn('made_by', 'text').execute();
  await schema.alterTable('story_events').addColumn('made_at', 'bigint').execute();
  await schema
    .createTable('admin_sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('error_reports')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('story_id', 'text', (c) => c.notNull())
    .addColumn('story_slug', 'text', (c) => c.notNull())
    .addColumn('headline', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('statement', 'text')
    .addColumn('citation', 'text')
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('contact', 'text')
    .addColumn('done_at', 'bigint')
    .addColumn('done_by', 'text')
    .execute();
  await schema
    .createIndex('error_reports_done')
    .on('error_reports')
    .columns(['done_at', 'created_at'])
    .execute();
  await schema
    .createTable('story_edits')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('story_id', 'text', (c) => c.notNull())
    .addColumn('story_title', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text')
    .addColumn('other_title', 'text')
    .addColumn('article_ids', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('refusal', 'text')
    .execute();
  await schema.createIndex('story_edits_done').on('story_edits').columns(['done_at', 'asked_at']).execute();
}
