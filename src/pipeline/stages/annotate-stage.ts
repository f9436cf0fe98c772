import { type AnnotateInput, annotateArticle } from '../../annotate/annotate-article.ts';
import { knownNameKeys } from '../../annotate/names/known-names.ts';
import type { Annotation } from '../../core/annotation.ts';
import type { Stage } from '../../core/stage.ts';
import { saveAnnotation } from '../../store/annotations.ts';
import { articleById } from '../../store/articles.ts';
import { knownNames } from '../../store/known-names.ts';
import { pendingAfter } from '../../store/stage-runs.ts';
import type { Db } from '../../store/store.ts';
import type { Tools } from '../appliers.ts';
import type { World } from '../world.ts';

/** Article → annotation. */
export const annotateStage: Stage<World, Db, AnnotateInput, Tools, Annotation> = {
  name: 'annotate',
  version: 4,
  reads: ['articles', 'topics'],
  writes: ['annotations'],
  thread: 'worker',
  pending: (world) => pendingAfter(world.store.db, 'extract', 'annotate', annotateStage.version),
  load: async (world, articleId) => {
    const article = await articleById(world.store.db, articleId);
    if (article === null) return undefined;
    const { id, title, text, publishedAt, language, byline } = article;
    const known = await knownNames(world.store.db, knownNameKeys(text));
    return { id, title, text, publishedAt, language, byline, knownNames: known };
  },
  apply: (input, tools) => annotateArticle(input, tools.annotate),
  save: async (db, articleId, annotation) => {
    await saveAnnotation(db, annotation);
    const keys = [articleId];
    return {
      next: [
        { stage: 'link', keys },
        { stage: 'section', keys },
        { stage: 'fingerprint', keys },
      ],
      failure: null,
    };
  },
};
