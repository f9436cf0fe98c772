import { type Kysely, sql } from 'kysely';
import type { SearchQuery } from '../../core/library.ts';
import type { Schema } from '../schema.ts';
import type { Dialect, SearchHits } from './dialect.ts';
import { searchFilters } from './search-filters.ts';

/** A tsvector may not exceed 1 MB; the first 200,000 characters of a text are searched. */
async function createSearchIndex(db: Kysely<unknown>): Promise<void> {
  await sql`alter table articles add column search tsvector generated always as (
      setweight(to_tsvector('english', left(title, 1000)), 'A') ||
      setweight(to_tsvector('english', left(text, 200000)), 'D')) stored`.execute(db);
  await sql`create index articles_search on articles using gin (search)`.execute(db);
}

async function searchArticles(db: Kysely<Schema>, query: SearchQuery): Promise<SearchHits> {
  const words = (query.text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 20);
  if (words.length === 0) return { ids: [], total: 0 };
  // Letters and digits only: `|` and `&` are the only operators that reach the parser.
  const wanted = sql`to_tsquery('english', ${words.join(query.match === 'any' ? ' | ' : ' & ')})`;
  const where = sql.join([sql`search @@ ${wanted}`, ...searchFilters(query)], sql` and `);
  const total = await sql<{ n: number }>`select count(*) as n from articles where ${where}`.execute(db);
  const rows = await sql<{ id: string }>`select id from articles where ${where}
    order by ts_rank(search, ${wanted}) desc, published_at desc, id
    limit ${query.limit} offset ${query.offset}`.execute(db);
  return { ids: rows.rows.map((row) => row.id), total: Number(total.rows[0]?.n ?? 0) };
}

/** PostgreSQL 15 or newer, and PGlite. The protocol counts parameters in 16 bits. */
export const postgresProfile: Dialect = {
  kind: 'postgres',
  createSearchIndex,
  searchArticles,
  // Which transactions are seen: a read takes no number, and every write that ends changes it.
  stateMark: 'cast(pg_current_snapshot() as text)',
  maxParameters: 30_000,
};
