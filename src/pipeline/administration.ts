import type {
  Added,
  Administration,
  AdminOverview,
  StageBacklog,
  StoryEditRequest,
} from '../core/administration.ts';
import { AppError } from '../core/app-error.ts';
import type { Library, StoryExplanation } from '../core/library.ts';
import { openAdminSessions } from '../store/admin-sessions.ts';
import { countOpenReports, errorReports, settleReport } from '../store/error-reports.ts';
import { changeFeed, pollFailing } from '../store/feeds.ts';
import { storyIdOfSlug } from '../store/library/story-pages.ts';
import { recentRounds } from '../store/rounds.ts';
import { saveSitePolicy, sitePolicy } from '../store/source-policy.ts';
import { failureCounts, forgetFailures } from '../store/stage-runs.ts';
import type { Db } from '../store/store.ts';
import { saveStoryEdit, storyEditLog } from '../store/story-edits.ts';
import { currentStoryId } from '../store/story-events.ts';
import { countSubscribers } from '../store/subscribers.ts';
import { createBackground } from './appliers.ts';
import { explainStory } from './explain-story.ts';
import { type AddedAddress, addAddress, type Intake } from './intake/add-address.ts';
import { modelFigures } from './model-figures.ts';
import type { RoundBell } from './round-bell.ts';
import { STAGES } from './stages.ts';
import type { World } from './world.ts';

const SHOWN_ROUNDS = 8;

export interface AdministrationParts {
  readonly intake: Intake;
  readonly world: World;
  readonly library: Library;
  /** Rung after whatever the next round has to do. */
  readonly bell: RoundBell;
  readonly hasMail: boolean;
  readonly disk: () => Promise<AdminOverview['disk']>;
}

/** What the administration may do. Whatever changes stories or briefings is noted and done by the next round. */
export function createAdministration(parts: AdministrationParts): Administration {
  const { intake, world, bell } = parts;
  const { db } = world.store;
  return {
    sessions: openAdminSessions(db),
    overview: () => overview(parts),
    async retry(stage, code) {
      const count = stage === 'poll' ? await countFailing(parts) : await forgetFailures(db, stage, code);
      if (stage === 'poll') await pollFailing(db);
      if (count > 0) bell.ring();
      return count;
    },
    async addSource(url) {
      const added = await addSource(intake, url);
      if (added.ok) bell.ring();
      return added;
    },
    async changeSource(feedId, change) {
      const isKnown = await changeFeed(db, feedId, change, world.clock.now());
      if (change === 'poll' || change === 'resume') bell.ring();
      return isKnown;
    },
    reports: (state) => errorReports(db, state),
    settleReport: (id, done) =>
      settleReport(db, id, done === null ? null : { by: done.by, at: world.clock.now() }),
    story: (name) => explained(db, name),
    async editStory(request) {
      const refusal = await noteEdit(world, request);
      if (refusal === null) bell.ring();
      return refusal;
    },
    edits: () => storyEditLog(db),
    policy: () => sitePolicy(db),
    async setPolicy(policy) {
      await db.transaction().execute((transaction) => saveSitePolicy(transaction, policy));
      bell.ring();
    },
  };
}

async function overview({
  intake,
  world,
  library,
  hasMail,
  disk,
}: AdministrationParts): Promise<AdminOverview> {
  const { db } = world.store;
  const backlog: StageBacklog[] = [];
  for (const { name } of STAGES) {
    backlog.push({ stage: name, waiting: await intake.queue.pending([name]) });
  }
  return {
    models: await modelFigures(db, world.clock.now()),
    status: await library.status(),
    rounds: await recentRounds(db, SHOWN_ROUNDS),
    backlog,
    failures: await failureCounts(db),
    openReports: await countOpenReports(db),
    subscribers: hasMail ? await countSubscribers(db) : null,
    disk: await disk(),
  };
}

async function countFailing({ library }: AdministrationParts): Promise<number> {
  return (await library.feeds()).filter(({ feed }) => feed.failures > 0).length;
}

function sourcesAdded({ newFeeds, found }: AddedAddress & { kind: 'sources' }): string {
  const what = found[0]?.what ?? 'feed';
  if (newFeeds === 0)
    return what === 'feed' ? 'All feeds found there were known already.' : 'This source was known already.';
  if (what === 'news-sitemap') return 'There is no feed, but a news site map: it is read in the next round.';
  if (what === 'section-page')
    return 'There is neither a feed nor a news site map: the links of this page are followed from the next round on.';
  return `${newFeeds} new ${newFeeds === 1 ? 'feed is' : 'feeds are'} read in the next round.`;
}

async function addSource(intake: Intake, url: string): Promise<Added> {
  try {
    const added = await addAddress(intake, url);
    if (added.kind === 'article')
      return { ok: true, message: `The article ${added.url} is read in the next round.` };
    return { ok: true, message: sourcesAdded(added) };
  } catch (error) {
    if (!(error instanceof AppError) || error.blame !== 'user') throw error;
    return { ok: false, message: `${error.message} ${error.hint}`.trim() };
  }
}

async function storyIdOf(db: Db, name: string): Promise<string | null> {
  return (await storyIdOfSlug(db, name)) ?? (await currentStoryId(db, name));
}

async function explained(db: Db, name: string): Promise<StoryExplanation | null> {
  const id = await storyIdOf(db, name);
  return id === null ? null : await explainStory(db, id, createBackground());
}

async function noteEdit({ store, clock }: World, request: StoryEditRequest): Promise<string | null> {
  const titleOf = async (name: string) => {
    const id = await storyIdOf(store.db, name);
    return id === null
      ? undefined
      : await store.db.selectFrom('stories').select(['id', 'title']).where('id', '=', id).executeTakeFirst();
  };
  const story = await titleOf(request.storyId);
  if (story === undefined) return 'There is no such story.';
  const asked = { madeBy: request.madeBy, askedAt: clock.now() };
  if (request.kind === 'split') {
    const { articleIds } = request;
    if (articleIds.length === 0) return 'Choose the articles that are to leave.';
    const own = { storyId: story.id, storyTitle: story.title, otherId: null, otherTitle: null };
    await saveStoryEdit(store.db, { kind: 'split', ...own, articleIds, ...asked });
    return null;
  }
  const into = await titleOf(request.intoId);
  if (into === undefined) return 'There is no story of this address to merge it into.';
  if (into.id === story.id) return 'The two are one story already.';
  const pair = { storyId: into.id, storyTitle: into.title, otherId: story.id, otherTitle: story.title };
  await saveStoryEdit(store.db, { kind: 'merge', ...pair, articleIds: [], ...asked });
  return null;
}
