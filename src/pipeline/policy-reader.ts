import PQueue from 'p-queue';
import { applyPolicy } from '../brief/source-policy.ts';
import type { Library, StoryPage } from '../core/library.ts';
import type { PolicyReader, StoryUnderPolicy } from '../core/reader-services.ts';
import { isOpenPolicy, joinPolicies, policyFor, type SourcePolicy } from '../core/source-policy.ts';
import { loadBriefInput } from '../store/brief-input.ts';
import { sitePolicy } from '../store/source-policy.ts';
import type { ApplyPool } from './apply-pool.ts';
import type { BriefedRevision } from './brief-revision.ts';
import { createRecentAnswers } from './recent-answers.ts';
import type { World } from './world.ts';

/** Stories of more articles are told under the site's policy only: telling one anew would take seconds. */
const MAX_ARTICLES = 200;
/** Briefings that may wait for their turn; who comes after is asked to come again. */
const MAX_WAITING = 8;
const KEPT = 64;

export interface PolicyReaderParts {
  readonly world: Pick<World, 'store' | 'quotationBudget'>;
  readonly library: Library;
  readonly pool: ApplyPool;
}

/**
 * Briefs stories under a reader's policy, one at a time, in a worker thread. The last results are kept by story,
 * version and what of the policy concerns the story, so that the same address costs nothing twice.
 */
export function createPolicyReader(parts: PolicyReaderParts): PolicyReader {
  const turns = new PQueue({ concurrency: 1 });
  const recent = createRecentAnswers<StoryUnderPolicy>(KEPT);
  return {
    async story(slug, policy) {
      const page = await parts.library.story(slug);
      if (page === null) return { kind: 'unknown' };
      const site = await sitePolicy(parts.world.store.db);
      const outlets = new Set(page.articles.map(({ article }) => article.outletId));
      const here = joinPolicies(site, policyFor(policy, outlets));
      if (isOpenPolicy(policyFor(policy, outlets))) return { kind: 'page', page };
      const key = JSON.stringify([page.briefing.storyId, page.version, here]);
      const known = recent.get(key);
      if (known !== undefined) return await known;
      if (turns.size >= MAX_WAITING || page.articles.length > MAX_ARTICLES) return { kind: 'busy' };
      return await recent.put(
        key,
        turns.add(() => tellAnew(parts, page, here)),
        ({ kind }) => kind !== 'busy',
      );
    },
  };
}

async function tellAnew(
  { world, pool }: PolicyReaderParts,
  page: StoryPage,
  policy: SourcePolicy,
): Promise<StoryUnderPolicy> {
  const stored = await loadBriefInput(world.store.db, page.briefing.storyId);
  if (stored === null) return { kind: 'unknown' };
  const { quotationBudget } = world;
  const input = applyPolicy({ ...stored.input, quotationBudget }, policy);
  if (input.articles.length === 0) return { kind: 'nothing-left' };
  const told = await pool.apply('brief', { ...input, revision: stored.revision });
  if (!told.ok) return { kind: 'busy' };
  const { briefing } = told.value as BriefedRevision;
  const left = new Set(input.articles.map(({ article }) => article.id));
  const articles = page.articles.filter(({ article }) => left.has(article.id));
  // What a model wrote is of all sources.
  const { writing: _, ...rest } = page;
  return { kind: 'page', page: { ...rest, briefing, articles, readerPolicy: policy } };
}
