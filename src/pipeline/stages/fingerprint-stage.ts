import { type FingerprintInput, fingerprintArticle } from '../../cluster/fingerprint-article.ts';
import { namesOnly } from '../../core/annotation.ts';
import type { Stage } from '../../core/stage.ts';
import type { Fingerprint } from '../../core/story.ts';
import { annotationOf, saveFingerprint } from '../../store/annotations.ts';
import { articleById } from '../../store/articles.ts';
import { pendingAfter } from '../../store/stage-runs.ts';
import type { Db } from '../../store/store.ts';
import type { World } from '../world.ts';

async function load(world: World, articleId: string): Promise<FingerprintInput | undefined> {
  const article = await articleById(world.store.db, articleId);
  const annotation = await annotationOf(world.store.db, articleId);
  if (article === null || annotation === null) return undefined;
  return {
    articleId,
    outletId: article.outletId,
    title: article.title,
    text: article.text,
    publishedAt: article.publishedAt,
    language: annotation.language,
    byline: article.byline,
    wireCredit: annotation.wireCredit,
    entities: namesOnly(annotation).entities,
  };
}

/** Article → fingerprint: what clustering compares. */
export const fingerprintStage: Stage<World, Db, FingerprintInput, unknown, Fingerprint> = {
  name: 'fingerprint',
  version: 3,
  reads: ['articles', 'annotations'],
  writes: ['fingerprints', 'waiting_articles'],
  thread: 'worker',
  pending: (world) => pendingAfter(world.store.db, 'annotate', 'fingerprint', fingerprintStage.version),
  load,
  apply: fingerprintArticle,
  save: async (db, _articleId, fingerprint) => {
    await saveFingerprint(db, fingerprint);
    return { next: [], failure: null };
  },
};
