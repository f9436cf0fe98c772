import type { Annotation } from '../../core/annotation.ts';
import type { ArticleCard, ArticlePassages } from '../../core/library.ts';
import type { RecurringKind } from '../../core/recurring.ts';
import type { CopyKind, CopyReason } from '../../core/story.ts';
import { toArticle } from '../articles.ts';
import { OUTLET_COLUMNS, outletOfRow } from '../outlets.ts';
import { chunks, type Db } from '../store.ts';

function articleQuery(db: Db) {
  return db
    .selectFrom('articles')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .leftJoin('storyArticles', 'storyArticles.articleId', 'articles.id')
    .leftJoin('stories', 'stories.id', 'storyArticles.storyId')
    .leftJoin('articles as origins', 'origins.id', 'storyArticles.copyOf')
    .leftJoin('outlets as originOutlets', 'originOutlets.id', 'origins.outletId')
    .leftJoin('articleSections', 'articleSections.articleId', 'articles.id')
    .selectAll('articles')
    .select(OUTLET_COLUMNS)
    .select(['stories.slug as storySlug', 'storyArticles.copyOf', 'storyArticles.copyKind'])
    .select(['storyArticles.copyReason', 'originOutlets.name as originName', 'articleSections.recurring']);
}

type Row = Awaited<ReturnType<ReturnType<typeof articleQuery>['execute']>>[number];

function toCard(row: Row): ArticleCard {
  const { text: _text, externalId: _externalId, ...article } = toArticle(row);
  return {
    ...article,
    words: row.words,
    storySlug: row.storySlug,
    copyOf: row.copyOf,
    originName: row.originName,
    copyKind: row.copyKind as CopyKind | null,
    copyReason: row.copyReason === null ? null : (JSON.parse(row.copyReason) as CopyReason),
    recurring: row.recurring as RecurringKind | null,
    outlet: outletOfRow(row),
  };
}

/** Cards of these articles, in the order of the ids. */
export async function articleCards(db: Db, ids: readonly string[]): Promise<ArticleCard[]> {
  const cards = new Map<string, ArticleCard>();
  for (const chunk of chunks(ids, 300)) {
    for (const row of await articleQuery(db).where('articles.id', 'in', chunk).execute()) {
      cards.set(row.id, toCard(row));
    }
  }
  return ids.flatMap((id) => cards.get(id) ?? []);
}

export async function recentArticles(db: Db, outletId: string, limit: number): Promise<ArticleCard[]> {
  const rows = await articleQuery(db)
    .where('articles.outletId', '=', outletId)
    .orderBy('articles.publishedAt', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(toCard);
}

/** Articles with text and sentence boundaries, newest first. */
export async function articlePassages(db: Db, ids: readonly string[]): Promise<ArticlePassages[]> {
  const passages: ArticlePassages[] = [];
  for (const chunk of chunks(ids, 300)) {
    const rows = await articleQuery(db)
      .leftJoin('annotations', 'annotations.articleId', 'articles.id')
      .select('annotations.body')
      .where('articles.id', 'in', chunk)
      .execute();
    for (const row of rows) {
      const annotation = row.body === null ? null : (JSON.parse(row.body) as Annotation);
      const missing = annotation?.missing ?? [];
      passages.push({
        article: toCard(row),
        text: row.text,
        sentences: annotation?.sentences.map(({ start, end }) => ({ start, end })) ?? [],
        ...(annotation === null || missing.length === 0
          ? {}
          : { unread: { language: annotation.language, missing } }),
      });
    }
  }
  return passages.sort(
    (a, b) => b.article.publishedAt - a.article.publishedAt || (a.article.id < b.article.id ? -1 : 1),
  );
}
