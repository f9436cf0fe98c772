import type { Kysely } from 'kysely';

/** Why an article counts as a copy, what groups of outlets leave out, which stories of different languages are one. */
export async function coverage(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('story_articles').addColumn('copy_reason', 'text').execute();
  await schema
    .createTable('blind_spots')
    .addColumn('grouping', 'text', (c) => c.notNull())
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('group_key', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('blind_spots_key', ['grouping', 'story_id', 'group_key'])
    .execute();
  await schema.createIndex('blind_spots_story').on('blind_spots').column('story_id').execute();
  await schema
    .createTable('story_links')
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('other_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('grounds', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_links_key', ['story_id', 'other_id'])
    .execute();
}
