import { type Kysely, sql } from 'kysely';
import type { SearchQuery } from '../../core/library.ts';
import type { Schema } from '../schema.ts';
import type { Dialect, SearchHits } from './dialect.ts';
import { searchFilters } from './search-filters.ts';

/** Each word as a quoted FTS5 string, so that no user input is read as query syntax. */
function ftsQuery({ text, match }: SearchQuery): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 20)
    .map((word) => `"${word}"`)
    .join(match === 'any' ? ' OR ' : ' ');
}

/** Contentless FTS5: the text itself is stored once, in `articles`; triggers keep the index true to it. */
async function createSearchIndex(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create virtual table article_search using fts5(title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
    sql`create trigger articles_search_insert after insert on articles begin
          insert into article_search(rowid, title, body) values (new.seq, new.title, new.text);
        end`,
    sql`create trigger articles_search_update after update of title, text on articles begin
          delete from article_search where rowid = old.seq;
          insert into article_search(rowid, title, body) values (new.seq, new.title, new.text);
        end`,
    sql`create trigger articles_search_delete after delete on articles begin
          delete from article_search where rowid = old.seq;
        end`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function searchArticles(db: Kysely<Schema>, query: SearchQuery): Promise<SearchHits> {
  const match = ftsQuery(query);
  if (match === '') return { ids: [], total: 0 };
  const where = sql.join([sql`article_search match ${match}`, ...searchFilters(query)], sql` and `);
  const from = sql`from article_search join articles on articles.seq = article_search.rowid where ${where}`;
  const total = await sql<{ n: number }>`select count(*) as n ${from}`.execute(db);
  const rows = await sql<{ id: string }>`select articles.id as id ${from}
    order by bm25(article_search, 4.0, 1.0), articles.published_at desc, articles.id
    limit ${query.limit} offset ${query.offset}`.execute(db);
  return { ids: rows.rows.map((row) => row.id), total: total.rows[0]?.n ?? 0 };
}

/** SQLite with FTS5. The limit on parameters is SQLITE_MAX_VARIABLE_NUMBER of the build in better-sqlite3. */
export const sqliteProfile: Dialect = {
  kind: 'sqlite',
  createSearchIndex,
  searchArticles,
  // What other connections have committed, and what this one has changed (https://www.sqlite.org/pragma.html#pragma_data_version).
  stateMark: "(select data_version from pragma_data_version) || ':' || total_changes()",
  maxParameters: 30_000,
};
