import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';

/** What section each article and story belongs to, what recurs whatever happens, and why a story stands where it does. */
export async function sections(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  const { schema } = db;
  const float = sql.raw<string>(kind === 'sqlite' ? 'real' : 'double precision');
  await schema
    .createTable('article_sections')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('section', 'text')
    .addColumn('margin', float)
    .addColumn('source', 'text')
    .addColumn('skeleton', 'text')
    .addColumn('recurring', 'text')
    .execute();
  await schema.alterTable('stories').addColumn('section', 'text').execute();
  await schema.alterTable('stories').addColumn('section_margin', float).execute();
  await schema.alterTable('stories').addColumn('place', 'integer').execute();
  await schema.alterTable('stories').addColumn('factors', 'text').execute();
  await schema
    .alterTable('stories')
    .addColumn('recurring', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.createIndex('stories_place').on('stories').columns(['recurring', 'place']).execute();
  await schema.createIndex('stories_section').on('stories').columns(['section', 'rank']).execute();
}
