import { gunzipSync, gzipSync } from 'node:zlib';
import type { FeedItem } from '../core/feed-item.ts';
import type { EntryRow } from './schema.ts';
import type { Db } from './store.ts';

export interface StoredPage {
  readonly articleId: string;
  readonly finalUrl: string;
  readonly html: string | null;
  readonly failureCode: string | null;
  readonly fetchedAt: number;
}

/** Keeps a fetched page, compressed, so that extraction can be redone without asking the outlet again. */
export async function savePage(db: Db, page: StoredPage): Promise<void> {
  const row = { ...page, html: page.html === null ? null : gzipSync(page.html) };
  const { articleId: _, ...changes } = row;
  await db
    .insertInto('pages')
    .values(row)
    .onConflict((conflict) => conflict.column('articleId').doUpdateSet(changes))
    .execute();
}

export async function pageOf(db: Db, articleId: string): Promise<StoredPage | null> {
  const row = await db.selectFrom('pages').selectAll().where('articleId', '=', articleId).executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, html: row.html === null ? null : gunzipSync(row.html).toString('utf8') };
}

export interface StoredEntry extends Omit<EntryRow, 'item'> {
  readonly item: FeedItem | null;
}

export async function entryOf(db: Db, articleId: string): Promise<StoredEntry | null> {
  const row = await db
    .selectFrom('entries')
    .selectAll()
    .where('articleId', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, item: row.item === null ? null : (JSON.parse(row.item) as FeedItem) };
}

/** Where the page of an entry was found in the end. */
export async function pageAddressOf(db: Db, articleId: string): Promise<string | null> {
  const row = await db
    .selectFrom('pages')
    .select('finalUrl')
    .where('articleId', '=', articleId)
    .executeTakeFirst();
  return row?.finalUrl ?? null;
}
