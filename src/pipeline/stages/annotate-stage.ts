import { type AnnotateInput, annotateArticle } from '../../annotate/annotate-article.ts';
import type { Annotation } from '../../core/annotation.ts';
import type { Stage } from '../../core/stage.ts';
import { saveAnnotation } from '../../store/annotations.ts';
import { articleById } from '../../store/articles.ts';
import { pendingAfter } from '../../store/stage-runs.ts';
import type { Db } from '../../store/store.ts';
import type { Tools } from '../appliers.ts';
import type { World } from '../world.ts';

/** Article → annotation. */
export const annotateStage: Stage<World, Db, AnnotateInput, Tools, Annotation> = {
  name: 'annotate',
  version: 1,
  reads: ['articles'],
  writes: ['annotations'],
  thread: 'worker',
  pending: (world) => pendingAfter(world.store.db, 'extract', 'annotate', annotateStage.version),
  load: async (world, articleId) => {
    const article = await articleById(world.store.db, articleId);
    if (article === null) return undefined;
    const { id, title, text, publishedAt, language, byline } = article;
    return { id, title, text, publishedAt, language, byline };
  },
  apply: (input, tools) => annotateArticle(input, tools.annotate),
  save: async (db, articleId, annotation) => {
    await saveAnnotation(db, annotation);
    const keys = [articleId];
    return {
      next: [
        { stage: 'link', keys },
        { stage: 'fingerprint', keys },
      ],
      failure: null,
    };
  },
};
