import type { Kysely } from 'kysely';

/** What the hubs of feeds were asked for (W3C WebSub). */
export async function hubSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hub_subscriptions')
    .addColumn('feed_id', 'text', (c) => c.primaryKey().references('feeds.id').onDelete('cascade'))
    .addColumn('hub_url', 'text', (c) => c.notNull())
    .addColumn('topic_url', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('ask_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .addColumn('delivered_at', 'bigint')
    .addColumn('missed', 'integer', (c) => c.notNull())
    .execute();
}
