import type { Kysely } from 'kysely';

/** Why an article counts as a copy (JSON), and which stories of different languages are one. */
export async function coverage(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('story_articles').addColumn('copy_reason', 'text').execute();
  await schema
    .createTable('story_links')
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('other_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('grounds', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_links_key', ['story_id', 'other_id'])
    .execute();
}
