import { namesOnly } from '../../core/annotation.ts';
import type { Stage } from '../../core/stage.ts';
import type { TopicLink } from '../../core/topic.ts';
import { annotationOf } from '../../store/annotations.ts';
import { articleById } from '../../store/articles.ts';
import { pendingAfter } from '../../store/stage-runs.ts';
import type { Db } from '../../store/store.ts';
import { saveTopicLinks } from '../../store/topics.ts';
import { type LinkInput, linkTopics } from '../../topics/link-topics.ts';
import type { Tools } from '../appliers.ts';
import { linkCandidates } from '../link-candidates.ts';
import type { World } from '../world.ts';

async function load(world: World, articleId: string): Promise<LinkInput | undefined> {
  const { db } = world.store;
  const article = await articleById(db, articleId);
  const stored = await annotationOf(db, articleId);
  if (article === null || stored === null) return undefined;
  const annotation = namesOnly(stored);
  const candidates = await linkCandidates(db, annotation);
  const { id, title, text, publishedAt } = article;
  return { article: { id, title, text, publishedAt }, annotation, candidates };
}

/** Annotation → topics: what the names of an article mean. */
export const linkStage: Stage<World, Db, LinkInput, Tools, readonly TopicLink[]> = {
  name: 'link',
  version: 2,
  reads: ['articles', 'annotations', 'topics'],
  writes: ['article_topics'],
  thread: 'worker',
  pending: (world) => pendingAfter(world.store.db, 'annotate', 'link', linkStage.version),
  load,
  apply: (input, tools) => linkTopics(input, tools.link),
  save: async (db, articleId, links) => {
    await saveTopicLinks(db, articleId, links);
    return { next: [], failure: null };
  },
};
