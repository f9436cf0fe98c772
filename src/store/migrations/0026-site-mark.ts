import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect/dialect.ts';

/** Columns of an outlet that pages show. */
const OUTLET_COLUMNS = ['name', 'home_url', 'country', 'language', 'kind', 'owner'];

/** What readers have to see at once: it is seldom, so that raising one number for all of it holds nobody up. */
const WATCHED: readonly { table: string; event: 'insert' | 'update' | 'delete'; when?: string }[] = [
  { table: 'settings', event: 'insert', when: "new.name = 'source-policy'" },
  { table: 'settings', event: 'update', when: "new.name = 'source-policy'" },
  { table: 'settings', event: 'delete', when: "old.name = 'source-policy'" },
  { table: 'story_edits', event: 'update' },
  { table: 'articles', event: 'delete' },
  { table: 'story_articles', event: 'delete' },
  { table: 'stories', event: 'delete' },
  { table: 'feeds', event: 'insert' },
  { table: 'feeds', event: 'delete' },
  { table: 'feeds', event: 'update', when: 'old.paused_at is distinct from new.paused_at' },
  {
    table: 'outlets',
    event: 'update',
    when: OUTLET_COLUMNS.map((column) => `old.${column} is distinct from new.${column}`).join(' or '),
  },
];

/** A number that the database itself raises with each of those writes, in their transaction: no writer can forget it. */
export async function siteMark(db: Kysely<unknown>, { kind }: Dialect): Promise<void> {
  await db.schema
    .createTable('site_marks')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .execute();
  await sql`insert into site_marks (name, value) values ('site', 0)`.execute(db);
  if (kind === 'postgres')
    await sql`create function raise_site_mark() returns trigger language plpgsql as $$
      begin
        update site_marks set value = value + 1 where name = 'site';
        return null;
      end $$`.execute(db);
  const body =
    kind === 'postgres'
      ? 'execute function raise_site_mark()'
      : "begin update site_marks set value = value + 1 where name = 'site'; end";
  for (const { table, event, when } of WATCHED) {
    const condition = when === undefined ? '' : `when (${when})`;
    await sql
      .raw(
        `create trigger site_mark_${table}_${event} after ${event} on ${table} for each row ${condition} ${body}`,
      )
      .execute(db);
  }
}
