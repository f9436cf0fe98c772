import type { KnowledgeCandidate } from '../core/knowledge-base.ts';
import { distanceKm, SAME_PLACE_KM } from '../core/place-distance.ts';
import type { Topic } from '../core/topic.ts';
import type { IdentifiedTopic, TopicIdentity } from '../core/topic-identity.ts';
import { normaliseName } from '../nlp/normalise-name.ts';
import { contentTerms } from '../nlp/terms.ts';

/** What is known here of the topic that is looked up. */
export interface WantedTopic {
  readonly topic: Topic;
  readonly identity: TopicIdentity;
  /** Texts of articles that name it. */
  readonly texts: readonly string[];
}

/** Each costs three requests. */
const MAX_CANDIDATES = 3;

/** Those of the candidates that bear the very name, in their order. A topic whose name alone says nothing has none. */
export function plausibleCandidates(
  { topic }: WantedTopic,
  candidates: readonly KnowledgeCandidate[],
): string[] {
  const key = normaliseName(topic.title);
  // A lone first or family name is anybody's.
  if (key === '' || (topic.type === 'person' && !key.includes(' '))) return [];
  return candidates
    .filter(({ label, matched }) => [label, matched].some((name) => normaliseName(name) === key))
    .slice(0, MAX_CANDIDATES)
    .map(({ qid }) => qid);
}

/**
 * Words that a description and the articles must share: two, or one when it has hardly more. Not tuned: there is no gold for it; it is
 * strict, since a wrong paragraph beside a person's name is worse than none.
 */
const MIN_SHARED = 2;
const SHORT_DESCRIPTION = 2;

function sharesContext({ topic, texts }: WantedTopic, found: Topic): boolean {
  const own = new Set(contentTerms(topic.title));
  const described = new Set(contentTerms(found.description ?? '').filter((term) => !own.has(term)));
  const context = new Set(texts.flatMap((text) => contentTerms(text)));
  const shared = [...described].filter((term) => context.has(term)).length;
  return shared >= (described.size <= SHORT_DESCRIPTION ? 1 : MIN_SHARED);
}

/**
 * True when what a knowledge base has found is surely what the topic is: it has the same number in a register, or lies in the same place,
 * or, for one that only articles know, is of the same type and described in the articles' words.
 */
export function isSameTopic(wanted: WantedTopic, found: IdentifiedTopic): boolean {
  const { topic, identity } = wanted;
  if (identity.keys.some((key) => found.identity.keys.includes(key))) return true;
  if (identity.place !== null) {
    const { place } = found.identity;
    return place !== null && distanceKm(identity.place, place) <= SAME_PLACE_KM;
  }
  return topic.type === found.topic.type && topic.type !== 'other' && sharesContext(wanted, found.topic);
}
