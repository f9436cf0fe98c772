import { PROMPT_VERSION } from '../../brief/write/house-rules.ts';
import type { Failure } from '../../core/failure.ts';
import { contentHash } from '../../core/hash.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { Stage, StageNote } from '../../core/stage.ts';
import { CHECKED_LANGUAGES, hasWritten, WRITTEN_SECTIONS } from '../../core/story-writing.ts';
import { loadBriefInput } from '../../store/brief-input.ts';
import { sitePolicy } from '../../store/source-policy.ts';
import type { Db } from '../../store/store.ts';
import { currentBriefing, saveWriting, storiesToWrite } from '../../store/writings.ts';
import type { Tools } from '../appliers.ts';
import { draftStory, type Writer } from '../draft-story.ts';
import { underSitePolicy } from '../policy-input.ts';
import { newsTime, roundTime, type World } from '../world.ts';
import { type Answered, chooseFromDrafts, type StoryMatter, type Written } from '../writing-steps.ts';

/** Stories that are queued after a round; the widest first, the rest after the next one. */
const PER_ROUND = 20;
const HOUR_MS = 3_600_000;
/** Older stories are left as they are: a model that is switched on over an archive does not write all of it. */
const LIVE_MS = 7 * 24 * HOUR_MS;
/** A model that is away costs nothing to ask again; a budget that is spent is full again the next day. */
const RETRY_AFTER_MS = HOUR_MS;
const LONGEST_WAIT_MS = 60_000;

async function pending(world: World): Promise<string[]> {
  const { writer } = world;
  if (writer === undefined || writer === null) return [];
  return await storiesToWrite(world.store.db, {
    model: writer.model.name,
    judge: writer.judge?.name ?? null,
    version: writeStage.version,
    languages: CHECKED_LANGUAGES,
    liveSince: (await newsTime(world)) - LIVE_MS,
    most: PER_ROUND,
    retryBefore: (await roundTime(world)) - RETRY_AFTER_MS,
  });
}

/** The story as its stored briefing was made of it; null when it has changed in the meantime. */
async function matterOf(
  { store, quotationBudget }: World,
  writer: Writer,
  storyId: string,
): Promise<(StoryMatter & { readonly articles: readonly LedgerArticle[]; readonly version: number }) | null> {
  const stored = await loadBriefInput(store.db, storyId);
  const current = await currentBriefing(store.db, storyId);
  if (stored === null || current === null) return null;
  const whole = { ...stored.input, quotationBudget, revision: stored.revision };
  const input = underSitePolicy(whole, await sitePolicy(store.db));
  const told = await writer.pool.apply('writing-matter', input);
  if (!told.ok) return null;
  const matter = told.value as StoryMatter;
  if (contentHash(JSON.stringify(matter.briefing)) !== current.hash) return null;
  return { ...matter, articles: input.articles, version: current.version };
}

async function load(world: World, storyId: string): Promise<Answered | undefined> {
  const { writer } = world;
  if (writer === undefined || writer === null) return undefined;
  const matter = await matterOf(world, writer, storyId);
  if (matter === null) return undefined;
  const { briefing, sections, articles, version } = matter;
  const drafts = await draftStory(writer, sections, articles);
  return {
    of: {
      storyId,
      version,
      briefingHash: contentHash(JSON.stringify(briefing)),
      claimsHash: contentHash(JSON.stringify([PROMPT_VERSION, sections.map(({ claims }) => claims)])),
      stageVersion: writeStage.version,
    },
    briefing,
    articles,
    model: writer.model.name,
    drafts,
    judge: writer.judge?.name ?? null,
    language: CHECKED_LANGUAGES[0] ?? 'en',
  };
}

/** A server that asks to wait a little is waited for; a longer pause is a later round's matter. */
function postpone({ failure, chosen }: Written): Failure | null {
  const isShort = (failure?.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  return chosen === null && failure?.code === 'model/busy' && isShort ? failure : null;
}

/** What is told of a story that was written, or not, in one line. */
function reportOf({ of, chosen, model, failure }: Written): StageNote {
  if (chosen === null) {
    const message = `Version ${of.version} stays extracted for now: ${failure?.message ?? 'nothing was written'}`;
    return { isTrouble: true, message };
  }
  const fared = WRITTEN_SECTIONS.map((name) => {
    const { outcome, statements, refused, replaced } = chosen.sections[name];
    return `${name} ${outcome} (${statements} statements, ${refused} refused, ${replaced} replaced)`;
  });
  const is = hasWritten(chosen) ? `was written by ${model}` : 'stays extracted';
  const because = failure === null ? '' : ` ${failure.message}`;
  return {
    isTrouble: failure !== null || !hasWritten(chosen),
    message: `Version ${of.version} ${is}: ${fared.join(', ')}.${because}`,
  };
}

/**
 * Story → its sections as a language model writes them, every statement verified, when one may be asked (VARIORUM_MODEL). It runs
 * beside the rounds: a page is published extracted, and no round waits for it.
 */
export const writeStage: Stage<World, Db, Answered, Pick<Tools, 'readText'>, Written> = {
  name: 'write',
  version: PROMPT_VERSION,
  reads: [
    'articles',
    'annotations',
    'article_tones',
    'article_topics',
    'stories',
    'story_articles',
    'briefings',
  ],
  writes: ['writings'],
  thread: 'worker',
  pending,
  load,
  apply: (answered, { readText }) => chooseFromDrafts(answered, readText),
  postpone,
  tell: reportOf,
  save: async (db, _storyId, written, at) => {
    const { of, chosen, model, judge, language, failure } = written;
    if (chosen !== null) await saveWriting(db, of, { model, judge, writtenAt: at, language, ...chosen });
    return { next: [], failure };
  },
};
