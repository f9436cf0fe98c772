import type { Failure } from '../../core/failure.ts';
import type { Stage } from '../../core/stage.ts';
import type { Db } from '../../store/store.ts';
import { countryCodes } from '../../store/topic-registers.ts';
import { textsNaming, topicOfId, topicsToEnrich } from '../../store/topics-to-enrich.ts';
import { type Enrichment, enrichmentOf, saveEnrichment } from '../enrichment.ts';
import { type LookedUp, lookUpTopic } from '../look-up-topic.ts';
import { passingTrouble } from '../passing-trouble.ts';
import { roundTime, type World } from '../world.ts';

/** The pages are in English, and so are their paragraphs. */
const LANGUAGE = 'en';
/** A topic in fewer articles of stories is hardly ever on a card. */
const MIN_ARTICLES = 3;
/** Two requests a second, four a topic: two to four minutes of a round. */
const PER_ROUND = 100;
const RETRY_AFTER_MS = 86_400_000;
const PASSING_CODES = [
  'knowledge/busy',
  'http/status',
  'http/network',
  'http/unknown-host',
  'http/timeout',
  'stage/crash',
];
const TEXTS = 5;
const LONGEST_WAIT_MS = 60_000;

interface Asked {
  readonly lookedUp: LookedUp;
  readonly countries: ReadonlyMap<string, string>;
}

async function pending(world: World): Promise<string[]> {
  if (world.knowledge === null) return [];
  const roundAt = await roundTime(world);
  return await topicsToEnrich(world.store.db, {
    version: enrichStage.version,
    minArticles: MIN_ARTICLES,
    perRound: PER_ROUND,
    roundAt,
    retryBefore: roundAt - RETRY_AFTER_MS,
    passingCodes: PASSING_CODES,
  });
}

async function load(world: World, topicId: string): Promise<Asked | undefined> {
  const { knowledge, store } = world;
  const stored = await topicOfId(store.db, topicId);
  if (knowledge === null || stored === null) return undefined;
  const texts = stored.topic.qid === null ? await textsNaming(store.db, topicId, TEXTS) : [];
  const countries = await countryCodes(store.db);
  const options = { language: LANGUAGE, countries, fresh: false };
  return { countries, lookedUp: await lookUpTopic(knowledge, { ...stored, texts }, options) };
}

/** A base that asks to wait a little is waited for; a longer pause is a later round's matter. */
function postpone({ failure }: Enrichment): Failure | null {
  const isShort = (failure?.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  return failure?.code === 'knowledge/busy' && isShort ? failure : passingTrouble(failure);
}

/** Topic → what a knowledge base tells of it, when one may be asked (VARIORUM_KNOWLEDGE). */
export const enrichStage: Stage<World, Db, Asked, unknown, Enrichment> = {
  name: 'enrich',
  version: 1,
  reads: ['topics', 'article_topics', 'story_articles'],
  writes: ['topics', 'pictures'],
  thread: 'main',
  pending,
  load,
  apply: ({ lookedUp, countries }) => enrichmentOf(lookedUp, { language: LANGUAGE, countries }),
  postpone,
  save: async (db, _topicId, enrichment, at) => {
    await saveEnrichment(db, enrichment, at);
    return { next: [], failure: enrichment.failure };
  },
};
