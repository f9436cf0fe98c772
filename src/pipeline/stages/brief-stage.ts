import type { Stage } from '../../core/stage.ts';
import { loadBriefInput } from '../../store/brief-input.ts';
import { abandonBriefing, saveBriefing } from '../../store/briefings.ts';
import { sitePolicy } from '../../store/source-policy.ts';
import type { Db } from '../../store/store.ts';
import { storiesToBrief } from '../../store/stories.ts';
import { type BriefedRevision, briefRevision, type StoryRevision } from '../brief-revision.ts';
import { underSitePolicy } from '../policy-input.ts';
import type { World } from '../world.ts';

/** Story → briefing. */
export const briefStage: Stage<World, Db, StoryRevision, unknown, BriefedRevision> = {
  name: 'brief',
  version: 8,
  reads: ['articles', 'annotations', 'article_tones', 'article_topics', 'stories', 'story_articles'],
  writes: ['briefings', 'questions'],
  thread: 'worker',
  pending: (world) => storiesToBrief(world.store.db, briefStage.version),
  load: async (world, storyId) => {
    const stored = await loadBriefInput(world.store.db, storyId);
    if (stored === null) return undefined;
    const input = { ...stored.input, quotationBudget: world.quotationBudget, revision: stored.revision };
    return underSitePolicy(input, await sitePolicy(world.store.db));
  },
  apply: (input) => briefRevision(input),
  save: async (db, _storyId, { briefing, revision }, at) => {
    await saveBriefing(db, briefing, { at, revision, by: briefStage.version });
    return { next: [], failure: null };
  },
  abandon: (db, storyId, { revision }) => abandonBriefing(db, storyId, { revision, by: briefStage.version }),
};
