import type { SectionInput } from '../../cluster/sections/classify-section.ts';
import { fileArticle } from '../../cluster/sections/file-article.ts';
import type { Stage } from '../../core/stage.ts';
import { annotationOf } from '../../store/annotations.ts';
import { articleById } from '../../store/articles.ts';
import { outletById } from '../../store/outlets.ts';
import { pendingAfter } from '../../store/stage-runs.ts';
import { type ArticleFiling, saveFiling } from '../../store/standings.ts';
import type { Db } from '../../store/store.ts';
import type { Tools } from '../appliers.ts';
import type { World } from '../world.ts';

async function load(world: World, articleId: string): Promise<SectionInput | undefined> {
  const { db } = world.store;
  const article = await articleById(db, articleId);
  const annotation = await annotationOf(db, articleId);
  if (article === null || annotation === null) return undefined;
  const outlet = await outletById(db, article.outletId);
  return {
    title: article.title,
    text: article.text,
    url: article.url,
    language: annotation.language,
    outletCountry: outlet?.country ?? null,
  };
}

/** Article → section, and whether it recurs. */
export const sectionStage: Stage<World, Db, SectionInput, Tools, ArticleFiling> = {
  name: 'section',
  version: 1,
  reads: ['articles', 'annotations', 'outlets'],
  writes: ['article_sections'],
  thread: 'worker',
  pending: (world) => pendingAfter(world.store.db, 'annotate', 'section', sectionStage.version),
  load,
  apply: (input, tools) => fileArticle(input, tools.sections),
  save: async (db, articleId, filing) => {
    await saveFiling(db, articleId, filing);
    return { next: [], failure: null };
  },
};
