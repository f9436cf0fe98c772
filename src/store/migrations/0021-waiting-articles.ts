import { type Kysely, sql } from 'kysely';

/**
 * Articles without a story get a list of their own, by time: to find the few new ones no longer reads all that were ever
 * read. A column of `fingerprints` would have each of these large rows written twice.
 */
export async function waitingArticles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('waiting_articles')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('waiting_articles_time')
    .on('waiting_articles')
    .columns(['published_at', 'article_id'])
    .execute();
  await sql`insert into waiting_articles (article_id, published_at)
    select article_id, published_at from fingerprints
    where not exists (select 1 from story_articles where story_articles.article_id = fingerprints.article_id)`.execute(
    db,
  );
}
