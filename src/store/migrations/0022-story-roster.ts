import type { Kysely } from 'kysely';

/** Which stories are active, in which revision, is asked before each batch of clustering: without their states being read. */
export async function storyRoster(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('stories_last').execute();
  await db.schema
    .createIndex('stories_last')
    .on('stories')
    .columns(['last_at', 'first_at', 'id', 'revision'])
    .execute();
}
