import type { Kysely } from 'kysely';

/** Live updates ask every few seconds for what was made since: without the texts of briefings being read for it. */
export async function versionTimes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('briefings_made')
    .on('briefings')
    .columns(['made_at', 'story_id', 'version'])
    .execute();
}
