import type { Fingerprint } from '../core/story.ts';
import type { Db } from './store.ts';

/** Notes that an article waits for a story, unless it has one. */
export async function noteWaiting(db: Db, articleId: string): Promise<void> {
  await db
    .insertInto('waitingArticles')
    .columns(['articleId', 'publishedAt'])
    .expression((eb) =>
      eb
        .selectFrom('fingerprints')
        .select(['fingerprints.articleId', 'fingerprints.publishedAt'])
        .where('fingerprints.articleId', '=', articleId)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('storyArticles').select('articleId').where('articleId', '=', articleId))),
        ),
    )
    .onConflict((conflict) =>
      conflict.column('articleId').doUpdateSet((eb) => ({ publishedAt: eb.ref('excluded.publishedAt') })),
    )
    .execute();
}

export async function endWaiting(db: Db, articleIds: readonly string[]): Promise<void> {
  await db.deleteFrom('waitingArticles').where('articleId', 'in', articleIds).execute();
}

/** Fingerprints of articles that are in no story yet, oldest first, ties by id. */
export async function unassignedFingerprints(db: Db, limit: number): Promise<Fingerprint[]> {
  const rows = await db
    .selectFrom('waitingArticles')
    .innerJoin('fingerprints', 'fingerprints.articleId', 'waitingArticles.articleId')
    .select('fingerprints.body')
    .orderBy('waitingArticles.publishedAt')
    .orderBy('waitingArticles.articleId')
    .limit(limit)
    .execute();
  return rows.map((row) => JSON.parse(row.body) as Fingerprint);
}

/** Whether any article with a fingerprint is in no story yet. */
export async function isAnyUnassigned(db: Db): Promise<boolean> {
  const row = await db.selectFrom('waitingArticles').select('articleId').limit(1).executeTakeFirst();
  return row !== undefined;
}
