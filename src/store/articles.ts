import type { Article, ArticleOrigin, DatePrecision } from '../core/article.ts';
import type { ArticleRow } from './schema.ts';
import type { Db } from './store.ts';

export function toArticle(row: Omit<ArticleRow, 'seq' | 'words' | 'metadata'>): Article {
  return {
    id: row.id,
    externalId: row.externalId,
    url: row.url,
    outletId: row.outletId,
    title: row.title,
    text: row.text,
    byline: row.byline,
    publishedAt: row.publishedAt,
    datePrecision: row.datePrecision as DatePrecision,
    language: row.language,
    imageUrl: row.imageUrl,
    origin: row.origin as ArticleOrigin,
    truncated: row.truncated === 1,
    warnings: JSON.parse(row.warnings) as string[],
  };
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/**
 * Stores an article, replacing an earlier reading of the same one.
 * Returns false, and stores nothing, when another article already has this address.
 */
export async function saveArticle(
  db: Db,
  article: Article,
  metadata: Readonly<Record<string, unknown>> | null = null,
): Promise<boolean> {
  const other = await db
    .selectFrom('articles')
    .select('id')
    .where('url', '=', article.url)
    .where('id', '!=', article.id)
    .executeTakeFirst();
  if (other !== undefined) return false;
  const row = {
    ...article,
    words: countWords(article.text),
    truncated: article.truncated ? 1 : 0,
    warnings: JSON.stringify(article.warnings),
    metadata: metadata === null || Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata),
  };
  const { id: _, ...changes } = row;
  await db
    .insertInto('articles')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute();
  return true;
}

export async function articleById(db: Db, id: string): Promise<Article | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toArticle(row);
}

/** Newest publication time of all articles whose date is known, milliseconds. */
export async function newestPublication(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max('publishedAt').as('at'))
    .where('datePrecision', '!=', 'unknown')
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

/** The article that lies at this address, or that this address once led to. */
export async function articleIdOfAddress(
  db: Db,
  { id, url }: Pick<Article, 'id' | 'url'>,
): Promise<string | null> {
  const at = await db.selectFrom('articles').select('id').where('url', '=', url).executeTakeFirst();
  const row = at ?? (await db.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirst());
  return row?.id ?? null;
}
