import type { Annotation } from '../core/annotation.ts';
import { signatureBytes } from '../core/stored-signature.ts';
import type { Fingerprint } from '../core/story.ts';
import type { Db } from './store.ts';
import { noteWaiting } from './waiting-articles.ts';

/** What a model has judged of an earlier reading goes: its entities and sentences are those of that reading. */
export async function saveAnnotation(db: Db, annotation: Annotation): Promise<void> {
  const body = JSON.stringify(annotation);
  await db
    .insertInto('annotations')
    .values({ articleId: annotation.articleId, body })
    .onConflict((conflict) => conflict.column('articleId').doUpdateSet({ body }))
    .execute();
  await db.deleteFrom('articleTones').where('articleId', '=', annotation.articleId).execute();
}

export async function annotationOf(db: Db, articleId: string): Promise<Annotation | null> {
  const row = await db
    .selectFrom('annotations')
    .select('body')
    .where('articleId', '=', articleId)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Annotation);
}

export async function saveFingerprint(db: Db, fingerprint: Fingerprint): Promise<void> {
  const { publishedAt, outletId, shingles, distinctWords = 0, wireCredit } = fingerprint;
  const signature = Buffer.from(signatureBytes(fingerprint.signature));
  const wordSignature = Buffer.from(signatureBytes(fingerprint.wordSignature ?? []));
  const body = JSON.stringify(fingerprint);
  const prints = { signature, shingles, wordSignature, distinctWords };
  const changes = { publishedAt, outletId, ...prints, wireCredit, body };
  await db
    .insertInto('fingerprints')
    .values({ articleId: fingerprint.articleId, ...changes })
    .onConflict((conflict) => conflict.column('articleId').doUpdateSet(changes))
    .execute();
  await noteWaiting(db, fingerprint.articleId);
}
