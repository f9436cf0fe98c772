import type { Failure } from '../core/failure.ts';
import type { KnowledgeBase, KnowledgeTopic, PictureFile } from '../core/knowledge-base.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { IdentifiedTopic } from '../core/topic-identity.ts';
import { isSameTopic, plausibleCandidates, type WantedTopic } from '../topics/choose-knowledge.ts';
import { parseWikidataEntity } from '../topics/parse-wikidata-entity.ts';

/** What a knowledge base has answered about a topic. */
export interface LookedUp {
  readonly wanted: WantedTopic;
  /** The answer that is surely about it; null when there is none. */
  readonly answer: KnowledgeTopic | null;
  readonly file: PictureFile | null;
  /** Why something is missing of it. */
  readonly failure: Failure | null;
}

export interface LookUpOptions {
  readonly language: string;
  readonly countries: ReadonlyMap<string, string>;
  /** Asks anew what was answered before. */
  readonly fresh: boolean;
}

/** The languages whose names and articles are read of an answer, the wanted one first. */
function filterFor(language: string) {
  const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'ru', 'ar', 'zh'];
  return { languages: [...new Set([language, ...languages])], types: null, minSitelinks: 0 };
}

/** Reads the item of an answer; null when it has no name in any of the languages. */
export function itemOf(
  answer: KnowledgeTopic,
  { language, countries }: Omit<LookUpOptions, 'fresh'>,
): IdentifiedTopic | null {
  const parsed = parseWikidataEntity(answer.entity, filterFor(language), countries);
  return parsed.ok ? parsed.value : null;
}

function noMatch({ topic }: WantedTopic): Failure {
  const message = `The knowledge base has nothing that "${topic.title}" surely means. If it has, name it with "variorum topics fetch QID".`;
  return { code: 'knowledge/no-match', message, retryable: false };
}

async function findAnswer(
  knowledge: KnowledgeBase,
  wanted: WantedTopic,
  options: LookUpOptions,
): Promise<Result<KnowledgeTopic, Failure>> {
  const { topic } = wanted;
  const { language, fresh } = options;
  if (topic.qid !== null) {
    const answer = await knowledge.topic(topic.qid, language, fresh);
    if (!answer.ok) return answer;
    return answer.value === null ? err(noMatch(wanted)) : ok(answer.value);
  }
  const candidates = await knowledge.search(topic.title, language);
  if (!candidates.ok) return candidates;
  for (const qid of plausibleCandidates(wanted, candidates.value)) {
    const answer = await knowledge.topic(qid, language, fresh);
    if (!answer.ok) return answer;
    const item = answer.value === null ? null : itemOf(answer.value, options);
    if (answer.value !== null && item !== null && isSameTopic(wanted, item)) return ok(answer.value);
  }
  return err(noMatch(wanted));
}

/** Asks a knowledge base about a topic: by its id, or by its name and what else is known of it. Never throws for the world's sake. */
export async function lookUpTopic(
  knowledge: KnowledgeBase,
  wanted: WantedTopic,
  options: LookUpOptions,
): Promise<LookedUp> {
  const answer = await findAnswer(knowledge, wanted, options);
  if (!answer.ok) return { wanted, answer: null, file: null, failure: answer.error };
  const { image } = answer.value;
  if (image === null) return { wanted, answer: answer.value, file: null, failure: null };
  const file = await knowledge.file(image);
  return {
    wanted,
    answer: answer.value,
    file: file.ok ? file.value : null,
    failure: file.ok ? null : file.error,
  };
}
