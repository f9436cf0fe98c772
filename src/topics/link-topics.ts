import type { Annotation, Entity } from '../core/annotation.ts';
import type { Article } from '../core/article.ts';
import type { TopicCandidate, TopicLink } from '../core/topic.ts';
import { contentTerms } from '../nlp/terms.ts';
import { localTopic } from './local-topic.ts';
import { nameKeys } from './name-keys.ts';
import { entitySalience } from './salience.ts';
import { type LinkContext, scoreCandidate } from './score-candidate.ts';

/** What linking reads: an article, its annotation, and for each entity the topics that its names may mean. */
export interface LinkInput {
  readonly article: Pick<Article, 'id' | 'title' | 'text' | 'publishedAt'>;
  readonly annotation: Annotation;
  readonly candidates: readonly { readonly entity: number; readonly topics: readonly TopicCandidate[] }[];
}

/** Alias keys to look up for one entity, the fullest first. */
export interface EntityKeys {
  readonly entity: number;
  readonly keys: readonly string[];
}

/**
 * Below this score a candidate is taken for somebody else of the same name: "not in the base". A wrong topic is worse than none, so it
 * is above 0.35, which links more (msnbc-updated, gold spans, 2026-11-23: precision .782 and recall .674 here, .767 and .716 there).
 */
const MIN_SCORE = 0.4;

/** The alias keys under which the store has to look for the topics of an annotation's entities. */
export function candidateKeys(annotation: Annotation): EntityKeys[] {
  return annotation.entities.map(({ name, type }, entity) => ({ entity, keys: nameKeys(name, type) }));
}

function contextOf({ article, annotation }: LinkInput): LinkContext {
  const nameTerms = new Map<string, number>();
  for (const { name } of annotation.entities) {
    for (const term of new Set(contentTerms(name))) nameTerms.set(term, (nameTerms.get(term) ?? 0) + 1);
  }
  return { articleTerms: new Set(contentTerms(`${article.title}\n${article.text}`)), nameTerms };
}

interface Choice {
  readonly candidate: TopicCandidate;
  readonly score: number;
}

/** The best candidate; on equal scores the one with the smaller id, so that the order they come in does not matter. */
function chooseCandidate(
  entity: Entity,
  candidates: readonly TopicCandidate[],
  context: LinkContext,
): Choice | null {
  let best: Choice | null = null;
  for (const candidate of candidates) {
    const score = scoreCandidate(entity, candidate, context);
    const isBetter =
      best === null ||
      score > best.score ||
      (score === best.score && candidate.topic.id < best.candidate.topic.id);
    if (isBetter) best = { candidate, score };
  }
  return best;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/**
 * What the entities of an article mean: the best topic of the base, or, when none is good enough, a topic that only the
 * articles know if the entity is worth one. Entities that are neither are left out. The result is in the order of the entities and
 * does not depend on the order of the candidates.
 */
export function linkTopics(input: LinkInput): TopicLink[] {
  const { article, annotation } = input;
  const context = contextOf(input);
  const salience = entitySalience(annotation, article.title);
  const candidates = new Map<number, TopicCandidate[]>();
  for (const { entity, topics } of input.candidates) {
    candidates.set(entity, [...(candidates.get(entity) ?? []), ...topics]);
  }
  return annotation.entities.flatMap((entity, index): TopicLink[] => {
    const share = salience[index] ?? 0;
    const choice = chooseCandidate(entity, candidates.get(index) ?? [], context);
    if (choice !== null && choice.score >= MIN_SCORE) {
      return [{ entity: index, topic: choice.candidate.topic, score: round(choice.score), salience: share }];
    }
    const topic = localTopic(annotation, index, article.title);
    return topic === null
      ? []
      : [{ entity: index, topic, score: round(1 - (choice?.score ?? 0)), salience: share }];
  });
}
